@testable import Labels
import Testing

/// Looking words up.
struct WordsTests {
  @Test(arguments: LabelLanguage.allCases)
  func `every line of a table is found`(language: LabelLanguage) {
    let file = LabelFile(language)
    let words = Words(language)
    let lost = file.rows.filter { row in
      words.text(ifAny: row.key) != row.text.replacing("\\n", with: "\n")
    }
    #expect(lost.map(\.key) == [])
    #expect(words.keys == file.rows.map(\.key))
  }

  @Test(arguments: [
    "", "!", "caseStatus", "caseStatus.", "caseStatus.intake.shorter", "caseStatus.intakE", "zzz",
    "相談", "# Every shown word", "flag.true\tYes",
  ])
  func `a missing key has no text and shows itself`(key: String) {
    #expect(Words(.en).text(ifAny: key) == nil)
    #expect(Words(.en)(key) == key)
  }

  @Test func `the same key speaks each language`() {
    #expect(Words(.ja)("caseStatus.intake") == "インテーク")
    #expect(Words(.en)("caseStatus.intake") == "Intake")
  }

  @Test func `placeholders take the arguments in their order`() {
    #expect(Words(.en)("cli.assigned", "A", "B", "C") == "Assigned B to A until C.")
    #expect(Words(.ja)("desk.position", "12", "128") == "12 / 128 件")
  }

  @Test func `an argument that looks like a placeholder stays as it is`() {
    #expect(Words(.en)("desk.position", "{2}", "{1}") == "{2} of {1}")
  }

  @Test func `a placeholder without an argument disappears`() {
    #expect(Words(.en)("desk.position", "1") == "1 of ")
  }

  @Test(arguments: [
    ("0", "Change 0 records at once?"), ("1", "Change 1 record at once?"),
    ("2", "Change 2 records at once?"), ("1000+", "Change 1000+ records at once?"),
  ])
  func `a count is told in the singular or the plural`(count: String, sentence: String) {
    #expect(Words(.en)("desk.confirmSeveral", count) == sentence)
    #expect(Words(.ja)("desk.confirmSeveral", count).hasPrefix("\(count) 件をまとめて"))
  }

  @Test func `a line break is written as two characters in the table`() {
    #expect(Words(.en)("cli.noStore", "x").split(separator: "\n").count == 2)
  }

  /// A language is a file: what it lacks yet is said in the language it is a way of, else in English.
  @Test func `a table of ten labels speaks them, and another language the rest`() throws {
    let files = ["en.tsv", "fr.tsv", "ja-simple.tsv", "ja.tsv", "notes.txt"]
    let languages = LabelLanguage.of(files: files)
    #expect(languages.map(\.rawValue) == ["ja", "en", "fr", "ja-simple"])
    let keys = Array(Words(.en).keys.filter { !$0.contains(".alias") }.prefix(10))
    let table = LabelTable(keys.map { "\($0)\t<\($0)>\n" }.joined())
    for (language, other) in [(languages[2], LabelLanguage.en), (languages[3], .ja)] {
      let words = Words(language, table: table)
      #expect(words.keys == keys)
      #expect(keys.map { words($0) } == keys.map { "<\($0)>" })
      for key in ["caseStatus.intake", "desk.tooSmall", "names.writing"] {
        #expect(words(key) == Words(other)(key))
        #expect(words.text(ifAny: key) == Words(other).text(ifAny: key))
      }
      #expect(words.text(ifAny: "no.such") == nil)
      #expect(words("no.such") == "no.such")
    }
  }
}
