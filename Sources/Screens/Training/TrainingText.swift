import Casework
import Labels
import Wording

/// A step of the fictional day in words.
struct TrainingText {
  let words: Words
  private let today: CivilDate
  private var texts: ValueText { ValueText(words) }
  private var rules: RuleText { RuleText(words) }

  init(_ words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  /// What happened.
  func story(_ question: TrainingQuestion) -> String {
    words("training.\(question.step.id)", person(question.subject), texts.text(question.day))
  }

  private func person(_ link: Link?) -> String {
    link.map(texts.name(of:)) ?? words("training.somebody")
  }

  func asked(_ question: TrainingQuestion) -> String {
    switch question.step.question {
    case .first: words("training.ask.first")
    case .day:
      words("training.ask.day", question.rule.map(rules.name) ?? "")
    case .act: words("training.ask.act")
    }
  }

  /// An answer; once it is told, with the day that the rules give for it.
  func option(
    _ option: TrainingQuestion.Option, of question: TrainingQuestion, isTold: Bool
  ) -> String {
    switch option {
    case .act(let number):
      return words("training.\(question.step.id).\(number)", person(question.subject))
    case .day(let date, let rule):
      let day = texts.text(date)
      guard isTold, let rule = DeadlineRule.of(rule) else { return day }
      return words("training.option.day", day, rules.name(rule))
    case .due(let due):
      guard let rule = DeadlineRule.of(due.rule) else { return due.rule.rawValue }
      // On the day itself nothing is counted: which day it is is what is asked.
      let said = words(
        "training.option.due", rules.name(rule), person(due.case),
        words("ruleFact.\(rule.fact)"), texts.text(due.countedFrom))
      return isTold ? words("training.option.told", said, texts.text(due.date)) : said
    }
  }

  /// Why the right answer is right.
  func why(_ question: TrainingQuestion) -> [String] {
    var lines: [String] = []
    if case .act = question.step.question {
      lines.append(words("training.\(question.step.id).why"))
    }
    lines.append(rule(question))
    if let rule = question.rule {
      let cost = DeadlineText(words, today: today).cost(of: rule.id)
      if !cost.isEmpty { lines.append(words("rules.cost", cost)) }
    }
    let doubts = question.doubts.filter { $0 != .rule }.map { words($0.labelKey) }
    if !doubts.isEmpty {
      lines.append(words("training.doubt", doubts.joined(separator: words("list.separator"))))
    }
    return lines.filter { !$0.isEmpty }
  }

  /// The rule that the right answer rests on.
  func rule(_ question: TrainingQuestion) -> String {
    question.rule.map { words("training.rule", rules.name($0), rules.counting($0)) } ?? ""
  }

  /// Where the rule is from.
  func source(_ question: TrainingQuestion) -> [String] {
    guard let rule = question.rule else { return [] }
    return [words("training.source", rule.source, rules.standing(rule, on: today))]
  }
}
