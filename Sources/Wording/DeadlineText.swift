package import Casework
package import Labels

/// A deadline in words: what is due, how sure the day is, and what it costs to let it pass.
package struct DeadlineText: Sendable {
  private let words: Words
  private let today: CivilDate

  /// - Parameter today: by which a rule is told to be old.
  package init(_ words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  /// All of it in one line.
  package func sentence(_ card: Card) -> String {
    let due = words(
      "legal.due", ValueText(words).text(card, DeadlineRecord.name(\.rule)), standing(of: card))
    let cost = cost(of: card)
    return cost.isEmpty ? due : words("legal.due", due, cost)
  }

  /// How sure the day is; empty where it is.
  package func standing(of card: Card) -> String {
    let texts = ValueText(words)
    return switch Deadline.State(fieldValue: card[\DeadlineRecord.state]) {
    case .own:
      if let computed = card.value(of: \DeadlineRecord.computed) {
        words("legal.ownDate", texts.text(computed))
      } else {
        words(Deadline.State.own.labelKey)
      }
    case .toConfirm:
      words(
        "legal.toConfirm",
        ([texts.text(card, DeadlineRecord.name(\.doubts))] + age(of: card))
          .joined(separator: words("list.separator")))
    case .computed:
      age(of: card).first.map { words("legal.toConfirm", $0) } ?? ""
    case nil: ""
    }
  }

  /// The same of a day of the organisation's own that a rule gave; empty where somebody set it.
  package func standing(ofDay field: String, of card: Card) -> String {
    guard let (rule, date) = card.dayRule(field) else { return "" }
    let doubts = rule.doubts(of: date).map { words($0.labelKey) } + age(of: rule)
    return doubts.isEmpty
      ? "" : words("legal.toConfirm", doubts.joined(separator: words("list.separator")))
  }

  /// That such a day is to be confirmed, in the word of a column.
  package func shortStanding(ofDay field: String, of card: Card) -> String {
    standing(ofDay: field, of: card).isEmpty ? "" : words("legal.check")
  }

  /// What was said of it, when, by whom, why and where that is written; empty where nothing was.
  package func answer(of card: Card) -> String {
    let texts = ValueText(words)
    let said = DeadlineRecord.names(
      \.answer, \.answeredOn, \.answeredBy, \.reason, \.answerRecord)
    return said.map { texts.shortText(card, $0) }.filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// Which deadline it was, and what was said of it.
  package func answered(_ card: Card) -> String {
    words("legal.due", ValueText(words).text(card, DeadlineRecord.name(\.rule)), answer(of: card))
  }

  /// Who has seen it and when, or since when nobody has; empty before it is warned of, and where the law asks
  /// for nothing.
  package func seen(of card: Card) -> String {
    guard card.value(of: \DeadlineRecord.category)?.isOfLaw == true else { return "" }
    let texts = ValueText(words)
    if let day = card.value(of: \DeadlineRecord.seenOn) {
      return words(
        "legal.seen", texts.shortText(card, DeadlineRecord.name(\.seenBy)),
        texts.brief(day, on: today))
    }
    let since = card.value(of: \DeadlineRecord.unseenSince).flatMap { $0 <= today ? $0 : nil }
    return since.map { words("legal.unseen", texts.brief($0, on: today)) } ?? ""
  }

  /// What it costs to let the day pass, where that is not said by the name; empty else.
  package func cost(of card: Card) -> String {
    guard let rule = card.value(of: \DeadlineRecord.rule) else { return "" }
    return cost(of: rule)
  }

  package func cost(of rule: DeadlineRuleID) -> String {
    words.text(ifAny: "legal.cost.\(rule.rawValue)") ?? ""
  }

  /// That nobody has looked up the law for long.
  private func age(of card: Card) -> [String] {
    card.value(of: \DeadlineRecord.rule).flatMap(DeadlineRule.of).map { age(of: $0) } ?? []
  }

  private func age(of rule: some CheckedRow) -> [String] {
    rule.isStale(on: today) ? [words("legal.staleRule")] : []
  }
}
