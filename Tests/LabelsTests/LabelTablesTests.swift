import Casework
import Labels
import Testing

/// The tables as they stand.
struct LabelTablesTests {
  @Test(arguments: LabelLanguage.allCases)
  func `all languages hold the same keys and placeholders`(language: LabelLanguage) {
    let japanese = LabelFile(.ja).rows
    let own = Dictionary(uniqueKeysWithValues: LabelFile(language).rows.map { ($0.key, $0.text) })
    #expect(japanese.count > 1000)
    #expect(Set(japanese.map(\.key)).symmetricDifference(own.keys).sorted() == [])
    let different = japanese.filter { placeholders($0.text) != own[$0.key].map(placeholders) }
    #expect(different.map(\.key) == [])
  }

  /// A person's own choice of the language is a code of a list.
  @Test func `every language can be chosen, and is named in its own words`() {
    #expect(
      Set(DeskLanguage.catalogue.codes) == Set(LabelLanguage.allCases.map(\.rawValue)))
    #expect(LabelLanguage.allCases.count >= 3)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `keys are in the order of their bytes and stand once`(language: LabelLanguage) {
    let file = LabelFile(language)
    let keys = file.rows.map { Array($0.key.utf8) }
    let wrong = zip(keys, keys.dropFirst()).filter { !$0.lexicographicallyPrecedes($1) }
    #expect(wrong.map { String(decoding: $1, as: UTF8.self) } == [])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `no text is empty or has blanks around it`(language: LabelLanguage) {
    let file = LabelFile(language)
    let joints = ["list.separator", "cli.help.usage"]
    let wrong = file.rows.filter { row in
      row.text.isEmpty || row.text.first?.isWhitespace == true
        || row.text.last?.isWhitespace == true && !joints.contains(row.key)
    }
    #expect(wrong.map(\.key) == [])
    #expect(Words(language)("list.separator") == (language == .en ? ", " : "、"))
  }

  /// Every terminal draws these in the same width; names of places and what an import understands
  /// may hold others.
  @Test(arguments: LabelLanguage.allCases)
  func `words of the screen hold no control and no ambiguous character`(language: LabelLanguage) {
    let file = LabelFile(language)
    let rows = file.texts { key in
      !key.hasPrefix("country.") && !key.hasPrefix("import.") && !key.hasSuffix(".alias")
    }
    #expect(rows.count > 1000)
    let wrong = rows.filter { !$0.text.unicodeScalars.allSatisfy(hasOneWidth) }
    #expect(wrong.map(\.key) == [])
  }

  private func hasOneWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // ASCII; signs of Japanese, kana; kanji; full-width forms.
    case 0x20...0x7E, 0x3001...0x3003, 0x300C...0x300F, 0x3041...0x30FC, 0x4E00...0x9FFF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// A word that depends on a count stands behind the count in the same sentence, in two forms.
  @Test(arguments: LabelLanguage.allCases)
  func `a word beside a count has two forms`(language: LabelLanguage) {
    let wrong = LabelFile(language).rows.filter { row in
      row.text.matches(of: /\{(\d)\|([^}]*)\}/).contains { match in
        match.output.2.split(separator: "|", omittingEmptySubsequences: false).count != 2
      }
    }
    #expect(wrong.map(\.key) == [])
  }

  /// `{1} days` would read "1 days": what is counted is written `{1} {1|day|days}`.
  @Test func `no English plural stands bare behind a count`() {
    let bare = LabelFile(.en).rows.filter { row in
      row.text.matches(
        of: /\{\d\}\+? (?:(?:more|open|unsaved|marked|new|other) )?([a-z]+s)\b/
      ).contains { !Self.notCounted.contains(String($0.output.1)) }
    }
    #expect(bare.map(\.key) == [])
  }

  /// Words with an s that say something of what stands before them, and count nothing.
  private static let notCounted: Set<String> = [
    "always", "as", "belongs", "clashes", "differs", "does", "expires", "has", "is", "keeps",
    "names", "pers", "takes", "this", "was",
  ]

  /// What a text is filled in with; the words that depend on a count are the language's own.
  private func placeholders(_ text: String) -> [String] {
    text.matches(of: /\{[^}|]*\}/).map { String($0.output) }.sorted()
  }
}
