import ArgumentParser
import CaseStore
import Casework
import Exchange
import Labels
import Screens
import Wording

/// What every command takes that changes a record: whether it is only tried, and how it answers.
struct ChangeOptions: ParsableArguments {
  @Flag(help: .words("cli.option.dryRun")) var dryRun = false
  @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
  @OptionGroup var store: StoreOptions

  /// Saves a change in the way that all changes go, and tells all that was written; of one that is
  /// only tried, what would be.
  func perform(_ change: Change, in opened: OpenStore) throws {
    guard dryRun else {
      return try tell(opened.save([change]), of: opened.store)
    }
    let previews = try opened.store.preview([change])
    for preview in previews {
      if let refusal = preview.refusal { throw Failure(refusal, kind: change.kind) }
    }
    try tell(previews.flatMap(\.entries))
    StandardError.write([Speech.text("cli.import.dryRun")])
  }

  /// What was written in one step, as the journal names it.
  func tell(_ saved: [Saved], of store: CaseStore) throws {
    let count = saved.reduce(0) { $0 + $1.entries.count }
    guard let step = saved.first?.step, count > 0 else { return try tell([]) }
    let last = try store.journal(JournalFilter(), limit: count + Self.others)
    try tell(last.filter { $0.step == step }.reversed())
  }

  /// So much may have been written by others since.
  private static let others = 100

  /// The entries of the journal: each record, with what changed in it.
  func tell(_ entries: [JournalEntry]) throws {
    switch format {
    case .json:
      var writer = JSONArrayWriter()
      for value in entries.flatMap(JSONValue.changes(in:)) {
        try StandardOutput.writeData(writer.element(value))
      }
      try StandardOutput.writeData(writer.end)
    case .text:
      let words = Speech.words
      if entries.isEmpty { try StandardOutput.writeLine(words("cli.unchanged")) }
      for entry in entries {
        guard let record = entry.record else { continue }
        let kind = words("kind.\(record.address.kind.rawValue)")
        try StandardOutput.writeLine("\(kind)  \(ValueText(words).text(record))")
        for change in EntryText(words).changes(entry) {
          try StandardOutput.writeLine("    \(change)")
        }
      }
    }
  }
}

/// Fields with what they are to hold, as typed: `on=2026-11-30 medium=phone`.
struct FieldArguments: ParsableArguments {
  @Argument(help: .words("cli.argument.fields", value: "FIELD=VALUE")) var fields: [String] = []

  /// - Throws: a failure that names the field which is not one, or whose value cannot be read.
  func values(of kind: RecordKind, in store: CaseStore) throws -> [String: FieldValue] {
    let reader = ValueReader(kind, store)
    return try fields.reduce(into: [:]) { values, field in
      guard let sign = field.firstIndex(of: "=") else {
        throw Failure(.usage, "cli.badField", field)
      }
      let facts = try reader.field(String(field[..<sign]))
      guard facts.isWritable else {
        throw Failure(
          .usage, "cli.fieldNotWritten", ValueText(Speech.words).label(of: facts, in: kind))
      }
      values[facts.name] = try reader.typed(
        String(field[field.index(after: sign)...]), as: facts)
    }
  }
}

extension OpenStore {
  /// Changes as this person makes them at the desk.
  var written: WrittenChange {
    WrittenChange(viewer: store.viewerLink, today: store.today, words: Speech.words)
  }

  /// A record with all its fields, by the number that everybody calls it by.
  func card(_ number: String) throws -> Card {
    guard let kind = RecordNumber.kind(of: number) else {
      throw Failure(.usage, "cli.badNumber", number)
    }
    return try store.detail(store.find(kind, number), limit: 0).card
  }
}
