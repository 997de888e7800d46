package import Casework
import GRDB

/// Undo and redo: both take back a step of the journal by a new step, so nothing is ever removed
/// from the journal, and each step is taken back at most once.
///
/// Undo takes back changes and redone changes, redo takes back undos.
extension CaseStore {
  /// Takes back the viewer's own last step that was not taken back yet; a volunteer's only of the same
  /// session, and while the case is theirs.
  ///
  /// - Parameter confirmed: the step that was shown to the viewer, where it was made elsewhere than
  ///   through this store object.
  /// - Returns: the record the step was about, as it was called before an addition went.
  /// - Throws: `nothingToUndo`; `earlier` where the step was made elsewhere and is not the confirmed
  ///   one; `changedSince` where somebody changed the same fields since;
  ///   `stillReferredTo` for an addition that others refer to.
  package func undo(confirmed: EarlierStep? = nil) throws(Refusal) -> Saved {
    try takeBack(.undo, confirmed?.step, orElse: .nothingToUndo, for: .everybody) {
      try $0.lastChange(of: viewer)
    }
  }

  /// Takes back the step that was pointed at in the journal; where it is somebody else's, only a
  /// supervisor's hand does.
  ///
  /// - Throws: `cannotUndo` with what is in the way; `changedSince` and `stillReferredTo` as for
  ///   `undo`.
  package func undo(step: Int) throws(Refusal) -> Saved {
    try takeBack(.undo, step, orElse: .nothingToUndo) { db in
      let taken = try db.entries(ofStep: Int64(step))
      if let lack = try db.lack(ofUndoing: taken, step, for: viewer) {
        throw Refusal.cannotUndo(lack)
      }
      return taken
    }
  }

  /// Does again what the viewer's own last undo took back; not any more after another change.
  ///
  /// - Throws: `nothingToRedo`; `earlier` as for undo; `changedSince` where somebody changed the same
  ///   fields since; `problems` where a stage may not be reached any more.
  package func redo(confirmed: EarlierStep? = nil) throws(Refusal) -> Saved {
    try takeBack(.redo, confirmed?.step, orElse: .nothingToRedo) { try $0.lastUndo(of: viewer) }
  }

  private func takeBack(
    _ command: JournalCommand, _ confirmed: Int?, orElse none: Refusal,
    for callers: Callers = .staff, _ find: (Database) throws -> [JournalEntry]
  ) throws(Refusal) -> Saved {
    try write(for: callers) { step in
      let taken = try find(step.db)
      guard let last = taken.last, let about = last.record?.address else { throw none }
      let (number, link) = (last.step, try step.db.link(about))
      if !viewer.isCoordinator {
        guard ownSteps.contains(number) else { throw none }
        try step.permitTakingBack(taken)
      }
      let imported = try step.db.importNote(of: taken)
      if !ownSteps.contains(number), number != confirmed {
        var saved = Saved(
          link: link, version: 0, step: number, entries: try step.db.named(taken))
        saved.imported = imported
        throw Refusal.earlier(
          EarlierStep(
            isUndo: command == .undo, at: last.at, command: last.command, saved: saved))
      }
      step.command = command.rawValue
      step.undoes = number
      try step.prepare(command, of: taken)
      var following: [() throws -> Void] = []
      try step.showing {
        for entry in taken.reversed() { try step.takeBack(entry, then: &following) }
      }
      for follow in following { try follow() }
      let exists = try step.db.exists(about)
      var saved = try step.saved(
        about, link: exists ? step.db.link(about) : link, entriesFrom: 0)
      saved.imported = imported
      return try step.shown(saved)
    }
  }
}

extension Database {
  /// The entries of the step that `undo` would take back, in their order.
  ///
  /// The choice of a language is no work on a record, nor is to have seen a deadline on an opened page.
  fileprivate func lastChange(of viewer: Viewer) throws -> [JournalEntry] {
    try entries(
      ofStep: """
        SELECT step FROM journal AS j
        WHERE who = ? AND version IS NOT NULL
          AND command NOT IN ('undo', 'language', 'saw', 'importCut', 'erase')
          AND NOT EXISTS (SELECT 1 FROM journal AS u WHERE u.undoes = j.step)
        ORDER BY sequence DESC LIMIT 1
        """, of: viewer)
  }

  /// The entries of the step that `redo` would take back: the last undo that was not taken back,
  /// unless a change was made after it.
  fileprivate func lastUndo(of viewer: Viewer) throws -> [JournalEntry] {
    let last = try row(
      """
      SELECT step, command FROM journal AS j
      WHERE who = ? AND version IS NOT NULL AND command NOT IN ('redo', 'language', 'saw')
        AND NOT EXISTS (SELECT 1 FROM journal AS u WHERE u.undoes = j.step)
      ORDER BY sequence DESC LIMIT 1
      """, viewer.address.code.databaseValue)
    guard let last, last.text(at: 1) == JournalCommand.undo.rawValue, let step = last.number(at: 0)
    else { return [] }
    return try entries(ofStep: step)
  }

  /// The first entry of the step that the entries of an undo took back.
  fileprivate func firstEntry(undoneBy taken: [JournalEntry]) throws -> JournalEntry? {
    try taken.first?.undoes.flatMap { try entries(ofStep: Int64($0)).first }
  }

  private func entries(ofStep sql: String, of viewer: Viewer) throws -> [JournalEntry] {
    let step = try row(sql, viewer.address.code.databaseValue)?.number(at: 0)
    return try step.map { try entries(ofStep: $0) } ?? []
  }

