package import Casework
import GRDB

extension CaseStore {
  /// Takes back the viewer's own last step that was not taken back yet, from whichever session.
  ///
  /// - Returns: the record the step was about, as it was called before an addition went.
  /// - Throws: `nothingToUndo`; `changedSince` where somebody changed the same fields since;
  ///   `stillReferredTo` for an addition that others refer to.
  package func undo() throws(Refusal) -> Saved {
    try requireCoordinator()
    return try write { step in
      let taken = try step.db.lastStep(of: viewer)
      guard let last = taken.last?.record, let number = taken.first?.step else {
        throw Refusal.nothingToUndo
      }
      let link = try step.db.link(last.address)
      step.command = "undo"
      step.undoes = number
      for entry in taken.reversed() { try step.takeBack(entry) }
      return try step.saved(last.address, link: link, entriesFrom: 0)
    }
  }
}

extension Database {
  /// The entries of the step that `undo` would take back, in their order.
  ///
  /// The choice of a language is no work on a record.
  fileprivate func lastStep(of viewer: Viewer) throws -> [JournalEntry] {
    let step = try row(
      """
      SELECT step FROM journal AS j
      WHERE who = ? AND version IS NOT NULL AND undoes IS NULL AND command <> 'language'
        AND NOT EXISTS (SELECT 1 FROM journal AS u WHERE u.undoes = j.step)
      ORDER BY sequence DESC LIMIT 1
      """, viewer.address.code.databaseValue)
    guard let step = step?.number(at: 0) else { return [] }
    // A step's entries stand together: the first of another step is where it ends.
    let end = try row(
      "SELECT sequence FROM journal WHERE sequence > ? AND step <> ? ORDER BY sequence LIMIT 1",
      step.databaseValue, step.databaseValue)
    return try entries(
      "j.sequence >= ? AND j.sequence < ? AND j.version IS NOT NULL ORDER BY j.sequence",
      [step.databaseValue, (end?.number(at: 0) ?? .max).databaseValue])
  }

  /// A record that refers to `address`; nil where none does.
  fileprivate func referrer(to address: RecordAddress) throws -> RecordAddress? {
    if address.kind == .volunteer,
      try row("SELECT 1 FROM sshKey WHERE volunteer = ? LIMIT 1", address.id.rawValue.databaseValue)
        != nil
    {
      return address
    }
    for kind in RecordKind.allCases {
      for field in RecordDescription.of(kind).references(to: address.kind) {
        let row = try row(
          "SELECT id FROM \(kind.table) WHERE \(quoted(field.name)) = ? LIMIT 1",
          address.id.rawValue.databaseValue)
        if let id = row?.number(at: 0) { return RecordAddress(kind, RecordID(id)) }
      }
    }
    return nil
  }
}

extension Step {
  fileprivate func takeBack(_ entry: JournalEntry) throws {
    guard let address = entry.record?.address, let record = try db.record(address) else { return }
    let isAddition = entry.before.isEmpty
    // Of an addition every field counts, of a change those it touched.
    let written = isAddition ? record.values.mapValues { _ in FieldValue.absent } : [:]
    let expected = Fields(of: address.kind).normalised(written)
      .merging(entry.after) { $1 }
    let conflicts = expected.compactMap { name, value -> FieldConflict? in
      guard let now = record.values[name], now != value else { return nil }
      return FieldConflict(name, yours: value, theirs: now)
    }
    guard conflicts.isEmpty else {
      let sorted = conflicts.sorted { $0.field < $1.field }
      throw Refusal.changedSince(try db.link(address), try db.named(sorted))
    }
    guard isAddition else {
      return try update(record, entry.before)
    }
    if let other = try db.referrer(to: address) {
      throw Refusal.stillReferredTo(try db.link(other))
    }
    try delete(record)
  }
}
