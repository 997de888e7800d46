package import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Counts the session among those that are open, for as long as what is returned is kept.
  ///
  /// - Parameter most: how many sessions one person may have.
  /// - Returns: nil where they have as many already.
  package func enter(atMost most: Int) throws(Refusal) -> SessionMark? {
    let entry = SessionFolder.Entry(
      volunteer: viewer.address.id.rawValue, key: key?.fingerprint ?? "",
      since: clock().rawValue, process: getpid())
    return try Refusal.translating(file.path) {
      try SessionFolder(beside: file).enter(entry, atMost: most)
    }
  }

  /// The sessions that are open now, the longest first.
  package func openSessions() throws(Refusal) -> [OpenSession] {
    try read { db in
      try SessionFolder(beside: file).all().map { entry in
        let volunteer = RecordID(entry.volunteer)
        let since = Instant(entry.since)
        return OpenSession(
          volunteer: try db.link(RecordAddress(.volunteer, volunteer)), key: entry.key,
          keyComment: try keys(of: volunteer).last { $0.fingerprint == entry.key }?.comment ?? "",
          since: since, lastKey: entry.lastKey.map(Instant.init(_:)) ?? since,
          process: Int(entry.process))
      }.sorted { ($0.since, $0.process) < ($1.since, $1.process) }
    }
  }

  /// Who was refused something since a moment, and how often, the most refused first; no further back
  /// in the journal than a walk of fixed length.
  package func refusals(since moment: Instant) throws(Refusal) -> [RefusalCount] {
    try read { db in
      guard let refused = try db.journalWord(JournalCommand.refused.rawValue) else { return [] }
      let rows = try db.rows(
        Condition(
          sql: """
            SELECT w.word, count(*) FROM journalRow AS r JOIN journalWord AS w ON w.id = r.who
            WHERE r.sequence > ? AND r.command = ? AND r.at >= ? GROUP BY r.who
            ORDER BY count(*) DESC, r.who
            """,
          arguments: [
            (try db.journalHead().sequence - Int64(JournalReader.walk)).databaseValue, refused,
            moment.rawValue.databaseValue,
          ]))
      return try rows.compactMap { row in
        try row.text(at: 0).flatMap(RecordAddress.init(code:)).map {
          RefusalCount(volunteer: try db.link($0), count: Int(row.number(at: 1) ?? 0))
        }
      }
    }
  }

  /// Writes down that the viewer left, also where they left because they may not look any more.
  package func noteEnd() throws(Refusal) {
    try write(for: .leaving) { try $0.note(.logout, of: viewer.address, after: toldEntrance) }
  }
}

extension OpenedStore {
  /// Writes down that a session was refused to whoever has the key now, or had it last; nothing for
  /// one that nobody ever had.
  package func noteRefusal(to key: SSHKey, clock: CaseStore.Clock) throws(Refusal) {
    let chain = JournalChain(key: try file.journalKey())
    try Refusal.translating(file.path) {
      try queue.write { db in
        let last =
          "SELECT volunteer FROM sshKey WHERE type = ? AND blob = ? ORDER BY id DESC LIMIT 1"
        guard
          let id = try db.row(last, key.type.databaseValue, key.blob.databaseValue)?.number(at: 0)
        else { return }
        let viewer = Viewer.volunteer(RecordID(id))
        try opened.check()
        try Step(db, chain: chain, viewer: viewer, at: clock()).note(.refused, of: viewer.address)
      }
    }
  }
}
