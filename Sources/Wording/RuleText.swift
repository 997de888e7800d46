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
    return example(
      from: day, deadline.date, Deadline.Doubt.allCases.filter(deadline.doubts.contains))
  }

  private func example(
    from day: CivilDate, _ date: CivilDate, _ doubted: [Deadline.Doubt]
  ) -> String {
    let texts = ValueText(words)
    let doubts = doubted.filter { $0 != .rule }.map { words($0.labelKey) }
    let dates = words("rules.example", texts.text(day), texts.text(date))
    return doubts.isEmpty
      ? dates : words("legal.toConfirm", ([dates] + doubts).joined(separator: "  "))
  }

  /// How sure a row is, and when it was looked up last.
  package func standing(_ rule: some CheckedRow, on day: CivilDate) -> String {
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

/// What the law asks of the organisation itself, and what it usually allows.
extension RuleText {
  package func name(_ rule: DutyRule) -> String { words("dutyRule.\(rule.id)") }

  package func lines(_ rule: DutyRule, on day: CivilDate) -> [String] {
    let (fact, amount) = (words("ruleFact.\(rule.fact)"), rule.amount)
    let counting =
      switch rule.unit {
      case .day: words("rules.count.firstDay", fact, String(amount))
      case .month: words("rules.count.month", fact, String(amount))
      case .monthBefore: words("rules.count.before.month", fact, String(amount))
      case .monthDay: words("rules.count.yearly", fact, String(amount / 100), String(amount % 100))
      }
    let shown = rule.example.map { example(from: $0.from, $0.date, rule.doubts(of: $0.date)) }
    return [words("legal.due", name(rule), "[\(rule.id)]"), counting]
      + [shown].compactMap(\.self) + [standing(rule, on: day)]
  }

  /// A basis of stay as the law calls it.
  package func name(_ usual: Entitlement) -> String {
    let basis = usual.basis
    return [
      StatusOfResidence(rawValue: basis.status)?.labelKey,
      DesignatedActivityKind(rawValue: basis.kind)?.labelKey,
      StayBasis(rawValue: basis.stayBasis)?.labelKey,
    ].compactMap { $0.map { words($0) } }.joined(separator: "  ")
  }

  package func lines(_ usual: Entitlement, on day: CivilDate) -> [String] {
    let answers = [
      ("registration", usual.residentRegistration ? "yes" : "no"),
      ("insurance", usual.healthInsurance.rawValue), ("work", usual.work.rawValue),
    ].map { name, answer in
      words("legal.due", words("legal.\(name)"), words("legal.\(name).\(answer)"))
    }
    return [words("legal.due", name(usual), "[\(usual.basis.code)]")] + answers
      + [standing(usual, on: day)]
  }

  package func name(_ service: PublicService) -> String {
    words("legal.service.\(service.service.rawValue)")
  }

  package func lines(_ service: PublicService, on day: CivilDate) -> [String] {
    let answer = words("legal.service.\(service.isOpen ? "yes" : "no")")
    let whom = words("legal.whom.\(service.whom.rawValue)")
    return [
      words("legal.due", name(service), "[\(service.code)]"), words("legal.due", whom, answer),
      standing(service, on: day),
    ]
  }
}
