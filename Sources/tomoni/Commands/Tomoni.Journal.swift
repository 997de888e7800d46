import ArgumentParser
import Casework
import Exchange
import Wording

extension Tomoni {
  /// What was done, by whom and when.
  struct Journal: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.words("cli.journal"), subcommands: [List.self, Verify.self])
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.words("cli.journal.list"))
      }

      @Option(name: .customLong("case"), help: .words("cli.journal.list.case", value: "CASE"))
      var caseNumber: String?
      @Option(help: .words("cli.journal.list.limit", value: "N")) var limit = 100
      @Option(help: .words("cli.show.format", value: "FORMAT")) var format = TextFormat.text
      @OptionGroup var options: StoreOptions

      func run() throws {
        guard limit >= 0 else { throw Failure(.usage, "cli.badLimit") }
        let store = try OpenStore(options).store
        let record = try caseNumber.map { try store.find(.case, $0) }
        let entries = try store.journal(JournalFilter(record: record), limit: limit)
        switch format {
        case .json:
          var writer = JSONArrayWriter()
          for entry in entries {
            for value in JSONValue.changes(in: entry) {
              try StandardOutput.write(writer.element(value))
            }
          }
          try StandardOutput.write(writer.end)
        case .text:
          let text = JournalText(Speech.words)
          for entry in entries {
            for line in text.lines(entry) { try StandardOutput.write(line: line) }
          }
        }
      }
    }

    struct Verify: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.words("cli.journal.verify"),
          discussion: Speech.words("cli.journal.verify.more"))
      }

      @OptionGroup var options: StoreOptions

      func run() throws {
        let verdict = try OpenStore(options).store.verifyJournal()
        if let fault = verdict.fault {
          throw Failure(
            .badData, "cli.journal.broken", String(fault.sequence),
            Speech.words("journalFault.\(fault.cause.rawValue)"))
        }
        try StandardOutput.write(
          line: Speech.words("cli.journal.whole", String(verdict.entries), verdict.head))
      }
    }
  }
}

extension JSONValue {
  /// An entry of the journal, one object for each field it changed; one with no field where it
  /// changed none.
  static func changes(in entry: JournalEntry) -> [JSONValue] {
    let fields = Set(entry.before.keys).union(entry.after.keys).sorted()
    return (fields.isEmpty ? [nil] : fields.map(Optional.some)).map { field in
      .object([
        .init("sequence", .number(entry.sequence)),
        .init("at", .string(entry.at.iso8601)),
        .init("who", entry.who.map { JSONValue(.link($0)) } ?? .null),
        .init("command", .string(entry.command)),
        .init("record", entry.record.map { JSONValue(.link($0)) } ?? .null),
        .init("field", field.map(JSONValue.string) ?? .null),
        .init("before", JSONValue(field.flatMap { entry.before[$0] } ?? .absent)),
        .init("after", JSONValue(field.flatMap { entry.after[$0] } ?? .absent)),
        .init("reason", entry.reason.isEmpty ? .null : .string(entry.reason)),
      ])
    }
  }
}
