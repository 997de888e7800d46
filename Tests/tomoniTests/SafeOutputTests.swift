import Casework
import Cells
import Foundation
import TestSupport
import Testing

/// No text reaches a terminal, or whoever reads a pipe as one, but as signs.
struct SafeOutputTests {
  /// What would set the clipboard, the title and colours, turn the reading direction or hide.
  private static let raw =
    "\u{1B}]52;c;eA==\u{7}\u{1B}[31m\u{202E}\u{9B}2J\u{E0041}\u{200B}\u{2066}\u{8}"
  private static let forbidden: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{202E}", "\u{9B}", "\u{E0041}", "\u{200B}", "\u{2066}", "\u{8}", "\t",
    "\u{85}", "\u{2028}",
  ]

  /// A store in which every text that can be typed is hostile.
  private static func store() throws -> CommandStore {
    let store = try CommandStore(cases: false)
    let born = FieldValue.date(CivilDate(dayNumber: 7_338))
    let day = FieldValue.date(CivilDate(dayNumber: 20_544))
    for (name, used) in [("A\(raw)\tB", "カ\(raw)\u{85}ナ"), ("C\(raw)", "")] {
      try store.type(
        .case,
        [
          "nameRoman": .text(name), "nameUsed": .text(used), "birthDate": born,
          "nationality": .code("SYR"), "city": .text("市\(raw)\u{2028}"), "owner": .first(.staff),
          "opened": day,
        ])
    }
    try store.type(.company, ["name": .text("株\(raw)式"), "notes": .text("a\(raw)")])
    try store.type(
      .job, ["company": .first(.company), "occupation": .text("職\(raw)"), "receivedOn": day])
    try store.type(.host, ["name": .text("家\(raw)"), "conditions": .text("b\(raw)")])
    try store.type(.note, ["case": .first(.case), "on": day, "body": .text("c\(raw)")])
    try store.succeed("staff", "add", "--name", "D\(raw)", "--account", "e\(raw)")
    try store.succeed("volunteer", "add", "--name", "V\(raw)")
    try store.succeed(
      "volunteer", "key", "add", "V-0001",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEfqG45x8dqNN+0YeyHWnjTlp2KEvGdWXeQoREL2GYEe home")
    try store.folder.write(
      "nameRoman,status,\(raw)\nE\(raw),\"\(raw)\",x\n\"F\(raw)\",active,y\n", to: "bad.csv")
    try store.folder.write("set \(raw) x\nbind \(raw)\n", to: "config")
    return store
  }

  private static func commands(_ store: CommandStore) -> [[String]] {
    let bad = store.folder.path("bad.csv")
    let name = store.folder.path("o\(raw)\tut")
    let kinds = ["persons", "cases", "companies", "jobs", "hosts", "notes", "staff", "volunteers"]
    let reading =
      kinds.map { ["list", $0] }
      + [
        ["show", "cases", "2026-0001"], ["show", "companies", "E-0001"], ["brief", "2026-0001"],
        ["import", "cases", bad, "--dry-run"], ["import", "cases", bad],
        ["import", "cases", bad, "--skip-bad"], ["journal", "list"], ["journal", "verify"],
        ["merge", "2026-0001", "2026-0002", "--dry-run"], ["match", "homestays"],
        ["match", "jobs", "2026-0001"], ["match", "people", "J-0001"], ["staff", "list"],
        ["volunteer", "list"], ["volunteer", "key", "list", "V-0001"], ["volunteer", "sessions"],
        ["export", "cases", name + ".csv"], ["ledger", "jobs", name + "2.csv"], ["manual"],
        ["manual", "--format", "text"], ["help"], ["help", "import"],
      ]
    let wrong = [
      [raw], ["list", raw], ["list", "cases", raw], ["list", "cases", "--\(raw)"],
      ["list", "cases", "--where", "\(raw)=1"], ["list", "cases", "--where", "status=\(raw)"],
      ["list", "cases", "--sort", raw], ["list", "cases", "--columns", raw],
      ["list", "cases", "--indicator", raw], ["list", "cases", "--owner", raw],
      ["list", "cases", "--limit", raw], ["list", "cases", "--format", raw],
      ["list", "cases", "--lang", raw], ["list", "cases", "--store", name],
      ["show", "cases", raw], ["show", raw, raw], ["brief", raw], ["import", "cases", name],
      ["import", raw, bad], ["import", "cases", bad, "--map", raw],
      ["import", "cases", bad, "--map", "\(raw)=x"], ["import", "cases", bad, "--overwrite", raw],
      ["import", "cases", bad, "--encoding", raw], ["export", "cases", name + ".x"],
      ["export", "cases", "/nonexistent/\(raw).csv"], ["merge", raw, raw], ["match", raw],
      ["match", "jobs", raw], ["ledger", raw, name], ["journal", "list", "--case", raw],
      ["staff", "deactivate", raw], ["volunteer", "assign", raw, raw],
      ["volunteer", "deactivate", raw], ["volunteer", "key", "add", "V-0001", raw],
      ["volunteer", "key", "revoke", "V-0001", raw], ["demo", "--fill-only", "--today", raw],
      ["demo", "--fill-only", "--store", store.path, "--cases", "3"],
      ["init", "--organisation", raw, "--coordinator", raw, "--store", name + ".db"],
      ["authorized-keys", "--keys", raw, raw, raw], ["help", raw],
      ["log", "notes", "2026-0001", "body=\(raw)"], ["log", "notes", raw, raw],
      ["set", "cases", "2026-0001", "city=\(raw)"], ["set", "cases", "2026-0001", "\(raw)=1"],
      ["mark", raw, raw], ["mark", "2026-0001", raw], ["done", raw],
      ["add", "hosts", "name=\(raw)"],
      ["undo", "--dry-run"], ["undo"],
    ]
    return reading + wrong
  }

  private func found(_ text: String, allowing allowed: Set<Unicode.Scalar> = []) -> [String] {
    text.unicodeScalars.filter { Self.forbidden.contains($0) && !allowed.contains($0) }
      .map { String($0.value, radix: 16) }
  }

  @Test(arguments: ["ja", "en"])
  func `into a pipe from any command, whatever is stored and typed`(language: String) throws {
    let store = try Self.store()
    let locale = language == "ja" ? "ja_JP.UTF-8" : "en_US.UTF-8"
    for command in Self.commands(store) {
      let run = try store.run(
        command, environment: ["LANG": locale, "XDG_CONFIG_HOME": store.folder.path])
      // Roff is data.
      let isData = command == ["manual"]
      #expect(found(isData ? run.errors : run.output + run.errors) == [], "\(command)")
    }
  }

  /// What is said line by line, and what was typed for it.
  @Test(arguments: ["ja", "en"])
  func `from the desk that is heard`(language: String) throws {
    let store = try Self.store()
    let lines = [
      "", "list", "read", "cases", "list", "1", "open", "read", "list", Self.raw, "rn", Self.raw,
      "read", ":Esc", ":\(Self.raw)", "/\(Self.raw)", "Esc", "?", "list", "Esc", "journal", "list",
    ]
    let run = try store.run(
      ["--linear", "--lang", language], input: lines.map { $0 + "\n" }.joined())
    #expect(run.exit == .code(0) && run.output.contains("A"))
    #expect(found(run.output + run.errors, allowing: ["\n"]) == [])
  }

  /// As the terminal sees it, also what is data elsewhere.
  @Test func `onto a terminal, data too`() throws {
    let store = try Self.store()
    let data = [
      ["list", "cases", "--format", "csv"], ["list", "cases", "--format", "json"],
      ["show", "cases", "2026-0001", "--format", "json"], ["journal", "list", "--format", "json"],
      ["brief", "2026-0001", "--format", "html"], ["export", "cases", "-", "--format", "csv"],
      ["export", "cases", "/dev/tty", "--format", "csv"],
      ["export", "notes", "/dev/stdout", "--format", "csv", "--force"],
      ["ledger", "jobs", "-"], ["match", "jobs", "2026-0001", "--format", "json"],
    ]
    // A line of progress takes the place of the one before, by a sequence of our own.
    let text = Self.commands(store).filter { $0[0] != "demo" }
    for command in data + text {
      #expect(try found(onTerminal: command, of: store) == [], "\(command)")
    }
    // The same where nothing stands against it: were it no attack, it would fail here.
    let raw = try found(
      onTerminal: [store.folder.path("bad.csv")], of: store, running: "/bin/cat")
    #expect(Set(raw).isSuperset(of: ["1b", "7", "9b", "202e"]))
  }

  /// What the caller's own surroundings say is no better than what is stored.
  @Test func `whatever the environment says`() throws {
    let store = try Self.store()
    let names = [
      "HOME", "LANG", "TERM", "TOMONI_STORE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "SUDO_UID",
      "SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH", "TZ",
    ]
    for name in names {
      for value in [Self.raw, "/" + Self.raw] {
        for command in [["list", "cases"], ["session"], ["journal", "verify"]] {
          let shown = try found(onTerminal: command, of: store, setting: [name: value])
          #expect(shown == [], "\(name) \(command)")
        }
      }
    }
  }

  /// What a terminal is sent that it may not be.
  private func found(
    onTerminal words: [String], of store: CommandStore, running program: String? = nil,
    setting environment: [String: String] = [:]
  ) throws -> [String] {
    let own = ["HOME": store.folder.path, "LANG": "en_US.UTF-8", "TOMONI_STORE": store.path]
    let terminal = try PseudoTerminal(
      running: program ?? BuiltProduct.path("tomoni"), words,
      environment: own.merging(environment) { $1 }, size: Size(rows: 24, columns: 200))
    _ = try terminal.waitForExit(within: .seconds(30))
    return found(terminal.everything)
  }

  @Test func `byte for byte where data goes into a file or a pipe`() throws {
    let store = try Self.store()
    let listed = try store.succeed("list", "notes", "--format", "csv")
    #expect(listed.contains("c" + Self.raw))
    try store.succeed("export", "notes", store.folder.path("out.csv"))
    let written = try Data(contentsOf: URL(fileURLWithPath: store.folder.path("out.csv")))
    #expect(written == Data(("\u{FEFF}" + listed).utf8))
  }

  /// There is one door: whoever writes elsewhere goes past what makes text safe.
  @Test func `from no other place in the sources`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let doors = [
      "FileHandle.standard", "fputs(", "fwrite(", "puts(", "write(STDOUT", "write(STDERR",
      "debugPrint(",
      "dump(", "printf(", " print(", "perror(",
    ]
    // What the printing program says is read by the one that starts it, which puts it into words.
    let allowed = [
      "tomoni/CommandLine/StandardOutput.swift", "Tools/", "Sources/Print/Printer.swift",
    ]
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: [String] = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      guard file.pathExtension == "swift",
        !allowed.contains(where: { file.path.contains($0) })
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("func print(") {
        for door in doors where line.contains(door) && !line.contains("isatty") {
          found.append("\(file.lastPathComponent): \(line)")
        }
      }
    }
    #expect(found == [])
  }
}
