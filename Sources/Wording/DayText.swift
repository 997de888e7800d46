package import Casework
internal import Labels

/// Days as people say them: how far away, not which.
extension ValueText {
  /// How far a day is on which something is due: 4日超過, 今日, あと9日; further off the day itself.
  package func due(_ date: CivilDate, on today: CivilDate) -> String {
    date.dayNumber - today.dayNumber <= Self.soon
      ? DueText(words, today: today).left(date) : brief(date, on: today)
  }

  /// How long ago a day is: 今日, 昨日, 9日前; long ago the day itself.
  package func past(_ date: CivilDate, on today: CivilDate) -> String {
    switch today.dayNumber - date.dayNumber {
    case ..<0: due(date, on: today)
    case ...Self.recent: DueText(words, today: today).ago(date)
    default: brief(date, on: today)
    }
  }

  /// Up to so many days off people count them.
  private static let soon = 31
  private static let recent = 999
  /// Within so many days a day and its month mean one day.
  private static let withinYear = 300

  /// A day without its year where nobody takes it for that of another.
  package func brief(_ date: CivilDate, on today: CivilDate) -> String {
    abs(date.dayNumber - today.dayNumber) <= Self.withinYear && words.dates.isWestern
      ? monthDay(date) : text(date)
  }

  /// 11月29日.
  package func monthDay(_ date: CivilDate) -> String {
    monthDay(DateText.DayOfYear(month: date.month, day: date.day))
  }

  package func monthDay(_ day: DateText.DayOfYear) -> String {
    words("day.monthDay", words("monthName.\(day.month)"), String(day.day))
  }

  /// What a typed date means beyond what is typed: the weekday and how far away it is, before them the
  /// day itself where it was not typed by its western year.
  package func meaning(of date: CivilDate, typed: String, today: CivilDate) -> String {
    let weekday = words("date.weekday", words("weekday.\(date.weekday)"))
    let day = untyped(date, typed).map { words("date.full", weekday, $0) } ?? weekday
    return words("date.meaning", day, distance(of: date, from: today))
  }

  /// The same of a day of birth: how old somebody is who was born then.
  package func meaning(ofBirth date: CivilDate, typed: String, today: CivilDate) -> String {
    let age = words("date.age", String(BirthDate(date, nil)?.years(on: today) ?? 0))
    // Where it was typed whole, the era by which papers of Japan know it.
    let era = words.hasNamedMonths ? nil : date.longEraYear
    return (untyped(date, typed) ?? era).map { words("date.meaning", $0, age) } ?? age
  }

  /// What of a day is not typed: nil where its western year stands there with month and day, and the
  /// person has no era written.
  private func untyped(_ date: CivilDate, _ typed: String) -> String? {
    let isWhole =
      DateText.read(typed) == .date(date)
      && JapaneseDigits.toASCII(typed).contains(String(date.year))
    return isWhole ? words.dates.isWestern ? nil : date.shortEraText : text(date)
  }

  /// today, in 5 days, 10 months ago.
  private func distance(of date: CivilDate, from today: CivilDate) -> String {
    let days = date.dayNumber - today.dayNumber
    switch days {
    case -1...1: return words(["day.yesterday", "day.today", "day.tomorrow"][days + 1])
    case -59...59: return words(days > 0 ? "day.left" : "day.ago", String(abs(days)))
    default: break
    }
    let (early, late) = (min(date, today), max(date, today))
    let months =
      (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day ? 1 : 0)
    let isAhead = days > 0
    return months < 24
      ? words(isAhead ? "day.inMonths" : "day.agoMonths", String(months))
      : words(isAhead ? "day.inYears" : "day.agoYears", String(months / 12))
  }

  /// 11月29日(日).
  package func weekdayDate(_ date: CivilDate) -> String {
    words("day.weekdayDate", monthDay(date), words("weekday.\(date.weekday)"))
  }

  /// 11月29日(日) 令和8年: the day as it stands over everything.
  package func wholeDate(_ date: CivilDate) -> String {
    words(
      "day.whole", weekdayDate(date),
      words.hasNamedMonths ? String(date.year) : date.longEraYear ?? "")
  }
}
