/// The status of residence (在留資格) or what stands in its place: a row of the third legal axis.
package struct ResidenceRow: AxisRow {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var statusOfResidence = StatusOfResidence.designatedActivities
  package var designatedActivityKind: DesignatedActivityKind?
  package var stayBasis: StayBasis?
  package var detainedAt = ""
  package var alternative: DetentionAlternative?
  package var alternativeOn: CivilDate?
  package var periodMonths: Int?
  package var periodDays: Int?
  package var expires: CivilDate?
  package var renewalAppliedOn: CivilDate?
  package var renewalDecidedOn: CivilDate?
  package var findingNotifiedOn: CivilDate?
  package var hearingRequestedOn: CivilDate?
  package var rulingNotifiedOn: CivilDate?
  package var objectionFiledOn: CivilDate?
  package var decisionNotifiedOn: CivilDate?
  package var orderNotifiedOn: CivilDate?
  package var lawsuitFiledOn: CivilDate?
  package var supervisorEventOn: CivilDate?
  package var organisationLeftOn: CivilDate?
  package var organisationJoinedOn: CivilDate?
  package var organisationChangedOn: CivilDate?
  package var spouseEndedOn: CivilDate?
  package var document: Reference<Document>?
  package var confirmedBy: Reference<Staff>?
  package var confirmedOn: CivilDate?
  package var corrects: Reference<ResidenceRow>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.residence
  package static let letter = "RS"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.statusOfResidence)

  package static let groups = [
    FieldGroup(
      "deportation",
      names(
        \.detainedAt, \.alternative, \.alternativeOn, \.findingNotifiedOn, \.hearingRequestedOn,
        \.rulingNotifiedOn, \.objectionFiledOn, \.decisionNotifiedOn,
        \.orderNotifiedOn, \.lawsuitFiledOn, \.supervisorEventOn)),
    FieldGroup(
      "changes",
      names(
        \.organisationLeftOn, \.organisationJoinedOn, \.organisationChangedOn, \.spouseEndedOn)),
  ]

  package static let fields: [Field<ResidenceRow>] =
    firstFields(\.case, \.on) + [
      Field(
        "statusOfResidence", \.statusOfResidence, required: true, uses: .filter,
        column: Column(2, width: 18)),
      Field("designatedActivityKind", \.designatedActivityKind, column: Column(5, width: 18)),
      Field("stayBasis", \.stayBasis, column: Column(5, width: 18)),
      // Where somebody in detention is held, and what was asked for in its place, when.
      Field("detainedAt", \.detainedAt),
      Field("alternative", \.alternative),
      Field("alternativeOn", \.alternativeOn, days: .past),
      // The length of the stay as the card says it, in months or in days.
      Field("periodMonths", \.periodMonths, range: 1...120),
      Field("periodDays", \.periodDays, range: 1...366),
      Field("expires", \.expires, uses: .sort, column: Column(4, width: 10)),
      Field("renewalAppliedOn", \.renewalAppliedOn, days: .past),
      Field("renewalDecidedOn", \.renewalDecidedOn, days: .past),
      // The deportation procedure: notice of what the inspector found and of what the special
      // inquiry officer ruled, and what was asked for against each.
      Field("findingNotifiedOn", \.findingNotifiedOn, days: .past),
      Field("hearingRequestedOn", \.hearingRequestedOn, days: .past),
      Field("rulingNotifiedOn", \.rulingNotifiedOn, days: .past),
      Field("objectionFiledOn", \.objectionFiledOn, days: .past),
      // The Minister's decision (裁決) and the deportation order (退去強制令書) as they were made
      // known, and the lawsuit against them.
      Field("decisionNotifiedOn", \.decisionNotifiedOn, days: .past),
      Field("orderNotifiedOn", \.orderNotifiedOn, days: .past),
      Field("lawsuitFiledOn", \.lawsuitFiledOn, days: .past),
      // What the supervisor (監理人) of monitoring measures has to report.
      Field("supervisorEventOn", \.supervisorEventOn, days: .past),
      // What changed in that on which the status rests: school or employer, marriage.
      Field("organisationLeftOn", \.organisationLeftOn, days: .past),
      Field("organisationJoinedOn", \.organisationJoinedOn, days: .past),
      // Its name or place is another, or it is there no more.
      Field("organisationChangedOn", \.organisationChangedOn, days: .past),
      Field("spouseEndedOn", \.spouseEndedOn, days: .past),
    ] + lastFields(\.document, \.confirmedBy, \.confirmedOn, \.corrects, \.notes)

  package func problems(before: ResidenceRow?, facts: CaseFacts) -> [FieldProblem] {
    var problems = axisProblems(before: before, facts: facts)
    problems += DateOrder.problems(on, expires, field: \ResidenceRow.expires)
    problems += DateOrder.problems(
      renewalAppliedOn, renewalDecidedOn, field: \ResidenceRow.renewalDecidedOn)
    problems += endProblems(before: before, on: facts.today)
    if designatedActivityKind != nil, statusOfResidence != .designatedActivities {
      problems.append(FieldProblem(\ResidenceRow.designatedActivityKind, .doesNotFit))
    }
    if stayBasis != nil, statusOfResidence != .none {
      problems.append(FieldProblem(\ResidenceRow.stayBasis, .doesNotFit))
    }
    if !detainedAt.isEmpty, stayBasis != .inDetention {
      problems.append(FieldProblem(\ResidenceRow.detainedAt, .doesNotFit))
    }
    problems += DateOrder.problems(
      findingNotifiedOn, hearingRequestedOn, field: \ResidenceRow.hearingRequestedOn)
    problems += DateOrder.problems(
      rulingNotifiedOn, objectionFiledOn, field: \ResidenceRow.objectionFiledOn)
    problems += DateOrder.problems(
      [decisionNotifiedOn, orderNotifiedOn].compactMap(\.self).min(), lawsuitFiledOn,
      field: \ResidenceRow.lawsuitFiledOn)
    if designatedActivityKind?.namesWork == true {
      if document == nil {
        problems.append(FieldProblem(\ResidenceRow.document, .evidenceRequired))
      } else if let evidence = facts.evidence, evidence != .designationPaper {
        problems.append(
          FieldProblem(\ResidenceRow.document, .noEvidence, .label(evidence.labelKey)))
      }
    }
    return problems
  }

  /// No status of residence is given for longer than five years (the enforcement regulations of the
  /// Act, annex 2), so a stay that ends later than that from today is a slip of the year.
  ///
  /// Of permanent residents and of what the sheet of an office calls "other" the day may be that of
  /// a card.
  private func endProblems(before: ResidenceRow?, on today: CivilDate) -> [FieldProblem] {
    guard let expires, expires != before?.expires, DayLimit.isKnown(today),
      ![.permanentResident, .other].contains(statusOfResidence),
      expires > today.adding(months: Self.longestPeriodMonths)
    else { return [] }
    return [FieldProblem(\ResidenceRow.expires, .yearUnlikely, .date(expires))]
  }

  /// Five years and the two months in which the card is fetched.
  private static let longestPeriodMonths = 62
}
