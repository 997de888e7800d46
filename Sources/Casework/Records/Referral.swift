/// A request to another organisation to take over a part of the support (リファー).
///
/// It tells them about the person, so it needs a consent that covers them.
package struct Referral: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var recipient = ""
  package var scope = ConsentScope.otherOrganisations
  package var stage = ReferralStage.requested
  package var stageSince: CivilDate?
  package var on: CivilDate?
  package var serviceType: ServiceType?
  package var contactPerson = ""
  package var purpose: LongText = ""
  package var answeredOn: CivilDate?
  package var staff: Reference<Staff>?
  package var outcome: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.referral
  package static let letter = "RF"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = .consents
  package static let titleFields = names(\.recipient)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<Referral>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("recipient", \.recipient, required: true, uses: .search, column: Column(2, width: 20)),
    // The consent it goes by.
    Field("scope", \.scope, required: true, column: Column(7, width: 18)),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(3, width: 10)),
    Field("stageSince", \.stageSince, origin: .derived, uses: .noForm),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(4, width: 10)),
    Field("serviceType", \.serviceType, column: Column(5, width: 14)),
    Field("contactPerson", \.contactPerson),
    Field("purpose", \.purpose, uses: .search),
    Field("answeredOn", \.answeredOn, days: .past, column: Column(6, width: 10)),
    Field("staff", \.staff, column: Column(8, width: 12)),
    Field("outcome", \.outcome),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: Referral?, in context: WriteContext) {
    // A step back takes the answer back.
    if stage == .requested, let before, before.stage != .requested,
      answeredOn == before.answeredOn
    {
      answeredOn = nil
    }
    guard stage != before?.stage, stage == .accepted || stage == .declined else { return }
    answeredOn = answeredOn ?? context.day
  }

  package func problems(before: Referral?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(on, answeredOn, field: \Referral.answeredOn)
    guard scope.isSharing else { return problems + [FieldProblem(\Referral.scope, .notSharing)] }
    if let answeredOn, answeredOn != before?.answeredOn, answeredOn > facts.today {
      problems.append(FieldProblem(\Referral.answeredOn, .dateInFuture))
    }
    if discloses(since: before),
      !Sharing.isAllowed(by: facts.consents, scope, to: recipient, on: facts.today)
    {
      problems.append(FieldProblem(\Referral.scope, .consentRequired, .label(scope.labelKey)))
    }
    return problems
  }

  /// Whether a save lets the other organisation work with what it knows, or tells it something.
  ///
  /// What was told under a consent taken back later stays as it was, and a step back, which mends
  /// what was marked by mistake, tells nothing more.
  private func discloses(since before: Referral?) -> Bool {
    guard let before else { return stage.isOpen }
    let isOther =
      before.scope != scope || before.recipient != recipient || before.case != `case`
    if isOther { return stage.isOpen }
    guard let step = stage.step else { return false }
    return before.stage.step.map { step > $0 } ?? true
  }
}
