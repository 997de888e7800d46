import Cells
import TestSupport
import Testing

@Suite struct `Wrapping text` {
  let width = CellWidth.system

  @Test(arguments: [
    ("", 8, [""]),
    ("漢字かな", 8, ["漢字かな"]),
    ("漢字かなまじり", 8, ["漢字かな", "まじり"]),
    ("漢字かな", 5, ["漢字", "かな"]),
    ("一行\n\n三行", 8, ["一行", "", "三行"]),
    ("一行\r\n二行\n", 8, ["一行", "二行", ""]),
    ("家族と話す。", 10, ["家族と話", "す。"]),
    ("明日「面談」です", 6, ["明日", "「面", "談」で", "す"]),
    ("彼はシャツを", 6, ["彼は", "シャツ", "を"]),
    ("コーヒーを", 6, ["コー", "ヒーを"]),
    ("人々が集う", 2, ["人", "々", "が", "集", "う"]),
    ("家賃は¥50,000です", 10, ["家賃は", "¥50,000で", "す"]),
    ("あと1,234,567円", 8, ["あと", "1,234,56", "7円"]),
    ("合計5,000円まで", 8, ["合計", "5,000円", "まで"]),
    ("来年2026年4月", 8, ["来年", "2026年", "4月"]),
    ("根拠書類 (要確認)", 15, ["根拠書類", "(要確認)"]),
    ("根拠 (要確認)", 5, ["根拠", "(要確", "認)"]),
    ("二〇〇年前", 8, ["二〇〇年", "前"]),
    ("それは……です", 7, ["それ", "は……で", "す"]),
    ("see the coordinator", 10, ["see the", "coordinato", "r"]),
    ("see the  house", 8, ["see the", "house"]),
    ("日本語 Japanese です", 9, ["日本語", "Japanese", "です"]),
    ("電話は090-1234-5678へ", 14, ["電話は", "090-1234-5678", "へ"]),
    ("「「「「「「語", 8, ["「「「「", "「「語"]),
    ("字字字。。。。。。", 6, ["字字", "字。。", "。。。", "。"]),
    ("漢", 1, ["漢"]),
    ("漢字", 1, ["漢", "字"]),
    ("漢字", 0, ["漢", "字"]),
    ("Олена Коваль", 7, ["Олена", "Коваль"]),
    ("ｶﾞｷﾞｸﾞ", 3, ["ｶﾞ", "ｷﾞ", "ｸﾞ"]),
    ("　字下げの段落", 8, ["　字下げ", "の段落"]),
    ("日本語,本", 6, ["日本", "語,本"]),
  ])
  func `breaks by the Japanese rules`(text: String, columns: Int, lines: [String]) {
    #expect(width.wrap(text, to: columns) == lines)
  }

  @Test func `pushes a closing mark and what is before it to the next line`() {
    let text = "担当は「佐藤」、通訳は「ハッサン」。"
    #expect(width.wrap(text, to: 12) == ["担当は「佐", "藤」、通訳は", "「ハッサ", "ン」。"])
  }

  @Test(arguments: sampleTexts + [note])
  func `keeps every line within its columns and loses nothing`(text: String) {
    for columns in 8...40 {
      let lines = width.wrap(text, to: columns)
      for line in lines { #expect(width.columns(of: line) <= columns, "\(line)") }
      let kept = lines.joined().filter { !$0.isWhitespace }
      #expect(kept == text.filter { !$0.isWhitespace })
    }
  }

  @Test(arguments: sampleTexts + [note])
  func `covers the text without gaps but for the newlines`(text: String) {
    for columns in 1...12 {
      let lines = width.lines(of: text, columns: columns)
      #expect(lines.first?.lowerBound == text.startIndex)
      #expect(lines.last?.upperBound == text.endIndex)
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(text[line.upperBound..<next.lowerBound].allSatisfy { $0.isNewline })
      }
    }
  }

  @Test func `starts no line with a closing mark and ends none with an opening one`() {
    for columns in 12...60 {
      for line in width.wrap(note, to: columns) {
        #expect(!(line.first.map { "、。」）ーっょ".contains($0) } ?? false), "\(line)")
        #expect(!(line.last.map { "「（¥".contains($0) } ?? false), "\(line)")
        #expect(!line.hasSuffix("3,") && !line.hasPrefix("500"), "\(line)")
      }
    }
  }
}

private let note = """
  9月30日（水）に「マリアさん」と面談。日本語は少し分かるが、きょうは通訳（Tigrinya）を頼んだ。\
  家賃の¥3,500の不足は、ボランティアのサポートで補う予定。ちょっと疲れていたので、次回はゆっくり話す。

  Next: ask the host family about the guest room, then call back before 17:00.
  """
