/// An allowance somebody lives on: asked for, granted, how much a month, until when (保護費).
package struct Allowance: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var type = AllowanceType.protection
  package var on: CivilDate?
  package var result: AllowanceResult?
  package var resultOn: CivilDate?
  package var monthlyAmount: Int?
  package var until: CivilDate?
  package var endedOn: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.allowance
  package static let letter = "AW"
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let dueField: String? = name(\.until)
  package static let identity = Identity(keys: names(\.case, \.type, \.on))

  package static let fields: [Field<Allowance>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("type", \.type, required: true, uses: .filter, column: Column(2, width: 14)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field("result", \.result, uses: .filter, column: Column(4, width: 10)),
    Field("resultOn", \.resultOn, days: .past, column: Column(5, width: 10)),
    // In yen.
    Field(
      "monthlyAmount", \.monthlyAmount, column: Column(6, width: 9), range: 0...9_999_999),
    // The last day for which it is granted: it is asked for again before.
    Field("until", \.until, uses: .sort, column: Column(7, width: 10)),
    Field("endedOn", \.endedOn, days: .past),
    Field("owner", \.owner, uses: .filter, column: Column(8, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: Allowance?, in context: WriteContext) {
    if result != nil, before?.result == nil { resultOn = resultOn ?? context.day }
    if result == nil, before?.result != nil, resultOn == before?.resultOn { resultOn = nil }
  }

  package func problems(before: Allowance?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(on, resultOn, field: \Allowance.resultOn)
    problems += DateOrder.problems(resultOn ?? on, until, field: \Allowance.until)
    problems += DateOrder.problems(on, endedOn, field: \Allowance.endedOn)
    if result == nil, resultOn != nil {
      problems.append(FieldProblem(\Allowance.result, .required))
    }
    if result != .granted, endedOn != nil {
      problems.append(FieldProblem(\Allowance.endedOn, .doesNotFit))
    }
    return problems
  }
}
