/// What is on a day, as a heading calls it: 3/8, 2026-03-08, 3月8日(日) 料理教室, Cooking 8 Mar.
package struct DayHeading: Hashable, Sendable {
  /// Nil where none is said.
  package let year: Int?
  package let month: Int
  package let day: Int
  /// What stands beside the day.
  package let title: String

  /// Nil for a text that names no day, or one of two.
  package init?(_ text: String) {
    let words = Self.withoutBrackets(text).split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty, words.count <= 12 else { return nil }
    for count in (1...words.count).reversed() {
      for (said, rest) in [
        (words.prefix(count), words.dropFirst(count)), (words.suffix(count), words.dropLast(count)),
      ] {
        guard let day = Self.day(said.joined(separator: " ")) else { continue }
        (year, month, self.day) = day
        title = Self.title(rest.map(String.init))
        return
      }
    }
    // 3月8日料理教室
    let all = words.joined(separator: " ")
    guard let end = all.firstIndex(of: "日"), all[..<end].contains("月"),
      let day = Self.day(String(all[...end]))
    else { return nil }
    (year, month, self.day) = day
    title = Self.title(
      all[all.index(after: end)...].split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func day(_ text: String) -> (Int?, Int, Int)? {
    switch DateText.read(text) {
    case .date(let date): return (date.year, date.month, date.day)
    case .ambiguous: return nil
    case .notADate: break
    }
    // 1003 is a number of something else as well.
    guard !text.allSatisfy(\.isNumber) else { return nil }
    return DateText.daysOfYear(text)?.first(where: \.isPossible).map { (nil, $0.month, $0.day) }
  }

  /// 第3回, 3回目 and the day of the week say nothing of what it is.
  private static func title(_ words: [String]) -> String {
    words.filter { word in
      let plain = JapaneseDigits.toASCII(word)
      let isCount =
        plain.contains(where: \.isNumber)
        && plain.allSatisfy { $0.isNumber || "第回目#.".contains($0) }
      return !isCount && !(plain.count == 1 && "日月火水木金土".contains(plain))
    }.joined(separator: " ")
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return String(
      text.compactMap { sign -> Character? in
        if "(（[［".contains(sign) { depth += 1 }
        defer { if ")）]］".contains(sign), depth > 0 { depth -= 1 } }
        return depth > 0 ? nil : sign
      })
  }
}
