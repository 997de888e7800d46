import CaseStore
import Foundation
import TestSupport
import Testing

/// A store goes to another machine, as `Resources/Pages/growing.md` says.
struct MovingTests {
  @Test func `arrives as it was, with its letters' keys, and the old one is out of its place`()
    throws
  {
    let world = try BackupWorld()
    let store = world.store
    try store.succeed("volunteer", "add", "--name", "Yamada Rin", "--lang", "ja")
    try store.succeed("log", "note", "2026-0001", "body=before the move")
    try store.succeed("partner", "self")
    let before = try world.content(store.path)
    let backup = try world.backup()
    #expect(backup.exit == .code(0), "\(backup)")

    let restored = try world.restore(try #require(world.files.last), as: "new")
    #expect(restored.exit == .code(0), "\(restored)")
    let new = store.folder.path("new/tomoni.db")
    for ending in [".letter-key", ".letter-age"] {
      try FileManager.default.copyItem(atPath: store.path + ending, toPath: new + ending)
    }
    // The same numbers of records and entries, and the same seal.
    let counts = Set(
      restored.output.split(separator: "\n").filter { $0.contains(where: \.isNumber) })
    let told = Set(backup.output.split(separator: "\n"))
    #expect(counts.intersection(told).count >= 3, "\(backup.output) \(restored.output)")
    #expect(try world.content(new) == before)
    #expect(try store.run("journal", "verify", "--store", new).exit == .code(0))
    #expect(
      try store.succeed("partner", "self", "--store", new) == store.succeed("partner", "self"))

    // Nobody goes on in the old one.
    try FileManager.default.moveItem(atPath: store.path, toPath: store.path + ".moved")
    #expect(try store.run("list", "cases").exit == .code(66))
    try store.succeed("log", "note", "2026-0001", "body=after the move", "--store", new)
    #expect(try store.objects("list", "notes", "--store", new).count == 2)
  }

  /// Somebody went on in the old one all the same: the two are brought together.
  @Test func `what was still entered in the old one comes after`() throws {
    let world = try BackupWorld()
    let store = world.store
    #expect(try world.backup().exit == .code(0))
    #expect(try world.restore(try #require(world.files.last), as: "new").exit == .code(0))
    let new = store.folder.path("new/tomoni.db")
    try store.succeed("log", "note", "2026-0001", "body=too late")
    try store.succeed("set", "case", "2026-0002", "city=old")
    try store.succeed("set", "case", "2026-0002", "city=new", "--store", new)
    let trial = try store.run("unite", store.path, "--store", new, "--dry-run")
    #expect(trial.exit == .code(65) && trial.output.contains(".city"), "\(trial)")
    let done = try store.run("unite", store.path, "--store", new, "--keep", "all")
    #expect(done.exit == .code(0), "\(done)")
    #expect(try store.objects("list", "notes", "--store", new).count == 1)
    let again = try store.run("unite", store.path, "--store", new, "--keep", "all")
    #expect(again.exit == .code(0) && again.output.contains("nothing changed"), "\(again)")
    #expect(try store.run("journal", "verify", "--store", new).exit == .code(0))
  }
}
