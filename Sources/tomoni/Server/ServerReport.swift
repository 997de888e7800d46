import Exchange
import Labels

/// What is said of the acts, one by one: in words, or for a program.
struct ServerReport {
  private static let mark = [
    State.held: "ok", .noted: "--", .open: "!!", .lacking: "!!", .refused: "!!",
  ]

  enum State: String {
    case held, noted, open, lacking, refused
  }

  struct Finding {
    let name: ServerAct.Name
    let title: String
    let state: State
    let found: String
    /// What to do; nil where nothing is.
    let mend: String?

    init(_ act: ServerAct, _ standing: ServerAct.Standing) {
      (name, title) = (act.name, act.title)
      switch standing {
      case .held(let found): (state, self.found, mend) = (.held, found, nil)
      case .open(let found):
        (state, self.found, mend) = (.open, found, Speech.text("server.mend.install"))
      case .refused(let found, let mend): (state, self.found, self.mend) = (.refused, found, mend)
      case .lacking(let found, let mend): (state, self.found, self.mend) = (.lacking, found, mend)
      case .noted(let found, let mend): (state, self.found, self.mend) = (.noted, found, mend)
      }
    }

    /// Whether a check that meets it ends well.
    var isFine: Bool { state == .held || state == .noted }

    var lines: [String] {
      ["\(ServerReport.mark[state] ?? "")  \(title): \(found)"]
        + (mend.map { ["      \($0)"] } ?? [])
    }

    var json: JSONValue {
      .object([
        .init("act", .string(name.rawValue)), .init("state", .string(state.rawValue)),
        .init("found", .string(found)), .init("mend", mend.map(JSONValue.string) ?? .null),
      ])
    }
  }
}

extension ServerAct {
  /// How it stands, also where it cannot be looked at.
  func finding() -> ServerReport.Finding {
    do {
      return ServerReport.Finding(self, try look())
    } catch let failure as Failure {
      return ServerReport.Finding(
        self,
        .refused(failure.lines.joined(separator: " "), mend: Speech.text("server.mend.look")))
    } catch {
      return ServerReport.Finding(
        self, .refused("\(type(of: error))", mend: Speech.text("server.mend.look")))
    }
  }
}
