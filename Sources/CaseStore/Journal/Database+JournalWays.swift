import Casework
import GRDB

/// One way along an index of the journal.
struct JournalWay {
  let condition: Condition
  /// Whether its entries come in the order of the journal; else they are few, and are put into it.
  let isSorted: Bool

  init(_ condition: Condition, isSorted: Bool = true) {
    (self.condition, self.isSorted) = (condition, isSorted)
  }
}

/// The ways along which the journal is read.
extension Database {
  /// The number of a word of the journal; nil where no entry has it.
  func journalWord(_ word: String) throws -> DatabaseValue? {
    try row("SELECT id FROM journalWord WHERE word = ?", word.databaseValue)?.number(at: 0)
      .map(\.databaseValue)
  }

  /// Entries by their sequences, latest first.
  func entries(of sequences: [Int64]) throws -> [JournalEntry] {
    if sequences.isEmpty { return [] }
    return try entries(
      "j.sequence IN (SELECT value FROM json_each(?))", ["\(sequences)".databaseValue]
    ).sorted { $0.sequence > $1.sequence }
  }

  /// The entries about a record and those it borrows fields from; with what belongs to it where it is
  /// a case.
  func ways(of record: RecordAddress, isAround: Bool) throws -> [JournalWay] {
    let columns = "sequence, command, kind, who"
    let itself = try lendersAndItself(record).compactMap { address -> JournalWay? in
      guard let kind = try journalWord(address.kind.rawValue) else { return nil }
      return JournalWay(
        Condition(
          sql: "SELECT \(columns) FROM journalRow WHERE kind = ? AND record = ?",
          arguments: [kind, address.id.rawValue.databaseValue]))
    }
    guard isAround, RecordDescription.of(record.kind).isToldAround else { return itself }
    return try itself
      + RecordKind.allCases.compactMap { kind -> JournalWay? in
        let description = RecordDescription.of(kind)
        guard kind != .case, !description.isMadeByStore,
          description.fields.contains(where: { field in
            field.name == RecordDescription.caseField && field.origin == .stored
          }), let number = try journalWord(kind.rawValue)
        else { return nil }
        return JournalWay(
          Condition(
            sql: """
              SELECT \(columns) FROM (SELECT r.sequence, r.command, r.kind, r.who
                FROM \(kind.table) AS t CROSS JOIN journalRow AS r
                ON r.kind = ? AND r.record = t.id WHERE t."case" = ?) WHERE 1
              """, arguments: [number, record.id.rawValue.databaseValue]), isSorted: false)
      }
  }

  /// After and before which entries it is read, with those of the days asked for between them.
  ///
  /// An entry is found by its time as in a book: they lie in its order, and none is missing.
  func bounds(of filter: JournalFilter, head: Int64) throws -> (after: Int64, before: Int64) {
    var after = Int64(filter.after ?? 0)
    var before = min(filter.before.map { Int64($0) } ?? .max, head + 1)
    if let days = filter.days {
      after = max(after, try first(on: days.lowerBound, head) - 1)
      before = min(before, try first(on: days.upperBound.adding(days: 1), head))
    }
    return (after, before)
  }

  /// The first entry that is not earlier than a day; the one behind the last where all are.
  private func first(on day: CivilDate, _ head: Int64) throws -> Int64 {
    var (low, high) = (Int64(1), head + 1)
    while low < high {
      let middle = (low + high) / 2
      let at = try row("SELECT at FROM journalRow WHERE sequence = ?", middle.databaseValue)?
        .number(at: 0)
      if let at, Instant(at).dateInJapan < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
