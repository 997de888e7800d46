import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore
@testable import Casework

/// Somebody with the file and sqlite3, who puts the journal's guards back afterwards: whatever they change is
/// found.
///
/// A tenth by default; the whole 1,000 of T10 by `TAMPERINGS=1000`.
@Suite struct `A journal and records somebody changed` {
  private static let count =
    ProcessInfo.processInfo.environment["TAMPERINGS"].flatMap(Int.init) ?? 100

  /// A store with a record of each kind, and the seal of its journal, which was written down.
  private static func filled() throws -> (desk: Desk, seal: JournalSeal) {
    let desk = try `A volunteer`.Scene(.assigned).desk
    let seal = try #require(JournalSeal(desk.store.verifyJournal().head))
    return (desk, seal)
  }

  @Test func `is found out each time`() throws {
    let (desk, seal) = try Self.filled()
    #expect(try desk.store.verifyJournal().isWhole)
    try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = try Data(contentsOf: URL(fileURLWithPath: desk.path))
    var done = 0
    for number in 0..<Self.count {
      let folder = try ScratchFolder()
      let path = folder.path("tomoni.db")
      #expect(
        FileManager.default.createFile(
          atPath: path, contents: whole, attributes: [.posixPermissions: 0o600]))
      try FileManager.default.copyItem(
        atPath: desk.path + ".journal-key", toPath: path + ".journal-key")
      var random = SplitMix(seed: UInt64(number))
      guard let deed = try Self.tamper(with: path, &random) else { continue }
      done += 1
      do {
        let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { Desk.start }
        let verdict = try store.verifyJournal(seals: [seal])
        #expect(!verdict.isWhole || verdict.seals[seal] == nil, "\(number): \(deed)")
      } catch {
        // Entries are missing, or whoever looks is no member of staff any more.
        switch error {
        case .storeDamaged, .unknownViewer: break
        default: Issue.record("\(number): \(deed): \(error)")
        }
      }
    }
    // A few changed nothing: the value was that already.
    #expect(done > Self.count * 7 / 10)
  }

  /// Changes something, and tells what; nil where it is as it was.
  private static func tamper(with path: String, _ random: inout SplitMix) throws -> String? {
    let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let guards = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in guards { try db.execute(sql: "DROP TRIGGER \(quoted(row["name"]))") }
      let deed =
        try Bool.random(using: &random)
        ? changeJournal(db, &random) : changeRecord(db, &random)
      for row in guards { try db.execute(sql: row["sql"]) }
      return deed
    }
  }

  private static func changeRecord(_ db: Database, _ random: inout SplitMix) throws -> String? {
    let kinds = try RecordKind.allCases.filter {
      try !RecordDescription.of($0).isMadeByStore && db.count($0.table) > 0
    }
    guard let kind = kinds.randomElement(using: &random),
      let id = try Int64.fetchAll(db, sql: "SELECT id FROM \(kind.table)").randomElement(
        using: &random)
    else { return nil }
    let way = Int.random(in: 0..<6, using: &random)
    if way == 0 {
      try db.execute(sql: "DELETE FROM \(kind.table) WHERE id = ?", arguments: [id])
      return "\(kind) \(id) taken away"
    }
    if way == 1 {
      let names = try db.columns(in: kind.rawValue).map { quoted($0.name) }.filter {
        !["\"id\"", "\"uid\""].contains($0)
      }.joined(separator: ", ")
      let added: Void? = try? db.execute(
        sql: """
          INSERT INTO \(kind.table) (\(names), uid) SELECT \(names), randomblob(16)
          FROM \(kind.table) WHERE id = ?
          """, arguments: [id])
      return added == nil ? nil : "\(kind) \(id) doubled"
    }
    guard let field = JournaledFields(of: kind).names.sorted().randomElement(using: &random)
    else { return nil }
    let column = quoted(field)
    func value() throws -> DatabaseValue {
      try DatabaseValue.fetchOne(
        db, sql: "SELECT \(column) FROM \(kind.table) WHERE id = ?", arguments: [id]) ?? .null
    }
    let before = try value()
    let new: any DatabaseValueConvertible =
      ["x", "2020-01-01", "high"].randomElement(using: &random) ?? "x"
    for candidate in [new, Int.random(in: 0...99, using: &random), DatabaseValue.null] {
      if (try? db.execute(
        sql: "UPDATE \(kind.table) SET \(column) = ? WHERE id = ?", arguments: [candidate, id]))
        != nil,
        try value() != before
      {
        return "\(kind) \(id) \(field)"
      }
    }
    return nil
  }

  private static func changeJournal(_ db: Database, _ random: inout SplitMix) throws -> String? {
    let last = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM journalRow") ?? 0
    let place = Int.random(in: 1...last, using: &random)
    let statement =
      [
        "DELETE FROM journalRow WHERE sequence = \(place)",
        "DELETE FROM journalRow WHERE sequence >= \(place); DELETE FROM journalContent WHERE sequence >= \(place)",
        "DELETE FROM journalContent WHERE sequence = \(place)",
        "UPDATE journalRow SET at = at + 1 WHERE sequence = \(place)",
        "UPDATE journalRow SET record = record + 1 WHERE sequence = \(place)",
        "UPDATE journalRow SET who = who % 2 + 1 WHERE sequence = \(place)",
        "UPDATE journalRow SET command = command % 3 + 1 WHERE sequence = \(place)",
        "UPDATE journalRow SET version = ifnull(version, 0) + 1 WHERE sequence = \(place)",
        "UPDATE journalRow SET hash = randomblob(32) WHERE sequence = \(place)",
        "UPDATE journalRow SET mac = randomblob(32) WHERE sequence = \(place)",
        "UPDATE journalRow SET step = step + 1 WHERE sequence = \(place)",
        "UPDATE journalContent SET before = NULL, after = NULL, reason = NULL WHERE sequence = \(place)",
        "UPDATE journalContent SET after = '{\"notes\":\"x\"}' WHERE sequence = \(place)",
        "UPDATE journalContent SET before = '{\"notes\":\"x\"}' WHERE sequence = \(place)",
        "UPDATE journalContent SET reason = 'because' WHERE sequence = \(place)",
        "UPDATE journalContent SET salt = randomblob(16) WHERE sequence = \(place)",
      ].randomElement(using: &random) ?? ""
    let before = db.totalChangesCount
    let rows =
      "SELECT group_concat(quote(sequence) || quote(who) || quote(command)) FROM journalRow"
    let old = try String.fetchOne(db, sql: rows)
    do {
      try db.execute(sql: statement)
    } catch is DatabaseError {
      return nil
    }
    let isSame =
      try statement.contains("who %") || statement.contains("command %")
      ? String.fetchOne(db, sql: rows) == old : db.totalChangesCount == before
    return isSame ? nil : statement
  }
}
