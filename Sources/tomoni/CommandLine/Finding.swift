import Exchange
import Labels

/// How something stands that was looked at, in a sentence.
enum Standing {
  case held(found: String)
  /// Not there, or otherwise; whoever set it up can make it so.
  case open(found: String)
  /// Something is in the way that a person has to decide about.
  case refused(String, mend: String)
  /// It works, but not all that it should do.
  case lacking(String, mend: String)
  /// Good to know.
  case noted(String, mend: String)
}

extension Standing {
  static func held(_ key: String, _ arguments: String...) -> Self {
    .held(found: Speech.words(key, arguments: arguments))
  }

  static func open(_ key: String, _ arguments: String...) -> Self {
    .open(found: Speech.words(key, arguments: arguments))
  }

  /// - Parameter key: of the sentence; what mends it is the label `<key>.mend`.
  static func refused(_ key: String, _ arguments: String...) -> Self {
    .refused(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  static func lacking(_ key: String, _ arguments: String...) -> Self {
    .lacking(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  static func noted(_ key: String, _ arguments: String...) -> Self {
    .noted(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  private static func mend(_ key: String, _ arguments: [String]) -> String {
    Speech.words("\(key).mend", arguments: arguments)
  }
}

/// What a check says of one thing: in words, or for a program.
struct Finding {
  enum State: String {
    case held, noted, open, lacking, refused
  }

  private static let mark = [
    State.held: "ok", .noted: "--", .open: "!!", .lacking: "!!", .refused: "!!",
  ]

  /// Its name in scripts.
  let name: String
  let title: String
  let state: State
  let found: String
  /// What to do; nil where nothing is.
  let mend: String?

  /// How it stands, also where it cannot be looked at.
  init(_ name: String, title: String, _ look: () throws -> Standing) {
    (self.name, self.title) = (name, title)
    let standing: Standing
    do {
      standing = try look()
    } catch let failure as Failure {
      standing = .refused(
        failure.lines.joined(separator: " "), mend: Speech.text("server.mend.look"))
    } catch {
      standing = .refused("\(type(of: error))", mend: Speech.text("server.mend.look"))
    }
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
    ["\(Self.mark[state] ?? "")  \(title): \(found)"] + (mend.map { ["      \($0)"] } ?? [])
  }

  private var json: JSONValue {
    .object([
      .init("act", .string(name)), .init("state", .string(state.rawValue)),
      .init("found", .string(found)), .init("mend", mend.map(JSONValue.string) ?? .null),
    ])
  }

  /// Says what a check found.
  ///
  /// - Throws: `Failure` where something is not as it should be.
  static func tell(_ findings: [Finding], as format: TextFormat) throws {
    switch format {
    case .json:
      try StandardOutput.writeData(JSONValue.array(findings.map(\.json)).text + "\n")
    case .text:
      for line in findings.flatMap(\.lines) { try StandardOutput.writeLine(line) }
    }
    let count = findings.count { !$0.isFine }
    if count > 0 { throw Failure(.found, "server.found", String(count)) }
  }
}
