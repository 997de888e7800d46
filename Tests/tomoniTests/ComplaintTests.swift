import TestSupport
import Testing

/// What the argument parser complains of is said in the language that is spoken.
struct ComplaintTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var ja: String
    var en: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., ja: String, en: String) {
      (self.arguments, self.ja, self.en) = (arguments, ja, en)
    }
  }

  static let rows = [
    Row("list", "cases", "--refused", ja: "--refused というオプションはありません。", en: "no option --refused."),
    Row(
      "list", "cases", "--colums", "a", ja: "--columns ではありませんか。",
      en: "no option --colums. Did you mean --columns?"),
    Row("list", "cases", "-q", ja: "-q というオプションはありません。", en: "no option -q."),
    Row(
      "list", "cases", "extra", ja: "余分な指定があります: extra",
      en: "Unexpected on the command line: extra"),
    Row("list", "cases", "one", "two", ja: "余分な指定があります: one、two", en: "line: one, two"),
    Row(
      "list", "cases", "--limit", ja: "--limit <N> の値を指定してください。",
      en: "value of --limit <N> is missing"),
    Row("list", ja: "<KIND> を指定してください。", en: "<KIND> is missing."),
    Row(
      "list", "cases", "--limit", "many", ja: "--limit <N> に「many」は使えません。",
      en: "The value \"many\" is not valid for --limit <N>."),
    Row(
      "list", "cases", "--format", "xlsx", ja: "使える値: table、csv、json",
      en: "Choose one of: table, csv, json"),
    Row(
      "import", "cases", "a.csv", "--dry-run=yes", ja: "--dry-run に値は付けられません: yes",
      en: "--dry-run takes no value: yes"),
  ]

  @Test(arguments: rows) func `in Japanese and in English`(row: Row) throws {
    let store = try CommandStore(cases: false)
    for (language, sentence) in [("ja", row.ja), ("en", row.en)] {
      let run = try store.run(["--lang", language] + row.arguments)
      #expect(run.exit == .code(64))
      #expect(run.errors.contains(sentence), "\(run.errors)")
      guard language == "ja" else { continue }
      for word in [
        "Error", "Unknown", "Unexpected", "Missing", "invalid", "Please", "value", "See",
      ] {
        #expect(!run.errors.contains(word), "\(run.errors)")
      }
    }
  }

  /// A language that nobody has a table of is refused in one language, not in two at once.
  @Test(arguments: [("ja_JP.UTF-8", true), ("fr_FR.UTF-8", false)])
  func `a language without a table`(locale: String, isJapanese: Bool) throws {
    let store = try CommandStore(cases: false)
    let run = try store.run(["list", "cases", "--lang", "fr"], environment: ["LANG": locale])
    #expect(run.exit == .code(64))
    let kana = run.errors.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
    #expect(kana == isJapanese && run.errors.contains("is not valid for") != isJapanese)
    #expect(run.errors.contains(isJapanese ? "使える値: ja、en" : "Choose one of: ja, en"))
  }

  @Test func `one record is asked for as one`() throws {
    let store = try CommandStore()
    #expect(try store.succeed("show", "case", "2026-0001").contains("SALMA HADDAD"))
    #expect(try store.succeed("list", "case") == store.succeed("list", "cases"))
  }
}