  fileprivate func entries(ofStep step: Int64) throws -> [JournalEntry] {
    if let parts = try importStep(step) {
      return parts.isOpen ? [] : try entries(from: step, to: parts.last, of: step)
    }
    return try entries(
      "j.sequence >= ? AND j.sequence < ? AND j.version IS NOT NULL ORDER BY j.sequence",
      [step.databaseValue, end(ofStep: step).databaseValue])
  }

  /// Where the entries of a step end, which stand together: at the first of another step.
  private func end(ofStep step: Int64) throws -> Int64 {
    try row(
      "SELECT sequence FROM journal WHERE sequence > ? AND step <> ? ORDER BY sequence LIMIT 1",
      step.databaseValue, step.databaseValue)?.number(at: 0) ?? .max
  }

  /// What stands behind the entries of an import: which sheet it was; nil for any other step.
  fileprivate func importNote(of taken: [JournalEntry]) throws -> ImportNote? {
    var first = taken.first
    // A step is called by its first entry; an undo leads to what it took back.
    while let step = first?.undoes {
      first = try entries("j.sequence = ?", [Int64(step).databaseValue]).first
    }
    guard let first, first.ownCommand == .imported else { return nil }
    let step = Int64(first.step)
    // Of one that was written among the steps of others, it is the last entry.
    let last = try importStep(step)?.last ?? end(ofStep: step) - 1
    return try entries(
      "j.sequence BETWEEN ? AND ? ORDER BY j.sequence DESC LIMIT 1",
      [step.databaseValue, last.databaseValue]
    ).first.flatMap(ImportNote.init)
  }

  /// The entries of a step among those of others, in their order.
  func entries(from first: Int64, to last: Int64, of step: Int64) throws -> [JournalEntry] {
    try entries(
      """
      j.sequence BETWEEN ? AND ? AND j.step = ? AND j.version IS NOT NULL ORDER BY j.sequence
      """, [first, last, step].map(\.databaseValue))
  }

  /// What is in the way of taking back a step that was pointed at; nil where nothing is that can be
  /// told before it is tried.
  fileprivate func lack(
    ofUndoing taken: [JournalEntry], _ step: Int, for viewer: Viewer
  ) throws -> UndoLack? {
    guard let first = taken.first, first.step == step else { return .changedNothing }
    if [.undo, .importCut].contains(first.ownCommand) { return .isUndo }
    if [.language, .laptopTaken].contains(first.ownCommand) { return .changedNothing }
    let isUndone =
      try row(
        "SELECT 1 FROM journalRow WHERE undoes = ? LIMIT 1", step.databaseValue) != nil
    if isUndone { return .undone }
    if taken.contains(where: \.isErased) { return .erased }
    let isOwn = taken.allSatisfy { $0.who?.address == viewer.address }
    return try isOwn || isSupervisor(viewer) ? nil : .others
  }

  /// Whether somebody sees who looked, and may take back what others did.
  func isSupervisor(_ viewer: Viewer) throws -> Bool {
    guard case .coordinator(let id) = viewer else { return false }
    return try row(
      "SELECT 1 FROM staff WHERE id = ? AND isSupervisor = 1", id.rawValue.databaseValue) != nil
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
  /// A redo keeps the reason and the origin of the first write.
  fileprivate func prepare(_ command: JournalCommand, of taken: [JournalEntry]) throws {
    origin = .undo
    guard command == .redo else { return }
    let first = try db.firstEntry(undoneBy: taken)
    reason = first?.reason ?? ""
    origin = .redo(isSheet: first?.ownCommand == .imported)
  }

  func takeBack(
    _ entry: JournalEntry, then following: inout [() throws -> Void]
  ) throws {
    guard let address = entry.record?.address else { return }
    guard let record = try db.record(address) else {
      guard entry.after.isEmpty else { return }
      _ = try write(Write(Draft(puttingBack: address, entry.before)), then: &following)
      return
    }
    let isAddition = entry.before.isEmpty
    // An addition is compared in every field, a change in the fields it touched.
    let written = isAddition ? record.values.mapValues { _ in FieldValue.absent } : [:]
    let expected = Fields.of(address.kind).normalised(written)
      .merging(entry.after) { $1 }
    let conflicts = expected.compactMap { name, value -> FieldConflict? in
      guard let now = record.values[name], now != value else { return nil }
      return FieldConflict(name, yours: value, theirs: now)
    }
    guard conflicts.isEmpty else {
      let sorted = conflicts.sorted { $0.field < $1.field }
      throw Refusal.changedSince(try db.link(address), try db.named(sorted))
    }
    if isAddition { try forgetSightings(of: address, then: &following) }
    if isAddition, let other = try db.referrer(to: address) {
      throw Refusal.stillReferredTo(try db.link(other))
    }
    let draft = isAddition ? Draft(removing: record) : Draft(record, entry.before)
    _ = try write(Write(draft), then: &following)
  }

  /// That its deadlines were seen goes with a case; it was written by itself when the case was opened.
  private func forgetSightings(
    of address: RecordAddress, then following: inout [() throws -> Void]
  ) throws {
    guard address == RecordAddress(.case, address.id) else { return }
    for sighting in try db.records(\Sighting.case, .link(Link(address))) {
      _ = try write(Write(Draft(removing: sighting)), then: &following)
    }
  }
}
