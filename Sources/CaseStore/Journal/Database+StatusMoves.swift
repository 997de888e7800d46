import Casework
import GRDB

/// The statuses, stages and results that records reached, kept beside the journal.
extension Database {
  /// Notes what an entry of the journal sets, and since when the record stands so.
  func noteStatus(
    _ address: RecordAddress, _ after: [String: FieldValue], sequence: Int64, day: CivilDate,
    undoes: Int?
  ) throws {
    let description = RecordDescription.of(address.kind)
    guard let field = description.statusField, field.origin == .stored,
      case .code(let status)? = after[field.name]
    else { return }
    let key = [address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue]
    try run(
      """
      INSERT INTO statusMove (recordKind, record, sequence, status, day, undoes)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      key + [
        sequence.databaseValue, status.databaseValue, day.description.databaseValue,
        undoes.databaseValue,
      ])
    guard description["stageSince"] != nil else { return }
    // What an undo gives back counts from the day on which it was first reached.
    let begun = try undoes.flatMap { undoes in
      try row(
        """
        SELECT day FROM statusMove
        WHERE recordKind = ? AND record = ? AND status = ? AND undoes IS NULL AND sequence < ?
        ORDER BY sequence DESC LIMIT 1
        """, key[0], key[1], status.databaseValue, undoes.databaseValue)?.text(at: 0)
    }
    try run(
      "UPDATE \(address.kind.table) SET stageSince = ? WHERE id = ?",
      [(begun ?? day.description).databaseValue, key[1]])
  }

  /// Makes all of them anew from the journal; where an erasure emptied an entry, what stood here stays.
  func noteAllStatuses(_ tick: DerivedData.Tick) throws {
    let kept = try rows(Condition(sql: Self.movesOfEmptied, arguments: [])).reduce(
      into: [Int64: String]()
    ) { kept, row in
      if let sequence = row.number(at: 0) { kept[sequence] = row.text(at: 1) }
    }
    try execute(sql: "DELETE FROM statusMove")
    let entries = try Row.fetchCursor(self, sql: Self.entriesOfRecords)
    while let row = try entries.next() {
      tick()
      guard let sequence = row.number(at: 0),
        let kind = row.text(at: 1).flatMap(RecordKind.init(rawValue:)), let id = row.number(at: 2),
        let at = row.number(at: 3)
      else { continue }
      var after = StoredFields.values(row.text(at: 5), of: kind)
      if let status = kept[sequence], let field = RecordDescription.of(kind).statusField {
        after[field.name] = .code(status)
      }
      try noteStatus(
        RecordAddress(kind, RecordID(id)), after, sequence: sequence, day: Instant(at).dateInJapan,
        undoes: row.number(at: 4).map(Int.init))
    }
  }

  private static let movesOfEmptied = """
    SELECT m.sequence, m.status FROM statusMove AS m
    JOIN journalContent AS c ON c.sequence = m.sequence WHERE c.after IS NULL
    """

  private static let entriesOfRecords = """
    SELECT j.sequence, j.recordKind, j.record, j.at, j.undoes, c.after
    FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
    WHERE j.version IS NOT NULL ORDER BY j.sequence
    """

  /// What decides how they are made.
  static let definitionOfStatuses: [String] =
    [entriesOfRecords]
    + RecordKind.allCases.map { kind in
      let description = RecordDescription.of(kind)
      let since = description["stageSince"].map { _ in "since" } ?? ""
      return "\(kind.rawValue) \(description.statusField?.name ?? "") \(since)"
    }

  /// The stages that placements reached, in the order of the journal; one query for all.
  func stageMovesOfPlacements() throws -> [RecordID: [StageMove]] {
    let found = try rows(
      Condition(
        sql: """
          SELECT m.record, j.step, m.undoes, m.status, m.day, j.version, j.command
          FROM statusMove AS m JOIN journal AS j ON j.sequence = m.sequence
          WHERE m.recordKind = 'placement' ORDER BY m.record, m.sequence
          """, arguments: []))
    return found.reduce(into: [:]) { moves, row in
      guard let record = row.number(at: 0), let step = row.number(at: 1),
        let day = row.text(at: 4).flatMap(CivilDate.init(iso:))
      else { return }
      let undoes = row.number(at: 2).map(Int.init)
      moves[RecordID(record), default: []].append(
        StageMove(
          step: Int(step), undoes: undoes,
          stage: row.text(at: 3).flatMap(PlacementStage.init(rawValue:)), day: day,
          isAddition: row.number(at: 5) == 1,
          isImport: row.text(at: 6) == JournalCommand.imported.rawValue))
    }
  }
}
