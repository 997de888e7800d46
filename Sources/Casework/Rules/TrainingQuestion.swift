/// A step of the fictional day as it is asked over the records of a day.
package struct TrainingQuestion: Hashable, Sendable {
  package let step: TrainingStep
  /// The case that it is told of; nil where there is none.
  package let subject: Link?
  /// The day that what happened is of, from which is counted.
  package let day: CivilDate
  package let options: [Option]
  /// The place of the right one.
  package let right: Int
  /// Why the day of the right one is to be confirmed.
  package var doubts: [Deadline.Doubt] = []

  package enum Option: Hashable, Sendable {
    /// Something that is due, as the rules or the store give it.
    case due(Due)
    /// A day, and the rule that gives it.
    case day(CivilDate, DeadlineRuleID)
    /// The answer of a number in the words of the step, from 1.
    case act(Int)
  }

  /// What is due of a case.
  package struct Due: Hashable, Sendable {
    package let rule: DeadlineRuleID
    package let date: CivilDate
    package let countedFrom: CivilDate
    /// Nil of what no record is about.
    package let `case`: Link?
  }

  /// The rule that the right answer rests on.
  package var rule: DeadlineRule? {
    let id: DeadlineRuleID? =
      switch options[right] {
      case .due(let due): due.rule
      case .day(_, let rule): rule
      case .act: step.rules.first
      }
    return id.flatMap(DeadlineRule.of)
  }

  /// The case that can be opened, with an answer selected.
  package func record(at selected: Int) -> Link? {
    if options.indices.contains(selected), case .due(let due) = options[selected] {
      return due.case
    }
    return subject
  }
}
