package import Casework
import Fold
import GRDB

extension CaseStore {
  /// A piece of the journal, latest first, with the records in it called by name.
  ///
  /// It is read backwards from `filter.before` along an index, and no further than `JournalReader.walk`
  /// entries in which nothing of the filter is found: then it holds fewer than there are, and says how
  /// far it came. Who looked and who was refused is in it for a supervisor alone.
  package func journalPiece(
    _ filter: JournalFilter, limit: Int
  ) throws(Refusal) -> JournalPiece {
    var filter = filter
    if let number = filter.number {
      guard let kind = RecordNumber.kind(of: number) else { return JournalPiece() }
      do throws(Refusal) {
        filter.record = try find(kind, RecordNumber.normalised(number))
        filter.isAround = true
      } catch {
        if case .notFound = error { return JournalPiece() }
        throw error
      }
    }
    var seesAudit = false
    let piece = try read { db in
      seesAudit = try db.isSupervisor(viewer)
      guard limit > 0, let reader = try JournalReader(filter, seesAudit: seesAudit, in: db) else {
        return JournalPiece()
      }
      var piece = try reader.piece(limit, in: db)
      piece.entries = try db.without(privateRecordsFrom: piece.entries, for: viewer, today)
      if filter.before == nil, filter.words.isEmpty { piece.count = try reader.count(in: db) }
      piece.reachedAt = try piece.reached.flatMap { reached in
        try db.row("SELECT at FROM journalRow WHERE sequence = ?", reached.databaseValue)?
          .number(at: 0).map { Instant($0) }
      }
      for step in Set(piece.entries.map(\.step)) {
        let sql = "SELECT 1 FROM journalRow WHERE undoes = ? LIMIT 1"
        if try db.row(sql, step.databaseValue) != nil { piece.undone.insert(step) }
      }
      return piece
    }
    if seesAudit { try noteAudit() }
    return piece
  }

  /// Writes down that who looked was looked at; what is read again within a short time is the same look.
  private func noteAudit() throws(Refusal) {
    let now = clock()
    if let lastAudit, (0..<Looks.lasting).contains(now.rawValue - lastAudit.rawValue) { return }
    try write { try $0.note(.audited, of: viewer.address) }
    lastAudit = now
  }

  /// Who did something, by which commands and to which kinds of record, as far as the journal tells it.
  package func journalNames() throws(Refusal) -> JournalNames {
    try read { db in
      let hidden = try db.isSupervisor(viewer) ? [] : JournalCommand.audit.map(\.rawValue)
      var (names, people) = (JournalNames(), [RecordAddress]())
      let words = try db.rows(
        Condition(
          sql: "SELECT word FROM journalWord WHERE id <= ?",
          arguments: [JournalReader.mostNames.databaseValue])
      ) { $0.text(at: 0) ?? "" }
      for word in words where !hidden.contains(word) {
        if let person = RecordAddress(code: word) {
          people.append(person)
        } else if let kind = RecordKind(rawValue: word) {
          names.kinds.append(kind)
        } else {
          names.commands.append(word)
        }
      }
      let links = try db.links(people)
      names.people = people.compactMap { links[$0] }
      return names
    }
  }
}
