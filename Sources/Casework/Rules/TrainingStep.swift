/// A step of the fictional day that a new coordinator goes through in the demo.
///
/// What is told and what can be answered are words (`training.<id>`); what is right follows from the
/// rules and from the records of the day: see `TrainingDay`.
package struct TrainingStep: Hashable, Sendable {
  package let id: String
  /// The time of day at which it happens, such as `9:20`.
  package let time: String
  package let question: Question
  /// Of what is due, all that may be asked; else the rule that the right answer rests on, and for a
  /// day those that give the wrong ones.
  package let rules: [DeadlineRuleID]
  /// Rules by whose deadlines a case is found to tell it of.
  package let about: [DeadlineRuleID]

  package enum Question: Hashable, Sendable {
    /// Which of several deadlines is due first.
    case first
    /// By which day something is due.
    case day
    /// What is to be done: the place of the right answer, and how many there are.
    case act(right: Int, of: Int)
  }

  /// The rows of `Resources/Tables/trainingStep.tsv`.
  package static let all: [TrainingStep] = ResourceTable.rows("trainingStep")
    .compactMap(Self.init)

  /// Nil where the row is not one of a step.
  private init?(_ cells: [String]) {
    guard cells.count == 5, let question = Question(cells[2]) else { return nil }
    (id, time, self.question) = (cells[0], cells[1], question)
    rules =
      switch cells[3] {
      case "all": DeadlineRule.all.map(\.id)
      case "law": DeadlineRule.all.filter { $0.standing == .law }.map(\.id)
      default: Self.rules(in: cells[3])
      }
    about = Self.rules(in: cells[4])
    guard !rules.isEmpty else { return nil }
  }

  /// Those that the table of rules knows.
  private static func rules(in cell: String) -> [DeadlineRuleID] {
    cell.split(separator: " ").map { DeadlineRuleID(code: String($0)) }
      .filter { DeadlineRule.of($0) != nil }
  }
}

extension TrainingStep.Question {
  fileprivate init?(_ text: String) {
    let words = text.split { " /".contains($0) }.map(String.init)
    switch (words.first ?? "", words.count) {
    case ("first", 1): self = .first
    case ("day", 1): self = .day
    case ("act", 3):
      guard let right = Int(words[1]), let count = Int(words[2]), (1...count).contains(right) else {
        return nil
      }
      self = .act(right: right, of: count)
    default: return nil
    }
  }
}
