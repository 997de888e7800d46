package import Casework
package import Labels

/// A rule of deadlines in words, as somebody who knows the law reads and signs it.
package struct RuleText: Sendable {
  private let words: Words

  package init(_ words: Words) { self.words = words }

  /// What it is called.
  package func name(_ rule: DeadlineRule) -> String { words("deadlineRule.\(rule.id.rawValue)") }

  /// How it counts, from what.
  package func counting(_ rule: DeadlineRule) -> String {
    let fact = words("ruleFact.\(rule.fact)")
    guard rule.amount != 0 || rule.unit == .nextMonth else { return words("rules.onTheDay", fact) }
    let key = rule.amount < 0 ? "before.\(rule.unit.rawValue)" : rule.unit.rawValue
    return words("rules.count.\(key)", fact, String(abs(rule.amount)))
  }

  /// What it gives for a day.
  package func example(_ rule: DeadlineRule) -> String {
    guard let (day, deadline) = rule.example else { return "" }
    let texts = ValueText(words)
    let doubts = Deadline.Doubt.allCases.filter { deadline.doubts.contains($0) && $0 != .rule }
      .map { words($0.labelKey) }
    let dates = words("rules.example", texts.text(day), texts.text(deadline.date))
    return doubts.isEmpty
      ? dates : words("legal.toConfirm", ([dates] + doubts).joined(separator: "  "))
  }

  /// How sure it is, and when it was looked up last.
  package func standing(_ rule: DeadlineRule, on day: CivilDate) -> String {
    let checked = words(
      "rules.checked", words("rules.standing.\(rule.standing.rawValue)"), rule.checked)
    return rule.isStale(on: day)
      ? words("legal.due", checked, words("legal.staleRule")) : checked
  }

  /// The rule in a few lines, the first its name and code.
  package func lines(_ rule: DeadlineRule, on day: CivilDate) -> [String] {
    let cost = DeadlineText(words, today: day).cost(of: rule.id)
    return [words("legal.due", name(rule), "[\(rule.id.rawValue)]"), counting(rule)]
      + (cost.isEmpty ? [] : [words("rules.cost", cost)])
      + [
        example(rule), standing(rule, on: day),
        words("rules.warns", rule.warningDays.map(String.init).joined(separator: " ")),
      ]
  }
}
