import Fold

/// Reads dates of birth as people and papers give them: whole, by year and month, by the year
/// alone, about, or not known.
///
/// Nothing is added to what is said.
package enum BirthDateText {
  package enum Reading: Hashable, Sendable {
    case known(BirthDate)
    /// The text says that it is not known.
    case unknown
    /// Day and month can be told apart only by knowing who wrote it (1/7/1966).
    case ambiguous
    case notADate
  }

  /// Reads what `DateText` reads, and October 1990, 1990, 1990年, 平成2年, H2, 1990-03, 1990年3月, 平成2年3月, 3/1990,
  /// 1990-00-00 and 1990年月日不明 as far as they go; 頃, 推定, about and the like make a whole date one of
  /// which the year alone is taken.
  ///
  /// 不明, ー and unknown say that it is not known.
  package static func read(_ text: String, order: DayOrder? = nil) -> Reading {
    // As programs write it; what else is said of it can be said in no such text.
    if let date = CivilDate(iso: text) {
      return BirthDate(date, nil).map(Reading.known) ?? .notADate
    }
    let plain = JapaneseDigits.toASCII(text).lowercased().filter { !$0.isWhitespace }
    if unknown.contains(plain) { return .unknown }
    guard let (said, isAbout) = withoutRemarks(plain) else { return .notADate }
    if said.isEmpty || unknown.contains(said) { return isAbout ? .notADate : .unknown }
    if let birth = part(of: said) { return .known(birth) }
    // 3october1990 after its blanks are gone.
    if isAbout || plain != said, let named = NamedDay(said), let year = named.year,
      let date = CivilDate(year: year, month: named.month, day: named.day)
    {
      return BirthDate(date, isAbout ? .year : nil).map(Reading.known) ?? .notADate
    }
    switch shortYear(said, order: order) {
    case .date(let date):
      return BirthDate(date, isAbout ? .year : nil).map(Reading.known) ?? .notADate
    case .ambiguous: return .ambiguous
    default: break
    }
    // A time after the date is told from it by the blank between them.
    switch DateText.read(isAbout || plain != said ? said : text, order: order) {
    case .date(let date):
      return BirthDate(date, isAbout ? .year : nil).map(Reading.known) ?? .notADate
    case .ambiguous: return .ambiguous
    case .notADate: return .notADate
    }
  }

  /// Whether a text says that its date is a guess.
  package static func isEstimate(_ text: String) -> Bool {
    if CivilDate(iso: text) != nil { return false }
    let plain = JapaneseDigits.toASCII(text).lowercased().filter { !$0.isWhitespace }
    return withoutRemarks(plain)?.isAbout ?? false
  }

  private static let unknown: Set<String> = [
    "不明", "不詳", "未詳", "未確認", "未聴取", "わからない", "分からない", "生年月日不明", "生年不明", "-", "--", "―", "—", "–",
    "?", "??",
    "n/a", "na", "unknown", "notknown", "dobunknown",
  ]
  /// Longer ones first.
  private static let about = [
    "と推定", "推定", "ごろ", "ころ", "くらい", "ぐらい", "頃", "位", "約", "およそ", "おおよそ", "approximately", "approx.",
    "approx", "about", "around", "circa", "estimated", "est.", "est", "ca.", "c.", "~", "?",
  ]
  private static let born = ["生まれ", "うまれ", "生れ", "生", "born", "b."]
  private static let weekdays = Set(
    ["日", "月", "火", "水", "木", "金", "土"].flatMap { [$0, $0 + "曜", $0 + "曜日"] }
      + ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])

  /// The text without brackets and remarks, and whether one of them says that it is a guess; nil where
  /// a bracket says something else.
  private static func withoutRemarks(_ text: String) -> (said: String, isAbout: Bool)? {
    var said = ""
    var isAbout = false
    var rest = text[...]
    while let open = rest.firstIndex(where: { "([【〔".contains($0) }) {
      said += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { ")]】〕".contains($0) }) else { return nil }
      let remark = String(inside[..<close])
      if about.contains(remark) || remark == "推定日" {
        isAbout = true
      } else if !weekdays.contains(remark), !isYear(remark) {
        return nil
      }
      rest = inside[inside.index(after: close)...]
    }
    said += rest
    for word in born where said.hasSuffix(word) { said.removeLast(word.count) }
    // The calendar of the Christian era, named where both are in use.
    if said.hasPrefix("西暦") { said.removeFirst(2) }
    for word in born where said.hasPrefix(word) { said.removeFirst(word.count) }
    // A placeholder such as 1990-??-?? is no doubt about the year.
    var isMore = !said.contains("??") && !said.contains("?月") && !said.contains("/?")
    while isMore {
      let word = about.first { said.hasSuffix($0) || said.hasPrefix($0) && said != $0 }
      isMore = word != nil
      guard let word else { break }
      isAbout = true
      if said.hasSuffix(word) {
        said.removeLast(word.count)
      } else {
        said.removeFirst(word.count)
      }
    }
    return (said, isAbout)
  }

  /// Whether a bracket gives the same year in the other calendar: 1990(平成2)年.
  private static func isYear(_ text: String) -> Bool {
    let bare = text.hasSuffix("年") ? String(text.dropLast()) : text
    return year(bare) != nil
  }

  /// A year, or a year and a month; nil where the text says more or less.
  private static func part(of text: String) -> BirthDate? {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    if let month = NamedDay.month(letters),
      let year = year(
        String(text.dropFirst(letters.count).drop { ".,-/".contains($0) }))
    {
      return BirthDate(CivilDate(year: year.lowerBound, month: month, day: 1), .month)
    }
    var parts: [String]
    if let index = text.firstIndex(of: "年") {
      parts = [String(text[..<index])]
      let rest = text[text.index(after: index)...]
      if let month = rest.firstIndex(of: "月") {
        parts += [String(rest[..<month]), String(rest[rest.index(after: month)...])]
      } else if !rest.isEmpty {
        parts.append(String(rest))
      }
    } else {
      parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
      // 3/1990
      if parts.count == 2, parts[1].count == 4, year(parts[1]) != nil { parts.reverse() }
    }
    while parts.count > 1, parts.last.map(saysNothing) == true { parts.removeLast() }
    guard (1...2).contains(parts.count), let years = year(parts[0]) else { return nil }
    if parts.count == 1 {
      return BirthDate(CivilDate(year: years.lowerBound, month: 1, day: 1), .year)
        .flatMap { years.count == 1 ? $0 : nil }
    }
    let digits = parts[1].hasSuffix("月") ? String(parts[1].dropLast()) : parts[1]
    guard let month = Int(digits), digits.count <= 2 else { return nil }
    return BirthDate(CivilDate(year: years.lowerBound, month: month, day: 1), .month)
  }

  /// Whether a part of a date stands where nothing is known: 00, xx, ??, 不明, 日不明, 月日不詳.
  private static func saysNothing(_ part: String) -> Bool {
    let bare = part.filter { !"月日".contains($0) }
    return ["", "不明", "不詳", "未詳", "?", "??", "x", "xx", "*", "**", "0", "00", "○", "○○", "●", "●●"]
      .contains(bare)
  }

  /// A year of either calendar.
  private static func year(_ text: String) -> ClosedRange<Int>? {
    if text.count == 4, text.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(text) {
      return (1868...2999).contains(year) ? year...year : nil
    }
    for era in Era.all {
      for prefix in era.prefixes where text.hasPrefix(prefix) {
        let rest = text.dropFirst(prefix.count)
        guard let number = rest == "元" ? 1 : Int(rest), (1...99).contains(number), rest.count <= 2
        else { continue }
        let year = era.base + number
        let last = CivilDate(year: year, month: 12, day: 31)
        let first = CivilDate(year: year, month: 1, day: 1)
        guard let first, let last, last >= era.firstDay, Era.of(first)?.base ?? 0 <= era.base,
          Era.of(first)?.letter == era.letter || Era.of(last)?.letter == era.letter
            || era.firstDay >= first
        else { return nil }
        return year...year
      }
    }
    return nil
  }
}

extension FieldValue {
  /// A date of birth that somebody typed: `.date` where it is whole, `.text` of what is known of it,
  /// `DatePrecision.unknown` where it is not known; `BirthDate.separate` puts it into its fields.
  ///
  /// - Parameter today: where it is typed into a form, so that it may be said by today.
  package static func birth(
    _ text: String, today: CivilDate? = nil, order: DayOrder? = nil
  ) throws(FieldProblem) -> FieldValue {
    switch BirthDateText.read(text, order: order) {
    case .known(let birth): return birth.shown
    case .unknown: return DatePrecision.unknown.fieldValue
    case .ambiguous: throw FieldProblem(BirthDate.field, .ambiguousDate, .text(text))
    case .notADate:
      if DateText.daysOfYear(text) != nil {
        throw FieldProblem(BirthDate.field, .yearMissing, .text(text))
      }
      if let today, !BirthDateText.isEstimate(text),
        case .date(let date) = DateText.read(text, today: today)
      {
        return .date(date)
      }
      throw FieldProblem(BirthDate.field, .notADate, .text(text))
    }
  }
}
