/// Who gives money: a member who gives every month, or a donor (会員・寄付者).
package struct Supporter: Record {
  package var name = ""
  package var type = SupporterType.individual
  package var status = SupporterStatus.active
  package var monthlyAmount: Int?
  package var joinedOn: CivilDate?
  package var leftOn: CivilDate?
  package var campaign: Reference<Campaign>?
  package var addressKnown = false
  package var isOfficer = false
  package var sameHousehold: Reference<Supporter>?
  package var phone = ""
  package var email = ""
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.supporter
  package static let letter = "SU"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(names: names(\.name), apart: names(\.phone, \.email))
  package static let fields: [Field<Supporter>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 20)),
    Field("status", \.status, required: true, uses: .filter, column: Column(2, width: 10)),
    Field("type", \.type, required: true, uses: .filter, column: Column(6, width: 10)),
    // Yen a month.
    Field("monthlyAmount", \.monthlyAmount, column: Column(3, width: 9)),
    Field("joinedOn", \.joinedOn, days: .past, uses: .sort, column: Column(4, width: 10)),
    Field("leftOn", \.leftOn, days: .past, column: Column(7, width: 10)),
    Field("campaign", \.campaign, uses: .filter, column: Column(5, width: 20)),
    // What the donor test of a certified NPO asks (認定NPO法人): only who is known by name and
    // address counts, no officer does, and a household counts once.
    Field("addressKnown", \.addressKnown),
    Field("isOfficer", \.isOfficer),
    Field("sameHousehold", \.sameHousehold),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email, uses: .search),
    Field("notes", \.notes, uses: .search),
  ]

  package mutating func settle(before: Supporter?, in context: WriteContext) {
    guard status != before?.status else { return }
    if status == .active { joinedOn = joinedOn ?? context.day }
    if status == .left { leftOn = leftOn ?? context.day }
  }

  package func problems(before: Supporter?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(joinedOn, leftOn, field: \Supporter.leftOn)
    if leftOn != nil, status != .left {
      problems.append(FieldProblem(\Supporter.leftOn, .doesNotFit))
    }
    return problems
  }
}
