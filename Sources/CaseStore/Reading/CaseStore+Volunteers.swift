package import Casework
import GRDB

/// What the store does for volunteers alone.
extension CaseStore {
  /// A sealed field, opened: that it was, by whom and why, is written in the same transaction.
  ///
  /// - Throws: `notPermitted` where it is not sealed, or not granted; `notFound` for a record that is not
  ///   theirs.
  package func reveal(
    _ sealed: Sealed, because reason: RevealReason
  ) throws(Refusal) -> FieldValue {
    try write(for: .everybody) { step in
      guard !viewer.isCoordinator,
        let field = RecordDescription.of(sealed.record.kind)[sealed.field],
        field.uses.contains(.sealed)
      else { throw Refusal.notPermitted }
      let card = try read(for: .everybody) { try $0.opened(sealed, for: viewer, today) }
      guard case .value(let value) = card.content(sealed.field) else { throw Refusal.notPermitted }
      step.reason = reason.rawValue
      try step.note(
        .reveal, of: sealed.record, after: [JournalCommand.revealedField: .text(sealed.field)])
      return value
    }
  }

  /// What is new on the cases of a volunteer since they last looked; for staff nothing.
  package func news() throws(Refusal) -> VolunteerNews {
    guard case .volunteer(let me) = viewer else { return VolunteerNews() }
    let looked = try Refusal.translating(file.path) {
      try draftsFile().lastLook(viewer: viewer.address.code) ?? 0
    }
    return try read(for: .everybody) { db in
      var news = VolunteerNews()
      news.upTo = Int(try db.row("SELECT max(sequence) FROM journalRow")?.number(at: 0) ?? 0)
      for kind in [RecordKind.assignment, .comment, .followUp] {
        guard let word = try db.journalWord(kind.rawValue) else { continue }
        let found = try db.rows(
          Self.newRecords(of: kind, for: me, since: looked, as: word, today))
        news.cases.formUnion(
          found.compactMap { $0.number(at: 0).map { RecordAddress(.case, RecordID($0)) } })
      }
      return news
    }
  }

  /// The cases about which there are records of a kind that others wrote since an entry of the journal.
  private static func newRecords(
    of kind: RecordKind, for me: RecordID, since looked: Int64, as word: DatabaseValue,
    _ today: CivilDate
  ) -> Condition {
    let own = Scope.assignments(of: me, today)
    // A task is whoever's; an assignment and a comment are somebody's.
    let mine = RecordDescription.of(kind)[Access.author] == nil ? "" : "AND t.volunteer = mine.me"
    return Condition(
      sql: """
        SELECT DISTINCT t."case" FROM (SELECT ? AS me) AS mine CROSS JOIN \(own.tables)
        \(kind.table) AS t ON \(own.condition) \(mine)
        WHERE EXISTS (
          SELECT 1 FROM journalRow AS j WHERE j.kind = ? AND j.record = t.id AND j.sequence > ?
            AND j.version IS NOT NULL AND j.who IS NOT (SELECT id FROM journalWord WHERE word = ?))
        """,
      arguments: [me.rawValue.databaseValue] + own.arguments + [
        word, looked.databaseValue, RecordAddress(.volunteer, me).code.databaseValue,
      ])
  }
}

extension Database {
  fileprivate func opened(
    _ sealed: Sealed, for viewer: Viewer, _ today: CivilDate
  ) throws -> Card {
    var source = try Source(sealed.record.kind, for: viewer, today: today)
    let select = try CardSelect([sealed.field], from: &source, opened: sealed.field)
    let condition = Condition(
      sql: "SELECT \(select.columns.joined(separator: ", ")) FROM \(source.sql) WHERE t.id = ?",
      arguments: source.arguments + [sealed.record.id.rawValue.databaseValue])
    guard let card = try rows(condition, select.card).first else { throw Refusal.notFound }
    return card
  }

  /// Whom a volunteer calls about a case: whose it is, and who stands in for them today.
  func whomToCall(about id: RecordID, on today: CivilDate) throws -> WhomToCall {
    let day = today.description.databaseValue
    let row = try rows(
      Condition(
        sql: """
          SELECT s.id, (
            SELECT c.coveredBy FROM cover AS c JOIN staff AS o ON o.id = c.coveredBy
            WHERE c.staff = s.id AND c."from" <= ? AND c."to" >= ? AND o.isActive = 1
            ORDER BY c."from" DESC LIMIT 1)
          FROM "case" AS t JOIN staff AS s ON s.id = t.owner WHERE t.id = ? AND s.isActive = 1
          """, arguments: [day, day, id.rawValue.databaseValue])
    ).first
    func name(_ index: Int) throws -> Link? {
      guard let id = row?.number(at: index) else { return nil }
      var link = try link(RecordAddress(.staff, RecordID(id)))
      link.number = ""
      return link
    }
    return WhomToCall(coordinator: try name(0), standIn: try name(1))
  }
}
