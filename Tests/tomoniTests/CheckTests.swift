import Cells
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

  /// What `check` says at a terminal, as an object for each thing it looked at.
  private func asked(
    _ store: CommandStore, terminal: String = "xterm-256color", locale: String = "en_US.UTF-8",
    size: Size = Size(rows: 120, columns: 240), answers: Bool = true, background: String? = nil,
    environment: [String: String] = [:]
  ) throws -> (states: [String: String], screen: String, sent: String) {
    let own = ["HOME": store.folder.path, "LANG": locale].merging(environment) { $1 }
    let check = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), ["check", "--store", store.path, "--lang", "en"],
      environment: own, size: size, terminal: terminal, answers: answers, background: background)
    let before = check.lineMode
    #expect(try check.waitForExit(within: .seconds(30)) == .code(1))
    #expect(check.lineMode == before, "the terminal is as it was")
    let lines = check.screen.split(separator: "\n").map(String.init)
    let titles = [
      "probe": "Terminal, asked:", "line": "Lines:", "colours": "Colours:",
      "background": "Background:", "size": "Size:", "terminal": "Terminal:", "locale": "Locale:",
      "sshd": "SSH door:",
    ]
    let states = titles.compactMapValues { title in
      lines.first { $0.dropFirst(4).hasPrefix(title) }.map { String($0.prefix(2)) }
    }
    return (states, check.screen, check.everything)
  }

  @Test func `asks the terminal what the desk asks it`() throws {
    let store = try CommandStore(cases: false)
    let found = try asked(store, background: "ffff/ffff/ffff")
    for name in ["probe", "line", "colours", "background", "size", "terminal", "locale"] {
      #expect(found.states[name] == "ok", "\(name)\n\(found.screen)")
    }
    #expect(found.screen.contains("One cell wide") && found.screen.contains("Background: Light."))
    #expect(found.screen.contains("240x120"))
  }

  @Test func `says of a terminal that does not answer how to tell it, and of a small one`() throws {
    let store = try CommandStore(cases: false)
    let silent = try asked(store, terminal: "vt100", locale: "C", answers: false)
    #expect(silent.states["probe"] == "--", "\(silent.screen)")
    #expect(silent.states["colours"] == "--" && silent.states["locale"] == "--")
    #expect(silent.states["line"] == nil)
    #expect(silent.screen.contains("set chrome line") && silent.screen.contains("NO_COLOR"))
    let unknown = try asked(store, terminal: "nosuchterminal")
    #expect(unknown.states["terminal"] == "!!", "\(unknown.screen)")
    #expect(unknown.screen.contains("TERM=xterm-256color"))
    let plain = try asked(store, environment: ["NO_COLOR": "1"])
    #expect(plain.states["colours"] == "--")
  }

  @Test func `asks no terminal where there is none, or one that takes lines only`() throws {
    let store = try CommandStore(cases: false)
    let found = try findings(store)
    #expect(found["probe"] == "noted" && found["line"] == nil)
    #expect(found["sshd"] == "held")
    let dumb = try asked(store, terminal: "dumb")
    #expect(dumb.states["probe"] == "--" && !dumb.sent.contains("\u{1B}"))
  }

  @Test(arguments: ["ja", "en", "ja-simple"])
  func `says of each what mends it, in every language and for a program`(language: String) throws {
    let store = try CommandStore(cases: false)
    let run = try store.run("check", "--format", "json", "--lang", language)
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    for finding in found {
      let state = try #require(finding["state"] as? String)
      let mend = finding["mend"] as? String
      #expect((mend == nil) == (state == "held"), "\(finding)")
      #expect((finding["found"] as? String)?.isEmpty == false)
    }
    // What only is good to know does not make it end otherwise.
    let isBad = found.contains { ["open", "lacking", "refused"].contains($0["state"] as? String) }
    #expect(run.exit == .code(isBad ? 1 : 0))
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
