import Casework
import Testing

@Suite struct `Levels of a language` {
  @Test(
    arguments: [
      (.n1, 180, .c1), (.n1, 142, .c1), (.n1, 141, .b2), (.n1, 100, .b2), (.n1, 99, nil),
      (.n1, nil, .b2), (.n2, 112, .b2), (.n2, 111, .b1), (.n2, nil, .b1), (.n3, 104, .b1),
      (.n3, 103, .a2), (.n3, nil, .a2), (.n4, nil, .a2), (.n5, nil, .a1), (.belowN5, nil, nil),
      (.unknown, nil, nil),
    ] as [(JapaneseLevel, Int?, CEFRLevel?)])
  func `follow from the test and its score`(
    _ level: JapaneseLevel, _ score: Int?, _ expected: CEFRLevel?
  ) {
    #expect(level.cefr(score: score) == expected)
  }

  @Test func `say where they come from`() {
    #expect(LanguageScale.rows.count == 8)
    #expect(LanguageScale.rows.allSatisfy { $0.source.contains("jlpt.jp") && $0.checked == "2025" })
    #expect(LanguageScale.rows.filter { !$0.isFound }.map(\.level) == [.n4, .n5])
  }
}
