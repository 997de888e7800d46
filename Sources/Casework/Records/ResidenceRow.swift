/// The status of residence (在留資格) or what stands in its place: a row of the third legal axis.
package struct ResidenceRow: AxisRow {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var statusOfResidence = StatusOfResidence.designatedActivities
  package var designatedActivityKind: DesignatedActivityKind?
  package var stayBasis: StayBasis?
  package var periodMonths: Int?
  package var periodDays: Int?
  package var expires: CivilDate?
  package var renewalAppliedOn: CivilDate?
  package var renewalDecidedOn: CivilDate?
  package var document: Reference<Document>?
  package var confirmedBy: Reference<Staff>?
  package var confirmedOn: CivilDate?
  package var corrects: Reference<ResidenceRow>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.residence
  package static let titleFields = ["statusOfResidence"]

  package static let fields: [Field<ResidenceRow>] =
    firstFields + [
      Field(
        "statusOfResidence", \.statusOfResidence, required: true, uses: .filter,
        column: Column(2, width: 18)),
      Field("designatedActivityKind", \.designatedActivityKind, column: Column(5, width: 18)),
      Field("stayBasis", \.stayBasis, column: Column(5, width: 18)),
      // The length of the stay as the card says it, in months or in days.
      Field("periodMonths", \.periodMonths, range: 1...120),
      Field("periodDays", \.periodDays, range: 1...366),
      Field("expires", \.expires, uses: .sort, column: Column(4, width: 10)),
      Field("renewalAppliedOn", \.renewalAppliedOn),
      Field("renewalDecidedOn", \.renewalDecidedOn),
    ] + lastFields

  package func problems(before: ResidenceRow?, facts: CaseFacts) -> [FieldProblem] {
    var problems = axisProblems(before: before, facts: facts)
    problems += DateOrder.problems(on, expires, field: "expires")
    problems += DateOrder.problems(renewalAppliedOn, renewalDecidedOn, field: "renewalDecidedOn")
    for (field, day) in [
      ("renewalAppliedOn", renewalAppliedOn), ("renewalDecidedOn", renewalDecidedOn),
    ] {
      if let day, day > facts.today { problems.append(FieldProblem(field, .dateInFuture)) }
    }
    if designatedActivityKind != nil, statusOfResidence != .designatedActivities {
      problems.append(FieldProblem("designatedActivityKind", .doesNotFit))
    }
    if stayBasis != nil, statusOfResidence != .none {
      problems.append(FieldProblem("stayBasis", .doesNotFit))
    }
    if designatedActivityKind?.namesWork == true {
      if document == nil {
        problems.append(FieldProblem("document", .evidenceRequired))
      } else if let evidence = facts.evidence, evidence != .designationPaper {
        problems.append(FieldProblem("document", .noEvidence, .label(evidence.labelKey)))
      }
    }
    return problems
  }
}
