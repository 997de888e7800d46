@testable import CaseStore
import Casework
import Foundation
import GRDB
import Testing

@Suite struct `Opening a store` {
  private let clock: CaseStore.Clock = { Instant(1_790_987_400) }

  private func open(_ path: String) throws -> CaseStore {
    try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: clock)
  }

  @Test func `makes it private, whole and named`() throws {
    let desk = try Desk(isDemo: true)
    #expect(
      desk.store.organisation
        == Organisation(name: "ともに", isDemo: true, schemaVersion: Schema.current.version))
    #expect(desk.store.viewerLink.title == "林 桃子")
    #expect(try OpenedStore(desk.path).isDemo())
    func mode(_ name: String) throws -> Int? {
      let path = name.isEmpty ? desk.folder.path : desk.folder.appending(path: name).path
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? Int).map { $0 & 0o777 }
    }
    #expect(try mode("") == 0o700)
    for name in ["tomoni.db", "tomoni.db-wal", "tomoni.db.journal-key"] {
      #expect(try mode(name) == 0o600, "\(name)")
    }
    let staff = try desk.card(.staff, RecordID(1))
    #expect(staff["account"] == .text("hayashi") && staff["isSupervisor"] == .flag(true))
    let first = try desk.store.journal(JournalFilter(), limit: 9)
    #expect(first.map(\.command) == ["init"] && first[0].who == nil)
    let settings = try desk.raw { db in
      try ["journal_mode", "application_id"].map {
        try String.fetchOne(
          db, sql: "SELECT CAST(x AS TEXT) FROM (SELECT \($0) AS x FROM pragma_\($0))")
      }
    }
    #expect(settings == ["wal", "1414483279"])
  }

  @Test func `makes no second store in the place of one`() throws {
    let desk = try Desk()
    let found = refusal {
      try StoreSetup.create(
        desk.path, organisation: "x", coordinator: "x", account: "x", clock: clock)
    }
    #expect(found == .storeExists(path: desk.path))
    let nowhere = "/proc/nowhere/tomoni.db"
    let refused = refusal {
      try StoreSetup.create(
        nowhere, organisation: "x", coordinator: "x", account: "x", clock: clock)
    }
    #expect(refused == .notWritable(path: nowhere))
  }

  @Test func `says that there is no store`() throws {
    #expect(refusal { try open("/nowhere/tomoni.db") } == .storeMissing(path: "/nowhere/tomoni.db"))
  }

  @Test(arguments: ["", "Name,Birth\n", String(repeating: "SQLite format 3\0", count: 20)])
  func `says that a file is no store`(content: String) throws {
    let desk = try Desk()
    let path = desk.folder.appending(path: "other.db").path
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    #expect(refusal { try open(path) } == .notAStore(path: path))
    #expect(FileManager.default.contents(atPath: path) == Data(content.utf8))
  }

  @Test func `says that another program's database is no store`() throws {
    let desk = try Desk()
    let path = desk.folder.appending(path: "other.db").path
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE a (x)") }
    try queue.close()
    #expect(refusal { try open(path) } == .notAStore(path: path))
  }

  @Test func `does not touch a store of a newer program`() throws {
    let desk = try Desk()
    let copy = desk.folder.appending(path: "newer.db").path
    try desk.raw { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    let queue = try DatabaseQueue(path: copy)
    let newer = Schema.current.version + 1
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(newer)") }
    try queue.close()
    let before = FileManager.default.contents(atPath: copy)
    #expect(refusal { try open(copy) } == .storeNewer(path: copy, version: newer))
    #expect(FileManager.default.contents(atPath: copy) == before)
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
  }

  @Test(arguments: [
    ("tomoni.db", 0o640), ("tomoni.db", 0o604), ("tomoni.db.journal-key", 0o644), ("", 0o770),
    ("", 0o702),
  ])
  func `refuses what others may read or replace`(name: String, mode: Int) throws {
    let desk = try Desk()
    let path = name.isEmpty ? desk.folder.path : desk.folder.appending(path: name).path
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    guard case .notPrivate = refusal({ try desk.open() }) else {
      Issue.record("opened")
      return
    }
  }

  @Test func `refuses a store of another owner`() throws {
    try #require(geteuid() == 0, "needs root to make a file of another owner")
    let desk = try Desk()
    try FileManager.default.setAttributes([.ownerAccountID: 1234], ofItemAtPath: desk.path)
    #expect(refusal { try desk.open() } == .notPrivate(path: desk.path))
  }

  /// Whoever may write into a folder above it, or owns one, can put another in its place.
  @Test func `refuses a store below a folder that others can exchange`() throws {
    let top = FileManager.default.temporaryDirectory.appending(path: "above-\(UUID().uuidString)")
    let folder = top.appending(path: "between/data")
    defer { try? FileManager.default.removeItem(at: top) }
    let path = folder.appending(path: "tomoni.db").path
    func make() throws(Refusal) {
      try StoreSetup.create(
        path, organisation: "北支援", coordinator: "森", account: "mori", clock: { Instant(0) })
    }
    func set(_ mode: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: top.path)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for mode in [0o777, 0o775, 0o2775] {
      try set(mode)
      #expect(refusal { try make() } == .looseFolder(path: top.path))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    // As /tmp is.
    try set(0o1777)
    try make()
    _ = try OpenedStore(path)
    try set(0o777)
    #expect(refusal { try OpenedStore(path) } == .looseFolder(path: top.path))
    try set(0o755)
    _ = try OpenedStore(path)
    guard geteuid() == 0 else { return }
    try FileManager.default.setAttributes([.ownerAccountID: 1], ofItemAtPath: top.path)
    #expect(refusal { try OpenedStore(path) } == .folderOfOther(path: top.path, owner: "daemon"))
  }

  @Test func `says that the journal's key is missing or no key`() throws {
    let desk = try Desk()
    let key = desk.path + ".journal-key"
    let refused = Refusal.journalKeyMissing(path: key)
    try Data("short".utf8).write(to: URL(fileURLWithPath: key))
    #expect(refusal { try desk.open() } == refused)
    try FileManager.default.removeItem(atPath: key)
    #expect(refusal { try desk.open() } == refused)
  }

  @Test func `opens for nobody who is not active`() throws {
    let desk = try Desk()
    let id = try desk.add(.staff, ["name": .text("x"), "isActive": .flag(false)])
    #expect(refusal { try desk.open(as: .coordinator(id)) } == .unknownViewer("ST-0002"))
    #expect(refusal { try desk.open(as: .coordinator(RecordID(9))) } == .unknownViewer("ST-0009"))
    #expect(refusal { try desk.open(as: .volunteer(RecordID(9))) } == .unknownViewer("V-0009"))
    let other = try desk.add(.staff, ["name": .text("y")])
    let theirs = try desk.open(as: .coordinator(other))
    _ = try theirs.count(ListQuery(.case))
    try desk.change(.staff, other, ["isActive": .flag(false)])
    #expect(refusal { try theirs.count(ListQuery(.case)) } == .unknownViewer("ST-0003"))
  }

  @Test func `says that a damaged store is damaged and shows nothing of it`() throws {
    let desk = try Desk()
    for number in 1...40 { _ = try desk.addCase("Person \(number)") }
    try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let copy = desk.folder.appending(path: "damaged.db").path
    var data = try #require(FileManager.default.contents(atPath: desk.path))
    for page in 2..<(data.count / 4096) {
      data.replaceSubrange(page * 4096..<page * 4096 + 512, with: Data(repeating: 0xAA, count: 512))
    }
    try data.write(to: URL(fileURLWithPath: copy))
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
    try files.copyItem(atPath: desk.path + ".journal-key", toPath: copy + ".journal-key")
    let found = refusal { try open(copy).page(ListQuery(.case), .first, count: 40) }
    #expect(found == .storeDamaged(path: copy))
  }

  @Test func `notices what another process wrote, not what it wrote itself`() throws {
    let desk = try Desk()
    let other = try desk.open()
    let before = try desk.store.dataVersion()
    _ = try desk.addCase("A")
    #expect(try desk.store.dataVersion() == before)
    _ = try other.save(
      Change(.host, values: ["name": .text("佐藤家")], command: "host.add"))
    #expect(try desk.store.dataVersion() != before)
  }
}
