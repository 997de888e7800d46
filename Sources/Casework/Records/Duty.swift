/// What the organisation itself owes an authority by a day: a report, the renewal of a licence.
package struct Duty: Record {
  package var type = DutyType.placementReport
  package var name = ""
  package var licence = ""
  package var until: CivilDate?
  package var due: CivilDate?
  package var done: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.duty
  package static let letter = "DU"
  package static let plural = "duties"
  package static let titleFields = names(\.name, \.type)
  package static let timelineField: String? = name(\.due)
  package static let defaultSort = "due"
  package static let dueField: String? = name(\.due)
  package static let isDueByLaw = true
  package static let identity = Identity(keys: names(\.type, \.due))

  package static let fields: [Field<Duty>] = [
    Field("type", \.type, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("name", \.name, uses: .search, column: Column(2, width: 20)),
    // Of the licence, and its last day.
    Field("licence", \.licence, uses: .search, column: Column(6, width: 14)),
    Field("until", \.until, column: Column(5, width: 10)),
    Field("due", \.due, uses: .sort, column: Column(3, width: 10)),
    Field("done", \.done, days: .past, column: Column(4, width: 10)),
    Field("owner", \.owner, uses: .filter, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  /// Where nobody set the day, the one that the law names, to be confirmed with the labour bureau; it
  /// follows the licence whose end is mended.
  package mutating func settle(before: Duty?, in context: WriteContext) {
    guard before != self else { return }
    let isOfLaw = due == nil || before?.due == due && before?.dayRules.isEmpty == false
    guard isOfLaw, let rule, let day = self.day(of: rule, from: done ?? context.today) else {
      return
    }
    due = day
  }

  private var rule: DutyRule? { DutyRule.of(type.rawValue) }

  /// The day that the law names.
  ///
  /// - Parameter day: after which, where it is one of every year.
  private func day(of rule: DutyRule, from day: CivilDate) -> CivilDate? {
    (rule.unit == .monthDay ? due ?? day : until).flatMap(rule.date)
  }

  package var dayRules: [String: DutyRule] {
    guard let due, let rule, day(of: rule, from: due) == due else { return [:] }
    return [Self.name(\.due): rule]
  }

  /// What is owed once this is done: the report of the next year, the renewal of the next licence; nil
  /// where nothing follows, or where its days are not known.
  package var next: Duty? {
    var next = Duty()
    (next.type, next.licence, next.owner) = (type, licence, owner)
    next.until = until.flatMap { DutyRule.date("\(type.rawValue)_term", from: $0) }
    guard done != nil, let due, let rule,
      let newYear = CivilDate(year: due.year + 1, month: 1, day: 1),
      let day = next.day(of: rule, from: newYear)
    else { return nil }
    next.due = day
    return next
  }

  package func problems(before: Duty?, facts: CaseFacts) -> [FieldProblem] {
    due == nil ? [FieldProblem(\Duty.due, .required)] : []
  }
}
