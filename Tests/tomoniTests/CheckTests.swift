import Foundation
import GRDB
import TestSupport
import Testing

/// What `check` says of a store, of a broken one, and of what a store depends on.
struct CheckTests {
  private func findings(_ store: CommandStore, _ arguments: String...) throws -> [String: String] {
    let run = try store.run(["check", "--format", "json"] + arguments)
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let pairs = try #require(array, "\(run)").compactMap { finding -> (String, String)? in
      guard let act = finding["act"] as? String, let state = finding["state"] as? String
      else { return nil }
      return (act, state)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  @Test func `finds a whole store whole, and misses its backup`() throws {
    let store = try CommandStore(cases: true)
    let found = try findings(store)
    for name in ["file", "schema", "content", "journal", "room"] {
      #expect(found[name] == "held", "\(name)")
    }
    #expect(found["backup"] == "lacking")
    let run = try store.run("check")
    #expect(run.exit == .code(1))
    #expect(run.output.contains("tomoni backup"), "\(run.output)")
  }

  @Test func `knows when the last backup was`() throws {
    let store = try CommandStore(cases: true)
    let now = Int64(Date.now.timeIntervalSince1970)
    for (age, state) in [(3600, "held"), (27 * 3600, "lacking")] as [(Int64, String)] {
      try store.folder.write("\(now - age) /backups/a.age\n", to: "tomoni.db.last-backup")
      #expect(try findings(store)["backup"] == state)
    }
  }

  @Test func `names damaged pages, what somebody changed, and what is no store`() throws {
    let store = try CommandStore(cases: true)
    let path = store.path
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE person SET phone = '000'; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
    #expect(try findings(store)["journal"] == "lacking")
    // A page of the tables in the middle, as a bad disk returns it.
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    let size = try file.seekToEnd()
    try file.seek(toOffset: size / 2 / 4096 * 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    try file.close()
    let run = try store.run("check")
    #expect(run.exit == .code(1))
    #expect(run.output.contains("tomoni restore"), "\(run.output)")
    try Data("hello".utf8).write(to: URL(fileURLWithPath: path))
    let broken = try store.run("check")
    #expect(broken.exit == .code(1) && broken.output.contains("!!"), "\(broken)")
  }

  @Test func `says of a disk that is full that it is full, and nothing of backups`() throws {
    let disk = try TightDisk(megabytes: 12)
    let path = disk.folder.appending(path: "tomoni.db").path
    let store = try CommandStore(cases: false)
    _ = try store.run(
      "init", "--organisation", "x", "--coordinator", "y", "--store",
      path)
    disk.fill()
    let run = try store.run("list", "cases", "--store", path)
    #expect(!run.errors.contains("restore"), "\(run)")
    let said = try store.run("check", "--store", path)
    #expect(said.output.contains("The disk is full"), "\(said)")
    #expect(!said.output.contains("restore"), "\(said)")
  }
}
