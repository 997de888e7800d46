import Foundation
import TestSupport
import Testing

/// What `--force` and a name of a file may do.
struct OutputFileTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  private func leftovers(_ store: CommandStore) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store.folder.path).filter {
      $0.hasSuffix(".new")
    }
  }

  /// Names of the store's files, some of which are not there until SQLite makes them.
  private static let own = [
    "tomoni.db", "tomoni.db.journal-key", "tomoni.db-wal", "tomoni.db-shm", "tomoni.db-journal",
    "drafts.db", "drafts.db-wal", "drafts.db-shm", "keys.db", "keys.db-wal",
  ]

  @Test(arguments: [["export", "cases"], ["ledger", "jobs"]])
  func `touch no file of the store, by whatever name`(command: [String]) throws {
    let store = try CommandStore()
    let folder = store.folder.path
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: folder + "/linked", withDestinationPath: folder)
    try store.folder.write("draft", to: "drafts.db")
    var names = Self.own.flatMap { name in
      [name, "./\(name)", "sub/../\(name)", "linked/\(name)"].map { folder + "/" + $0 }
    }
    for (index, name) in Self.own.enumerated()
    where files.fileExists(atPath: folder + "/" + name) {
      let (soft, hard) = (folder + "/soft\(index).csv", folder + "/hard\(index).csv")
      try files.createSymbolicLink(atPath: soft, withDestinationPath: name)
      try files.linkItem(atPath: folder + "/" + name, toPath: hard)
      names += [soft, hard]
    }
    let before = Self.own.map { bytes(folder + "/" + $0) }
    for name in names {
      let format = command[0] == "export" ? ["--format", "csv"] : []
      for force in [["--force"], []] {
        let run = try store.run(command + [name] + format + force)
        #expect(run.exit == .code(73), "\(name)")
        #expect(run.output == "" && run.errors.contains("belongs to one"), "\(run.errors)")
      }
    }
    // SQLite itself goes on with its log and its index.
    for (name, content) in zip(Self.own, before) where !name.contains("tomoni.db-") {
      #expect(bytes(folder + "/" + name) == content, "\(name)")
    }
    #expect(try leftovers(store) == [])
    #expect(try store.objects("list", "cases").count == 3)
    #expect(try store.run("journal", "verify").exit == .code(0))
  }

  @Test func `touch no other store, and none that is named through a link`() throws {
    let store = try CommandStore()
    let other = store.folder.path("other.db")
    try store.succeed("init", "--organisation", "O", "--coordinator", "C", "--store", other)
    for name in [other, other + ".journal-key", other + "-wal"] {
      let run = try store.run("export", "cases", name, "--format", "csv", "--force")
      #expect(run.exit == .code(73), "\(name)")
    }
    let link = store.folder.path("link.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store.path)
    for name in [store.path, store.path + ".journal-key", link, link + ".journal-key"] {
      let run = try store.run(
        "export", "cases", name, "--format", "csv", "--force", "--store", link)
      #expect(run.exit == .code(73), "\(name)")
    }
    #expect(try store.objects("list", "cases").count == 3)
  }

  @Test func `write into a pipe and a device, and leave them what they are`() throws {
    let store = try CommandStore()
    let pipe = store.folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let listed = try store.succeed("list", "cases", "--format", "csv")
    for force in [[], ["--force"]] {
      let reader = try RunningProgram("/bin/cat", [pipe])
      let run = try store.run(["export", "cases", pipe, "--format", "csv"] + force)
      #expect(run.exit == .code(0), "\(run.errors)")
      #expect(try reader.waitForEnd(within: .seconds(20)).output == "\u{FEFF}" + listed)
      #expect(mode(pipe) == S_IFIFO)
      #expect(
        try store.run(["export", "cases", "/dev/null", "--format", "csv"] + force).exit == .code(0))
      #expect(mode("/dev/null") == S_IFCHR)
      let full = try store.run(["export", "cases", "/dev/full", "--format", "csv"] + force)
      #expect(full.exit == .code(73) && full.output == "")
    }
    let device = store.folder.path("null")
    if mknod(device, S_IFCHR | 0o666, 1 << 8 | 3) == 0 {
      #expect(
        try store.run("export", "cases", device, "--format", "csv", "--force").exit != .code(65))
      #expect(mode(device) == S_IFCHR)
    }
    let standard = try store.run("export", "cases", "/dev/stdout", "--format", "csv")
    #expect(standard.output == "\u{FEFF}" + listed)
  }

  @Test func `refuse a folder and a link that leads nowhere`() throws {
    let store = try CommandStore()
    let link = store.folder.path("link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: store.folder.path("nothing.csv"))
    for (name, sentence) in [(store.folder.path, "is a folder"), (link, "is a link")] {
      let run = try store.run("export", "cases", name, "--format", "csv", "--force")
      #expect(run.exit == .code(73) && run.errors.contains(sentence), "\(run.errors)")
    }
    #expect(mode(link) == S_IFLNK)
    #expect(!FileManager.default.fileExists(atPath: store.folder.path("nothing.csv")))
  }

  @Test func `write the file that a link leads to, and keep the link`() throws {
    let store = try CommandStore()
    try FileManager.default.createDirectory(
      atPath: store.folder.path("shared"), withIntermediateDirectories: false)
    try store.folder.write("old", to: "shared/real.csv")
    let link = store.folder.path("link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "shared/real.csv")
    #expect(try store.run("export", "cases", link).exit == .code(73))
    #expect(try store.folder.text(of: "shared/real.csv") == "old")
    try store.succeed("export", "cases", link, "--force")
    #expect(mode(link) == S_IFLNK)
    #expect(try store.folder.text(of: "shared/real.csv").contains("SALMA HADDAD"))
    // Another name of the same file keeps what it has.
    let other = store.folder.path("other.csv")
    try FileManager.default.linkItem(atPath: store.folder.path("shared/real.csv"), toPath: other)
    let kept = bytes(other)
    try store.succeed("export", "companies", link, "--force")
    #expect(bytes(other) == kept)
  }

  /// In a small file system of its own, where one can be made.
  @Test func `say that the disk is full, and leave nothing there`() throws {
    let store = try CommandStore(cases: false)
    let lines = (1...400).map { "NAME NUMBER \($0),2026-04-01" }.joined(separator: "\n")
    try store.importSheet("cases", "nameRoman,opened\n" + lines)
    let small = store.folder.path("small")
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
    let program = BuiltProduct.path("tomoni")
    let script = """
      mount -t tmpfs -o size=16k,mode=700 none '\(small)' || exit 99
      '\(program)' export cases '\(small)/out.csv'; echo "status $?"; ls -A '\(small)'
      """
    let run = try ProgramRun(
      "/usr/bin/unshare", ["--mount", "/bin/sh", "-c", script],
      environment: ["TOMONI_STORE": store.path, "LANG": "en_US.UTF-8"])
    if run.exit == .code(99) || run.errors.hasPrefix("unshare:") { return }
    #expect(run.output == "status 73\n")
    #expect(run.errors.contains("cannot be written"))
  }

  // MARK: Refused rows

  private static let bad = "nameRoman,birthDate\nGOOD ONE,1990-02-03\nBAD ONE,1990-02-30\n"

  private func importBad(
    _ text: String = bad, into store: CommandStore
  ) throws -> ProgramRun {
    try store.folder.write(text, to: "cases.csv")
    return try store.run("import", "cases", store.folder.path("cases.csv"), "--skip-bad")
  }

  @Test func `never replace refused rows that somebody corrects`() throws {
    let store = try CommandStore(cases: false)
    let (first, second) = ("cases.csv.refused.csv", "cases.csv.refused-2.csv")
    #expect(try importBad(into: store).errors.contains(first))
    let untouched = bytes(store.folder.path(first))
    // The same rows again are there already.
    #expect(try importBad(into: store).errors.contains(first))
    #expect(bytes(store.folder.path(first)) == untouched)
    try store.folder.write("corrected", to: first)
    let run = try importBad(into: store)
    #expect(run.exit == .code(0))
    #expect(run.errors == "The refused rows were written to \(store.folder.path(second))\n")
    #expect(try store.folder.text(of: first) == "corrected")
    #expect(bytes(store.folder.path(second)) == untouched)
    #expect(mode(store.folder.path(second)) == S_IFREG)
    #expect(try leftovers(store) == [])
  }

  @Test func `leave no row out that can be kept nowhere`() throws {
    let store = try CommandStore(cases: false)
    let name = String(repeating: "n", count: 245) + ".csv"
    try store.folder.write(Self.bad, to: name)
    let run = try store.run("import", "cases", store.folder.path(name), "--skip-bad")
    #expect(run.exit == .code(73))
    #expect(run.errors.contains("Nothing was written"), "\(run.errors)")
    #expect(try store.objects("list", "cases").isEmpty)
    // Where no row is refused nothing has to be kept.
    try store.folder.write("nameRoman\nGOOD ONE\n", to: name)
    #expect(
      try store.run("import", "cases", store.folder.path(name), "--skip-bad").exit == .code(0))
    #expect(try store.objects("list", "cases").count == 1)
  }
}
