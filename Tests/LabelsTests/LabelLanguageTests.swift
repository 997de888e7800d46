import Labels
import Testing

/// Which language is spoken.
struct LabelLanguageTests {
  @Test(
    arguments: [
      ("en", "ja", ["LANG": "ja_JP.UTF-8"], LabelLanguage.en),
      (nil, "en", ["LANG": "ja_JP.UTF-8"], .en),
      (nil, nil, ["LANG": "en_GB.UTF-8"], .en),
      (nil, nil, ["LANG": "en"], .en),
      (nil, nil, ["LANG": "en_GB.UTF-8", "LC_ALL": "ja_JP.UTF-8"], .ja),
      (nil, nil, ["LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": ""], .en),
      (nil, nil, ["LANG": "C.UTF-8"], .en),
      (nil, nil, ["LANG": "POSIX"], .en),
      (nil, nil, ["LANG": "fr_FR.UTF-8"], .en),
      (nil, nil, ["LANG": "my_MM.UTF-8", "LC_ALL": ""], .en),
      (nil, nil, ["LANG": "ja"], .ja),
      (nil, nil, ["LANG": "ja_JP.eucJP"], .ja),
      (nil, nil, ["LANG": "japanese.euc"], .ja),
      (nil, nil, [:], .ja),
      (nil, nil, ["LANG": "", "LC_ALL": ""], .ja),
      ("fr", nil, ["LANG": "ja_JP.UTF-8"], .ja),
      (nil, "ja", ["LANG": "fr_FR.UTF-8"], .ja),
      ("fr", "en", [:], .en),
      (nil, "", ["LANG": "en_US"], .en),
    ] as [(String?, String?, [String: String], LabelLanguage)])
  func `the command line wins over the saved choice, that over the locale`(
    argument: String?, saved: String?, environment: [String: String], expected: LabelLanguage
  ) {
    let chosen = LabelLanguage.chosen(argument: argument, saved: saved, environment: environment)
    #expect(chosen == expected)
  }

  /// Two who turn the screen to each other press one key, whichever way of Japanese one of them reads.
  @Test func `changes between the languages, and among their ways only where one asks`() throws {
    let plain = try #require(LabelLanguage(rawValue: "ja-simple"))
    #expect(LabelLanguage.ja.next == .en && LabelLanguage.en.next == .ja)
    #expect(plain.next == .en && LabelLanguage.en.next(at: plain) == plain)
    var (language, seen) = (LabelLanguage.ja, Set<LabelLanguage>())
    for _ in LabelLanguage.allCases {
      seen.insert(language)
      language = language.following
    }
    #expect(language == .ja && seen == Set(LabelLanguage.allCases))
  }
}
