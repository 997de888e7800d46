/// The fictional day over the records of the demo: every step with what can be answered and what is
/// right, by the rules, for whichever day it is.
package struct TrainingDay: Sendable {
  package private(set) var questions: [TrainingQuestion] = []

  private let today: CivilDate
  private let dues: [Entry]
  private let cases: [Link]
  /// The deadlines asked of already, and the cases told of.
  private var asked: Set<RecordAddress> = []
  private var told: Set<RecordAddress> = []

  /// So many answers are offered where they are found.
  package static let mostOptions = 4
  /// Fewer deadlines of the day than these are no question.
  private static let fewestOptions = 3

  /// A deadline of the day, as the store has it.
  private struct Entry {
    let address: RecordAddress
    let due: TrainingQuestion.Due
    let doubts: [Deadline.Doubt]
  }

  /// What the day is told from: the open deadlines that Today shows, from the day on.
  package static func deadlines(on today: CivilDate) -> ListQuery { .due(today, from: today) }

  package static let deadlineFields = DeadlineRecord.names(
    \.date, \.case, \.rule, \.state, \.doubts, \.countedFrom)

  /// - Parameters:
  ///   - deadlines: cards of the deadlines, with the fields above.
  ///   - cases: those that are open.
  package init(
    _ today: CivilDate, deadlines: [Card], cases: [Link], steps: [TrainingStep] = TrainingStep.all
  ) {
    self.today = today
    self.cases = cases
    dues = deadlines.compactMap(Self.entry).filter { $0.due.date >= today }
      .sorted { ($0.due.date, $0.address.id) < ($1.due.date, $1.address.id) }
    for step in steps {
      if let asked = question(step) { questions.append(asked) }
    }
  }

  /// Nil for a day that staff set themselves, of which no rule says anything.
  private static func entry(_ card: Card) -> Entry? {
    guard let rule = card.value(of: \DeadlineRecord.rule), DeadlineRule.of(rule) != nil,
      let date = card.value(of: \DeadlineRecord.date),
      let countedFrom = card.value(of: \DeadlineRecord.countedFrom),
      card.value(of: \DeadlineRecord.state) != .own
    else { return nil }
    var link: Link?
    if case .link(let found) = card[\DeadlineRecord.case] { link = found }
    return Entry(
      address: card.address,
      due: TrainingQuestion.Due(rule: rule, date: date, countedFrom: countedFrom, case: link),
      doubts: card.value(of: \DeadlineRecord.doubts) ?? [])
  }

  private mutating func question(_ step: TrainingStep) -> TrainingQuestion? {
    switch step.question {
    case .first: return first(step)
    case .day: return day(step)
    case .act(let right, let count):
      return TrainingQuestion(
        step: step, subject: subject(of: step)?.link, day: today,
        options: (1...count).map { .act($0) }, right: right - 1)
    }
  }

  // MARK: What is due first

  private mutating func first(_ step: TrainingStep) -> TrainingQuestion? {
    let found = candidates(step)
    asked.formUnion(found.map(\.address))
    guard found.count >= Self.fewestOptions else { return firstByRules(step) }
    // In an order that says nothing of their days.
    let mixed = found.sorted { Self.mixed($0.address) < Self.mixed($1.address) }
    guard let right = mixed.indices.min(by: { mixed[$0].due.date < mixed[$1].due.date }) else {
      return nil
    }
    return TrainingQuestion(
      step: step, subject: nil, day: today, options: mixed.map { .due($0.due) }, right: right,
      doubts: mixed[right].doubts)
  }

  /// Deadlines of the day that nobody was asked of yet: of each rule, day and case one, so that one
  /// of them alone is the first.
  private func candidates(_ step: TrainingStep) -> [Entry] {
    dues.reduce(into: []) { chosen, entry in
      let isKnown = chosen.contains { other in
        other.due.rule == entry.due.rule || other.due.date == entry.due.date
          || other.due.case == entry.due.case
      }
      guard chosen.count < Self.mostOptions, !isKnown, step.rules.contains(entry.due.rule),
        !asked.contains(entry.address)
      else { return }
      chosen.append(entry)
    }
  }

  private static func mixed(_ address: RecordAddress) -> UInt64 {
    UInt64(bitPattern: address.id.rawValue) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Where the day holds too little: what would be due of something that happened today.
  private func firstByRules(_ step: TrainingStep) -> TrainingQuestion? {
    let place = TrainingStep.all.firstIndex(of: step) ?? 0
    let rules = step.rules.compactMap(DeadlineRule.of)
      .filter { $0.standing == .law && $0.amount > 0 && $0.unit != .dayBefore }
    var dues: [TrainingQuestion.Due] = []
    for index in rules.indices where dues.count < Self.mostOptions {
      let rule = rules[(index + place * 3) % rules.count]
      let date = rule.date(from: today)
      guard date > today, !dues.contains(where: { $0.date == date }) else { continue }
      dues.append(
        TrainingQuestion.Due(rule: rule.id, date: date, countedFrom: today, case: nil))
    }
    guard dues.count > 1, let right = dues.indices.min(by: { dues[$0].date < dues[$1].date })
    else { return nil }
    return TrainingQuestion(
      step: step, subject: nil, day: today, options: dues.map { .due($0) }, right: right,
      doubts: doubts(of: dues[right].rule, from: today))
  }

  // MARK: By which day

  private mutating func day(_ step: TrainingStep) -> TrainingQuestion? {
    guard let asked = step.rules.first, let rule = DeadlineRule.of(asked) else { return nil }
    let found = subject(of: step)
    // Counted from the same fact as the deadline by which the case was found, else from today.
    let day =
      found?.entry.flatMap { entry in
        DeadlineRule.of(entry.due.rule)?.fact == rule.fact ? entry.due.countedFrom : nil
      } ?? today
    var days: [(date: CivilDate, rule: DeadlineRuleID)] = []
    for other in step.rules.compactMap(DeadlineRule.of) {
      let date = other.date(from: day)
      if !days.contains(where: { $0.date == date }) { days.append((date, other.id)) }
    }
    days.sort { $0.date < $1.date }
    guard let right = days.firstIndex(where: { $0.rule == asked }) else { return nil }
    return TrainingQuestion(
      step: step, subject: found?.link, day: day,
      options: days.map { .day($0.date, $0.rule) }, right: right,
      doubts: doubts(of: asked, from: day)
    )
  }

  private func doubts(of rule: DeadlineRuleID, from day: CivilDate) -> [Deadline.Doubt] {
    let deadline = Deadlines.deadline(rule, of: RecordAddress(.case, RecordID(0)), from: day)
    return Deadline.Doubt.allCases.filter { deadline?.doubts.contains($0) ?? false }
  }

  // MARK: Whose case

  /// A case nobody was told of yet, by one of its deadlines where one fits.
  private mutating func subject(of step: TrainingStep) -> (link: Link, entry: Entry?)? {
    let fitting = step.about.lazy.compactMap { [dues, told] rule in
      dues.first { entry in
        entry.due.rule == rule && entry.due.case.map { !told.contains($0.address) } ?? false
      }
    }.first
    if let fitting, let link = fitting.due.case {
      told.insert(link.address)
      return (link, fitting)
    }
    let others = cases.filter { !told.contains($0.address) }
    guard let link = others.first ?? cases.first else { return nil }
    told.insert(link.address)
    return (link, nil)
  }
}
