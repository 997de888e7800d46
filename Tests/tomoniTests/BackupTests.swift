import Foundation
import TestSupport
import Testing

/// A backup is what a restored store proves; what cannot be restored is none.
struct BackupTests {
  private typealias World = BackupWorld

  @Test func `each of the recipients restores all of it, and the journal holds`() throws {
    let world = try World()
    let run = try world.backup()
    #expect(run.exit == .code(0) && run.errors == "", "\(run)")
    #expect(run.output.contains("3 cases, "), "\(run.output)")
    let file = try #require(world.files.first)
    #expect(world.files.count == 1)
    let text = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(text.range(of: Data("SALMA".utf8)) == nil)
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    for identity in [0, 1] {
      let restored = try world.restore(file, as: "new\(identity)", by: identity)
      #expect(restored.exit == .code(0), "\(restored)")
      let path = world.store.folder.path("new\(identity)/tomoni.db")
      #expect(try world.content(path) == world.content(world.store.path))
      #expect(try world.store.run("journal", "verify", "--store", path).exit == .code(0))
      // It goes on.
      try world.store.succeed(
        "staff", "add", "--name", "Abe Rin", "--account", "abe", "--store", path)
    }
    #expect(try leftovers(in: world.store.folder.path).isEmpty)
  }

  @Test func `is of one moment while somebody writes`() throws {
    let world = try World(cases: false)
    let rows = (0..<1500).map { "PERSON \($0),2026-04-01" }.joined(separator: "\n")
    try world.store.folder.write("nameRoman,opened\n\(rows)\n", to: "many.csv")
    let writer = try RunningProgram(
      BuiltProduct.path("tomoni"), ["import", "cases", world.store.folder.path("many.csv")],
      environment: ["HOME": world.store.folder.path, "TOMONI_STORE": world.store.path])
    var counts: [Int] = []
    for turn in 0..<3 {
      let file = world.backups + "/\(turn)"
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
      let run = try world.store.run("backup", file, "--recipients", world.recipients)
      #expect(run.exit == .code(0), "\(run)")
      let name = try #require(
        FileManager.default.contentsOfDirectory(atPath: file).first { $0.hasSuffix(".age") })
      #expect(try world.restore("\(file)/\(name)", as: "r\(turn)").exit == .code(0))
      let path = world.store.folder.path("r\(turn)/tomoni.db")
      #expect(try world.store.run("journal", "verify", "--store", path).exit == .code(0))
      counts.append(
        try world.store.objects("list", "cases", "--store", path).count)
    }
    #expect(try writer.waitForEnd(within: .seconds(120)).exit == .code(0))
    #expect(counts == counts.sorted() && counts.allSatisfy { $0 == 0 || $0 == 1500 }, "\(counts)")
  }

  @Test func `a changed or shortened file is refused, and leaves nothing`() throws {
    let world = try World()
    #expect(try world.backup().exit == .code(0))
    let file = try #require(world.files.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var random = SplitMix(seed: 20_261_130)
    for turn in 0..<flips {
      var bytes = whole
      if turn % 4 == 3 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      let damaged = world.store.folder.path("damaged.age")
      try bytes.write(to: URL(fileURLWithPath: damaged))
      let run = try world.restore(damaged, as: "damaged")
      guard run.exit != .code(0) else {
        Issue.record("restored with change \(turn)")
        continue
      }
      #expect(run.output == "")
      let folder = world.store.folder.path("damaged")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  /// How many damaged files are tried; `BACKUP_FLIPS=1000` for all.
  private var flips: Int {
    ProcessInfo.processInfo.environment["BACKUP_FLIPS"].flatMap(Int.init) ?? 25
  }

  @Test func `needs two who can open it, and public keys`() throws {
    let one = try World(recipients: 1).backup()
    #expect(one.exit == .code(65))
    #expect(one.errors.contains("at least 2 are needed"), "\(one)")
    let world = try World()
    let twice = try String(contentsOfFile: "\(world.identities[0]).pub", encoding: .utf8)
    try world.store.folder.write(twice + twice, to: "recipients")
    #expect(try world.backup().exit == .code(65))
    let secret = try String(contentsOfFile: world.identities[0], encoding: .utf8)
    try world.store.folder.write(secret, to: "recipients")
    let run = try world.backup()
    #expect(run.exit == .code(65) && !run.errors.contains(secret.dropFirst(60).prefix(30)))
    #expect(world.files.isEmpty)
  }

  @Test func `is not put over a store, and not opened by a stranger`() throws {
    let world = try World()
    #expect(try world.backup().exit == .code(0))
    let file = try #require(world.files.first)
    let before = try world.content(world.store.path)
    let over = try world.store.run("restore", file, "--identity", world.identities[0])
    #expect(over.exit == .code(73), "\(over)")
    #expect(try world.content(world.store.path) == before)
    try SystemProgram.run(
      "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f",
      world.store.folder.path("stranger"))
    let run = try world.store.run(
      "restore", file, "--identity", world.store.folder.path("stranger"), "--store",
      world.store.folder.path("stolen/tomoni.db"))
    #expect(run.exit == .code(65) && run.output == "", "\(run)")
    // A file that age opens and that is none of ours.
    let other = world.store.folder.path("other.age")
    try SystemProgram.run(
      "/usr/bin/age", "-R", world.recipients, "-o", other, world.recipients)
    let none = try world.restore(other, as: "none")
    #expect(none.exit == .code(65))
    #expect(none.errors.contains("Not a backup of a Tomoni store"), "\(none)")
  }

  @Test func `nobody who was erased comes back with it`() throws {
    let world = try World()
    try world.store.importSheet(
      "cases", "nameRoman,opened,status,notes\nZQXONE ERASED,2026-04-01,Closed,zqxnote\n")
    let number = try #require(
      world.store.objects("list", "cases", "--search", "ZQXONE").first?["number"])
    #expect(try world.backup().exit == .code(0))
    let first = try #require(world.files.first)
    try world.store.succeed("erase", number, "--reason", "asked for")
    #expect(try world.backup().exit == .code(0))
    for (turn, file) in world.files.enumerated() {
      #expect(try world.restore(file, as: "again\(turn)").exit == .code(0))
      let folder = world.store.folder.path("again\(turn)")
      let found = try ProgramRun("/bin/grep", ["-rilaF", "-e", "zqxone", "-e", "zqxnote", folder])
      #expect(found.exit == .code(1) && found.output == "", "\(found)")
      let path = folder + "/tomoni.db"
      #expect(try world.store.run("journal", "verify", "--store", path).exit == .code(0))
      #expect(try world.store.objects("list", "cases", "--store", path).count == 4)
    }
    #expect(world.files.first == first)
  }

  @Test func `older ones go once the new one is proved, and nothing else does`() throws {
    let world = try World()
    let keep = [
      "tomoni-20200101T000000Z.db", "tomoni-x-20200101T000000Z.db.age", "notes.txt",
      "other-20200101T000000Z.db.age", "tomoni-2020010aT000000Z.db.age",
    ]
    for name in keep + ["tomoni-20200101T000000Z.db.age"] {
      try world.store.folder.write("", to: "backups/\(name)")
    }
    let failed = try world.store.run(
      "backup", world.backups, "--recipients", world.store.folder.path("nowhere"))
    #expect(failed.exit == .code(66))
    #expect(world.files.contains("\(world.backups)/tomoni-20200101T000000Z.db.age"))
    let run = try world.backup()
    #expect(run.output.contains("Removed 1 backup older than 35 days."), "\(run)")
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: world.backups))
    #expect(names.isSuperset(of: keep) && !names.contains("tomoni-20200101T000000Z.db.age"))
    #expect(try world.backup("--keep-days", "36").exit == .code(64))
  }

  @Test func `is signed, and restored only where one of the signers made it as it is`() throws {
    let world = try World()
    let key = world.identities[0]
    let words = try String(contentsOfFile: key + ".pub", encoding: .utf8)
    let other = try String(contentsOfFile: world.identities[1] + ".pub", encoding: .utf8)
    try world.store.folder.write("office \(words)", to: "signers")
    try world.store.folder.write("stranger \(other)", to: "strangers")
    #expect(try world.backup("--sign", key).exit == .code(0))
    let file = try #require(world.files.first)
    func restore(_ name: String, by signers: String) throws -> ProgramRun {
      try world.store.run(
        "restore", file, "--identity", key, "--signers", world.store.folder.path(signers),
        "--store", world.store.folder.path(name + "/tomoni.db"))
    }
    let good = try restore("good", by: "signers")
    #expect(good.exit == .code(0) && good.output.hasPrefix("Signed by office"), "\(good)")
    #expect(try restore("strange", by: "strangers").exit == .code(65))
    // Signed for something else, changed since, or not at all.
    try SystemProgram.run(
      "/usr/bin/ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "file", key + ".pub")
    let signature = try Data(contentsOf: URL(fileURLWithPath: file + ".sig"))
    try FileManager.default.removeItem(atPath: file + ".sig")
    #expect(try restore("none", by: "signers").exit == .code(66))
    try Data(contentsOf: URL(fileURLWithPath: key + ".pub.sig"))
      .write(to: URL(fileURLWithPath: file + ".sig"))
    #expect(try restore("else", by: "signers").exit == .code(65))
    try signature.write(to: URL(fileURLWithPath: file + ".sig"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(try restore("changed", by: "signers").exit == .code(65))
    #expect(!FileManager.default.fileExists(atPath: world.store.folder.path("changed/tomoni.db")))
  }

  @Test func `its seals tell a journal that was cut, rolled back or written anew`() throws {
    let world = try World()
    let seals = world.backups + "/tomoni-seals.txt"
    func verify(_ words: String...) throws -> ProgramRun {
      try world.store.run(["journal", "verify"] + words)
    }
    let old = try Data(contentsOf: URL(fileURLWithPath: world.store.path))
    #expect(try world.backup().exit == .code(0))
    try world.store.succeed("staff", "add", "--name", "Abe Rin", "--account", "abe")
    let later = try verify("--seals", seals)
    #expect(later.exit == .code(0), "\(later)")
    #expect(later.output.contains("; 1 entry came after it."), "\(later.output)")
    // The next backup's seal, then the file as it was before.
    #expect(try world.backup().exit == .code(0))
    try old.write(to: URL(fileURLWithPath: world.store.path))
    for ending in ["-wal", "-shm"] { unlink(world.store.path + ending) }
    chmod(world.store.path, 0o600)
    #expect(try verify().exit == .code(0))
    let rolledBack = try verify("--seals", seals)
    #expect(rolledBack.exit == .code(1), "\(rolledBack)")
    #expect(rolledBack.errors.contains("is not in this journal"), "\(rolledBack)")
    #expect(try verify("--seal", "abc").exit == .code(65))
    #expect(try verify("--seal", String(repeating: "0", count: 64)).exit == .code(1))
  }

  private func leftovers(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasPrefix(".tomoni-") || $0.hasSuffix(".new")
    }
  }

  @Test func `a full disk leaves the store and the older backups as they are`() throws {
    let world = try World()
    #expect(try world.backup().exit == .code(0))
    let disk = try TightDisk(megabytes: 1)
    disk.fill()
    let run = try world.store.run(
      "backup", disk.folder.path, "--recipients", world.recipients)
    #expect(run.exit != .code(0) && !run.errors.isEmpty && run.output == "", "\(run)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == ["filling"])
    #expect(world.files.count == 1)
    #expect(try world.store.run("journal", "verify").exit == .code(0))
  }

  @Test func `what a killed one left goes with the next`() throws {
    let world = try World()
    let gone = try RunningProgram("/bin/true")
    _ = try gone.waitForEnd(within: .seconds(30))
    let (stray, other) = (".tomoni-\(gone.process).abc123", ".tomoni-1.abc123")
    for name in [stray, other] {
      let path = world.store.folder.path(name)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try world.store.folder.write("SALMA", to: "\(name)/copy")
    }
    #expect(try world.backup().exit == .code(0))
    #expect(try leftovers(in: world.store.folder.path) == [other])
  }

  @Test func `says what is missing where it cannot begin`() throws {
    let world = try World()
    let nowhere = try world.store.run(
      "backup", world.store.folder.path("absent"), "--recipients", world.recipients)
    #expect(nowhere.exit == .code(73))
    #expect(nowhere.errors.contains("There is no such folder"), "\(nowhere)")
    let none = try world.store.run(
      "restore", world.store.folder.path("absent.age"), "--identity", world.identities[0],
      "--store", world.store.folder.path("n/tomoni.db"))
    #expect(none.exit == .code(66), "\(none)")
  }
}
