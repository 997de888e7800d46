import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni.Volunteer {
  /// Who is in now, and who was refused something today.
  struct Sessions: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.volunteer.sessions"),
        discussion: Speech.help("cli.volunteer.sessions.more"))
    }

    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    /// How far back refusals are counted, in seconds.
    private static let day: Int64 = 86_400

    func run() throws {
      let store = try OpenStore(options).store
      let sessions = try store.openSessions()
      switch format {
      case .json:
        var writer = JSONArrayWriter()
        for session in sessions {
          try StandardOutput.writeData(writer.element(JSONValue(session)))
        }
        try StandardOutput.writeData(writer.end)
      case .text:
        try tell(sessions)
        try tell(store.refusals(since: Instant(Instant.now.rawValue - Self.day)))
      }
    }

    private func tell(_ sessions: [OpenSession]) throws {
      guard !sessions.isEmpty else {
        return try StandardOutput.writeLine(Speech.text("cli.sessions.none"))
      }
      let texts = ValueText(Speech.words)
      let header = TextRow([
        Speech.text("kind.volunteer"), Speech.text("cli.sessions.since"),
        Speech.text("cli.sessions.lastKey"), Speech.text("cli.sessions.key"),
      ])
      let rows = sessions.map { session in
        TextRow([
          texts.text(session.volunteer), texts.text(.instant(session.since), of: .instant),
          texts.text(.instant(session.lastKey), of: .instant),
          "\(session.key) \(session.keyComment)",
        ])
      }
      var table = TextTable(header: header)
      for row in rows { table.measure(row) }
      var bytes: [UInt8] = []
      for row in [header] + rows { table.append(row, to: &bytes) }
      try StandardOutput.writeData(bytes)
    }

    /// Guessing shows itself here: somebody who tries what is not theirs is refused again and again.
    private func tell(_ refusals: [RefusalCount]) throws {
      guard !refusals.isEmpty else { return }
      let texts = ValueText(Speech.words)
      let who = refusals.map {
        Speech.text("cli.sessions.refusedOne", texts.text($0.volunteer), String($0.count))
      }
      try StandardOutput.writeLine(
        Speech.text(
          "cli.sessions.refused", String(refusals.reduce(0) { $0 + $1.count }),
          who.joined(separator: Speech.text("list.separator"))))
    }
  }
}

extension JSONValue {
  fileprivate init(_ session: OpenSession) {
    self = .object([
      .init("volunteer", JSONValue(.link(session.volunteer))),
      .init("name", .string(session.volunteer.title)),
      .init("since", .string(session.since.iso8601)),
      .init("lastKey", .string(session.lastKey.iso8601)),
      .init("key", .string(session.key)),
      .init("keyComment", .string(session.keyComment)),
      .init("process", .number(session.process)),
    ])
  }
}
