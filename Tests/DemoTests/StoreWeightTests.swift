import CaseStore
import Casework
import Foundation
import GRDB
import Testing

@testable import Demo

/// What a store weighs on the disk, by the pages of its tables and indexes without what is empty in
/// them.
@Suite struct `A store on the disk` {
  private struct Weight {
    let tables: [String: Int]
    let cases: Int
    let entries: Int

    func of(_ names: String...) -> Int { names.reduce(0) { $0 + (tables[$1] ?? 0) } }
  }

  private func weight(of organisation: DemoOrganisation) throws -> Weight {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "weight-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "demo.db").path
    var now = Instant(Int64(Office.founded(organisation.today.dayNumber) * 86_400))
    try StoreSetup.create(
      path, organisation: "x", coordinator: "y", account: "", isDemo: true, clock: { now })
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { now })
    try store.bulk(filling: true) { writer in
      try organisation.fill({ change, instant in
        now = instant
        return try writer.save(change)
      }) { _, _ in }
    }
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT m.tbl_name AS name, sum(s.pgsize - s.unused) AS bytes
          FROM dbstat AS s JOIN sqlite_schema AS m ON m.name = s.name GROUP BY m.tbl_name
          """)
      return Weight(
        tables: Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["bytes"]) }),
        cases: try Int.fetchOne(db, sql: "SELECT count(*) FROM \"case\"") ?? 0,
        entries: try Int.fetchOne(db, sql: "SELECT count(*) FROM journalRow") ?? 0)
    }
  }

  /// The figures are those of November 2026 and a tenth more.
  @Test func `takes no more than it did`() throws {
    var organisation = DemoOrganisation(cases: 40, seed: 3, today: CivilDate(dayNumber: 20_786))
    organisation.told = .full
    let weight = try weight(of: organisation)
    #expect(weight.cases == 40)
    // An entry with its content and its indexes: 96 bytes of them are what proves it.
    #expect(weight.of("journalRow", "journalContent") / weight.entries < 320)
    // An assessment of fourteen scores, five times over two years.
    #expect(weight.of("needscore") / weight.cases < 2_740)
    #expect(weight.of("statusMove") / weight.entries < 15)
    // With the passport and the household of everybody who has a stay to renew.
    #expect(weight.tables.values.reduce(0, +) / weight.cases < 50_400)
  }
}
