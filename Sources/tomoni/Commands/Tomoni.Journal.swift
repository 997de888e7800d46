import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni {
  /// What was done, by whom and when.
  struct Journal: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.journal"),
        subcommands: [List.self, Verify.self, Breach.self, Person.self])
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.journal.list"))
      }

      @Option(name: .customLong("case"), help: .words("cli.option.case", value: "CASE"))
      var caseNumber: String?
      @Option(help: .words("cli.option.limit", value: "N")) var limit: Int?
      @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let record = try caseNumber.map { try store.find(.case, $0) }
        // Who reads the journal does not find the reading in what is read.
        let last = try store.journal(JournalFilter(), limit: 1).first?.sequence ?? 0
        try store.noteLeaving(record.map { [$0] }, as: "journal", format: format)
        let filter = JournalFilter(record: record, before: last + 1)
        switch format {
        case .json:
          var writer = JSONArrayWriter()
          try forEach(of: filter, in: store) { entry in
            for value in JSONValue.changes(in: entry) {
              try StandardOutput.writeData(writer.element(value))
            }
          }
          try StandardOutput.writeData(writer.end)
        case .text:
          let text = JournalText(Speech.words)
          try forEach(of: filter, in: store) { entry in
            for line in text.lines(entry) { try StandardOutput.writeLine(line) }
          }
        }
      }

      /// Hands on the entries, latest first, so many at a time that a long journal is no burden.
      private func forEach(
        of filter: JournalFilter, in store: CaseStore, _ body: (JournalEntry) throws -> Void
      ) throws {
        var filter = filter
        var left = limit ?? .max
        guard left >= 0 else { throw Failure(.usage, "cli.badLimit") }
        while left > 0 {
          let entries = try store.journal(filter, limit: min(left, 1000))
          guard let last = entries.last else { return }
          for entry in entries { try body(entry) }
          left -= entries.count
          filter.before = last.sequence
        }
      }
    }

    struct Verify: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.journal.verify"))
      }

      @Option(help: .words("cli.option.seal", value: "HEX")) var seal: [String] = []
      @Option(help: .words("cli.option.seals", value: "FILE")) var seals: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        let wanted = try writtenDown()
        let verdict = try OpenStore(options).store.verifyJournal(seals: Set(wanted))
        var lines = JournalFindingText(Speech.words).lines(verdict)
        lines += wanted.filter { verdict.seals[$0] == nil }.map {
          Speech.text("cli.sealUnknown", $0.text)
        }
        guard lines.isEmpty else { throw Failure(.found, lines: lines) }
        try StandardOutput.writeLine(Speech.text("cli.journalHolds", String(verdict.entries)))
        for place in Set(wanted).compactMap({ verdict.seals[$0] }).sorted() {
          try StandardOutput.writeLine(
            Speech.text("cli.sealHolds", String(place), String(verdict.entries - place)))
        }
        try StandardOutput.writeLine(Speech.text("cli.journalHead", verdict.head))
      }

      /// The seals that were named, and those at the ends of the lines of a file.
      private func writtenDown() throws(Failure) -> [JournalSeal] {
        var texts = seal
        if let seals {
          let bytes = try InputFile(seals).bytes()
          let kept = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
            .compactMap { $0.split(separator: " ").last.map(String.init) }
          // An empty file proves nothing.
          guard !kept.isEmpty else { throw Failure(.badData, "cli.sealUnreadable", seals) }
          texts += kept
        }
        var wanted: [JournalSeal] = []
        for text in texts {
          guard let seal = JournalSeal(text) else {
            throw Failure(.badData, "cli.sealUnreadable", text)
          }
          if !wanted.contains(seal) { wanted.append(seal) }
        }
        return wanted
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
