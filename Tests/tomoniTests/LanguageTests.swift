import TestSupport
import Testing

/// Which language the command line speaks.
struct LanguageTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var environment: [String: String] = [:]
    var speaks: String
    var testDescription: String { "\(environment) \(arguments)" }
  }

  static let rows = [
    Row(arguments: [], environment: ["LANG": ""], speaks: "ja"),
    Row(arguments: [], environment: ["LANG": "C"], speaks: "en"),
    Row(arguments: [], environment: ["LANG": "C.UTF-8"], speaks: "en"),
    Row(arguments: [], environment: ["LANG": "fr_FR.UTF-8"], speaks: "en"),
    Row(arguments: [], environment: ["LANG": "ja_JP.UTF-8"], speaks: "ja"),
    Row(arguments: [], environment: ["LANG": "en_GB.UTF-8"], speaks: "en"),
    Row(arguments: [], environment: ["LANG": "en_GB", "LC_ALL": "ja_JP"], speaks: "ja"),
    Row(arguments: ["--lang", "ja"], speaks: "ja"),
    Row(arguments: ["--lang=ja"], speaks: "ja"),
    Row(arguments: ["--lang", "en"], environment: ["LANG": "ja_JP.UTF-8"], speaks: "en"),
  ]

  @Test(arguments: rows) func `speaks as it is told, else as the locale, else Japanese`(
    row: Row
  ) throws {
    let store = try CommandStore(cases: false)
    let expected = row.speaks == "ja" ? "番号" : "No."
    for arguments in [row.arguments + ["list", "staff"], ["list", "staff"] + row.arguments] {
      let run = try store.run(arguments, environment: row.environment)
      #expect(run.output.hasPrefix(expected), "\(run)")
    }
    let help = try store.run(["help", "list"] + row.arguments, environment: row.environment)
    #expect(help.output.contains(row.speaks == "ja" ? "使い方: tomoni list" : "Usage: tomoni list"))
  }

  @Test func `speaks as the person chose at the desk`() throws {
    let store = try CommandStore(cases: false)
    let desk = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), ["--store", store.path],
      environment: ["HOME": store.folder.path, "LANG": "en_US.UTF-8"])
    try desk.wait(for: "All staff")
    desk.type("tl")
    try desk.wait(for: "全職員")
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    #expect(try store.succeed("list", "staff").hasPrefix("番号"))
    #expect(try store.succeed("list", "staff", "--lang", "en").hasPrefix("No."))
  }

  /// Who has chosen no language may not read the one that is spoken.
  @Test(arguments: ["C.UTF-8", "fr_FR.UTF-8", "ja_JP.UTF-8"])
  func `says in both languages how to switch until one was chosen`(locale: String) throws {
    let store = try CommandStore(cases: false)
    let said = "日本語 / English: t l"
    let environment = ["HOME": store.folder.path, "LANG": locale]
    let isJapanese = locale.hasPrefix("ja")
    let today = isJapanese ? "全職員" : "All staff"
    func desk(_ arguments: String...) throws -> PseudoTerminal {
      try PseudoTerminal(
        running: BuiltProduct.path("tomoni"), ["--store", store.path] + arguments,
        environment: environment)
    }
    let first = try desk()
    try first.wait(for: today)
    try first.wait(for: said)
    first.type("2")
    try first.wait(for: isJapanese ? "案件番号" : "Case no.")
    #expect(!first.screen.contains(said))
    first.type("tl")
    try first.wait(for: isJapanese ? "Case no." : "案件番号")
    first.type("Q")
    #expect(try first.waitForExit() == .code(0))
    for again in [try desk(), try desk("--lang", isJapanese ? "en" : "ja")] {
      try again.wait(for: isJapanese ? "All staff" : "全職員")
      #expect(!again.screen.contains(said))
      again.type("Q")
      #expect(try again.waitForExit() == .code(0))
    }
  }

  @Test(arguments: ["ja", "en"]) func `helps with every command`(language: String) throws {
    let store = try CommandStore(cases: false)
    for command in [
      "", "demo", "init", "organisation", "list", "show", "import", "export", "backup", "restore",
      "erase", "retention", "journal breach", "journal person",
      "staff",
      "staff add",
      "staff list",
      "staff deactivate",
      "volunteer", "volunteer add", "volunteer list", "volunteer assign", "volunteer unassign",
      "volunteer key", "volunteer key add", "volunteer key revoke", "volunteer key list",
      "volunteer deactivate", "volunteer sessions", "session", "authorized-keys", "journal",
      "journal list",
      "journal verify", "manual",
    ] {
      let words = command.split(separator: " ").map(String.init)
      let run = try store.run(words + ["--help", "--lang", language])
      #expect(run.exit == .code(0) && run.errors == "", "\(command)")
      // A key of the label tables that is missing shows itself.
      #expect(!run.output.contains("cli."), "\(run.output)")
      let isJapanese = run.output.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
      #expect(isJapanese == (language == "ja"), "\(run.output)")
    }
  }
}
