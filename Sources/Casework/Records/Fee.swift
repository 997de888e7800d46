/// Money that something cost: what an application or a paper costs, and who paid it (手数料・立替).
package struct Fee: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var type = FeeType.application
  package var amount: Int?
  package var payer = FeePayer.fund
  package var programme: Reference<FundedProgramme>?
  package var payerName = ""
  package var application: Reference<StatusApplication>?
  package var repaidOn: CivilDate?
  package var staff: Reference<Staff>?
  package var notes: LongText = ""
  package var isOwed = false

  package init() {}

  package static let kind = RecordKind.fee
  package static let letter = "FE"
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let asksFirst = names(\.type, \.amount, \.payer, \.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<Fee>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("type", \.type, required: true, uses: .filter, column: Column(2, width: 14)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    // In yen.
    Field(
      "amount", \.amount, required: true, column: Column(4, width: 9), range: 0...99_999_999),
    Field("payer", \.payer, required: true, uses: .filter, column: Column(5, width: 10)),
    // The fund.
    Field("programme", \.programme, uses: .filter, column: Column(6, width: 20)),
    Field("payerName", \.payerName, uses: .search, column: Column(8, width: 16)),
    Field("application", \.application, uses: .filter, column: Column(9, width: 16)),
    Field("repaidOn", \.repaidOn, days: .past, column: Column(7, width: 10)),
    Field("staff", \.staff, column: Column(10, width: 12)),
    Field("notes", \.notes, uses: .search),
    // Whether an advance was not paid back yet.
    Field("isOwed", \.isOwed, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: Fee?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(on, repaidOn, field: \Fee.repaidOn)
    if programme != nil, payer != .fund, payer != .advance {
      problems.append(FieldProblem(\Fee.programme, .doesNotFit))
    }
    if repaidOn != nil, payer != .advance {
      problems.append(FieldProblem(\Fee.repaidOn, .doesNotFit))
    }
    if let owner = facts.casesOfLinks[Self.name(\.application)], owner != `case`.id {
      problems.append(FieldProblem(\Fee.application, .otherCase))
    }
    return problems
  }
}
