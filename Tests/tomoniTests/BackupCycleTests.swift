import Foundation
import GRDB
import TestSupport
import Testing

/// Backups that are made and restored again and again while others write: each is the store as it was at
/// one moment, row by row, with all that was told to be saved before.
///
/// 2 cycles beside 4 writers by default; the whole 100 of T14 beside 20 by `BACKUP_CYCLES=100`.
@Suite(.serialized) struct `Backup and restore` {
  private static let asked =
    ProcessInfo.processInfo.environment["BACKUP_CYCLES"].flatMap(Int.init)
  /// A store grows while each cycle goes through all of it, the next one longer: ten of them take minutes a command.
  private static let cyclesOfOneStore = 5

  @Test func `give back one moment of a store that twenty write into`() throws {
    let cycles = Self.asked ?? 2
    for first in stride(from: 0, to: cycles, by: Self.cyclesOfOneStore) {
      let world = try BackupWorld()
      let writers = try (0..<(Self.asked == nil ? 4 : 20)).map { number in
        try RunningProgram(
          BuiltProduct.path("StoreWriter"), [world.store.path, "1", "w\(number)", "1000000"])
      }
      for cycle in first..<min(first + Self.cyclesOfOneStore, cycles) {
        // All of them write before it begins, and go on while it is made.
        let told = writers.map { Self.told(by: $0).count }
        for (writer, count) in zip(writers, told) {
          try writer.wait(until: "it writes", within: .seconds(60)) {
            Self.told(by: $0).count > count
          }
        }
        let saved = writers.flatMap(Self.told)
        let restored = try goRound(world, cycle)
        let (kept, all) = try expectMoment(restored, of: world.store.path, cycle: cycle)
        #expect(kept.isSuperset(of: saved), "cycle \(cycle)")
        #expect(all > kept.count, "cycle \(cycle): nobody wrote meanwhile")
      }
      #expect(writers.allSatisfy { !$0.hasEnded })
      for writer in writers {
        writer.signal(SIGKILL)
        _ = try writer.waitForEnd()
      }
      let last = try goRound(world, -1)
      let (kept, all) = try expectMoment(last, of: world.store.path, cycle: -1)
      #expect(kept.count == all)
    }
  }

  private static func told(by writer: RunningProgram) -> [Int64] {
    writer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap {
      Int64($0)
    }
  }

  /// Makes a backup, and a store of it.
  private func goRound(_ world: BackupWorld, _ cycle: Int) throws -> String {
    let before = Set(world.files)
    let run = try world.backup()
    #expect(run.exit == .code(0), "cycle \(cycle): \(run)")
    let file = try #require(world.files.first { !before.contains($0) })
    let name = "again\(cycle)"
    let restored = try world.restore(file, as: name)
    #expect(restored.exit == .code(0), "cycle \(cycle): \(restored)")
    let path = world.store.folder.path(name + "/tomoni.db")
    #expect(try world.store.run("journal", "verify", "--store", path).exit == .code(0))
    return path
  }

  /// Compares every table of a restored store with the one it was of, into which notes were added since,
  /// and nothing else.
  ///
  /// - Returns: the notes of the restored store, and how many there are by now.
  private func expectMoment(
    _ restored: String, of path: String, cycle: Int
  ) throws -> (Set<Int64>, Int) {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS restored", arguments: [restored])
      // All of the tables as they are at one moment.
      try db.execute(sql: "BEGIN")
      defer { try? db.execute(sql: "ROLLBACK") }
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
      let last = try number("SELECT max(id) FROM restored.note")
      let entry = try number("SELECT max(sequence) FROM restored.journalRow")
      // What came with the notes since.
      let since = [
        "note": "id > \(last)", "journalRow": "sequence > \(entry)",
        "journalContent": "sequence > \(entry)",
        "searchText": """
        id NOT IN (SELECT id FROM restored.searchText) AND id & 0xFFFFFFFFFF > \(last)
        """,
      ]
      // Which file it is, and which program opened it last.
      let columns = ["storeIdentity": "one, id"]
      let others = ["derived": "name <> 'program'"]
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
          AND name NOT LIKE 'sqlite%'
          """)
      #expect(tables.count > 60)
      for table in tables {
        let (columns, others) = (columns[table] ?? "*", others[table] ?? "1")
        let before = "SELECT \(columns) FROM restored.\"\(table)\" WHERE \(others)"
        let after = "SELECT \(columns) FROM main.\"\(table)\" WHERE \(others)"
        let lost = try number("SELECT count(*) FROM (\(before) EXCEPT \(after))")
        let added = try number(
          "SELECT count(*) FROM (\(after) AND NOT (\(since[table] ?? "0")) EXCEPT \(before))")
        #expect(lost == 0 && added == 0, "cycle \(cycle), \(table): \(lost) and \(added) rows")
      }
      let kept = try Int64.fetchAll(db, sql: "SELECT id FROM restored.note")
      return (Set(kept), try number("SELECT count(*) FROM main.note"))
    }
  }
}
