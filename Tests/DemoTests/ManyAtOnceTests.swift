import CaseStore
import Casework
import CustomDump
import Fold
import Foundation
import GRDB
import Testing

@testable import Demo

/// What is written many at a time is what is written one by one: the same records, entries, deadlines
/// and searched texts, and indexes in the same order.
@Suite struct `Many at once` {
  struct Scene: CustomTestStringConvertible, Sendable {
    let cases: Int
    let seed: UInt64
    let day: Int
    let told: Office.Detail
    var testDescription: String { "\(cases) cases, seed \(seed), day \(day), \(told)" }

    var organisation: DemoOrganisation {
      var organisation = DemoOrganisation(
        cases: cases, seed: seed, today: CivilDate(dayNumber: day))
      organisation.told = told
      return organisation
    }
  }

  static let scenes = [
    Scene(cases: 14, seed: 1, day: 20_779, told: .full),
    Scene(cases: 30, seed: 2, day: 21_243, told: .sparse),
    Scene(cases: 9, seed: 11, day: 21_608, told: .full),
  ]

  @Test(arguments: scenes) func `writes what one by one writes`(scene: Scene) throws {
    let singly = try Store(scene) { store, save in
      try scene.organisation.fill({ try save($0, $1) { try store.save($0) } }) { _, _ in }
    }
    let together = try Store(scene) { store, save in
      try store.bulk { writer in
        try scene.organisation.fill({ try save($0, $1) { try writer.save($0) } }) { _, _ in }
      }
    }
    let filled = try Store(scene) { store, save in
      try store.bulk(filling: true) { writer in
        try scene.organisation.fill({ try save($0, $1) { try writer.save($0) } }) { _, _ in }
      }
    }
    let expected = try singly.content()
    #expect(expected["case"]?.count == scene.cases)
    expectNoDifference(try together.content(), expected)
    expectNoDifference(try filled.content(), expected)
    for store in [singly, together, filled] {
      #expect(try store.store.verifyJournal().isWhole)
      try store.checkSearch()
    }
  }

  /// A store that was filled in some way.
  private final class Store {
    let store: CaseStore
    private let folder: URL
    private var path: String { folder.appending(path: "demo.db").path }
    private let clock: Clock

    private final class Clock {
      var now: Instant
      init(_ now: Instant) { self.now = now }
    }

    typealias Save = (Change, Instant, (Change) throws -> Saved) throws -> Saved

    init(_ scene: Scene, _ fill: (CaseStore, Save) throws -> Void) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "many-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let clock = Clock(Instant(Int64(Office.founded(scene.day) * 86_400)))
      self.clock = clock
      let path = folder.appending(path: "demo.db").path
      try StoreSetup.create(
        path, organisation: "x", coordinator: "y", account: "", isDemo: true,
        clock: { clock.now })
      store = try CaseStore.open(
        path, as: .coordinator(RecordID(1)), clock: { clock.now })
      try fill(store) { change, instant, save in
        clock.now = instant
        return try save(change)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Those made at once are known since the last day; those made one by one since each was made.
    private static let ofDeadlines: Set<String> = [
      "id", "knownSince", "unseenSince", "coverFrom", "supervisorFrom",
    ]

    /// The rows of each table, without what is drawn by lot and the ids of deadlines, and the indexes in
    /// their order.
    func content() throws -> [String: [String]] {
      try read { db in
        let codes = try Row.fetchAll(db, sql: "SELECT code, id FROM \"case\"").map {
          ($0[0] as String, "code of \($0[1] as Int64)")
        }
        let tables = try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'searchIndex%'
              AND name NOT IN (SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
                WHERE m.type = 'table' AND c.name = 'inode')
            """)
        var content: [String: [String]] = [:]
        for table in tables {
          let random = Self.random.union(table == "deadline" ? Self.ofDeadlines : [])
          content[table] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
            row.filter { !random.contains($0.0) }
              .map { "\($0.0): \(Self.text($0.1, without: codes))" }.joined(separator: " | ")
          }.sorted()
        }
        content["indexes"] = try String.fetchAll(
          db,
          sql: """
            SELECT tbl_name || ' ' || name FROM sqlite_schema WHERE type = 'index'
              AND sql IS NOT NULL ORDER BY tbl_name, rowid
            """)
        return content
      }
    }

    private static let random: Set<String> = ["uid", "hash", "mac", "salt"]

    private static func text(_ value: DatabaseValue, without codes: [(String, String)]) -> String {
      let text = "\(value)"
      return codes.reduce(text) { text, code in
        // As it stands in a record and as it is searched.
        text.replacingOccurrences(of: code.0, with: code.1)
          .replacingOccurrences(of: " \(Fold.key(code.0)) ", with: " \(code.1) ")
      }
    }

    /// The index of the search holds what its texts say.
    func checkSearch() throws {
      try read { db in
        try db.execute(sql: "INSERT INTO searchIndex (searchIndex) VALUES ('integrity-check')")
      }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction { try body($0) }
    }
  }
}
