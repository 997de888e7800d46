/// A family or person who takes guests in.
package struct Host: Record {
  package var name = ""
  package var nameKana = ""
  package var nameRoman = ""
  package var representative = ""
  package var representativeRoman = ""
  package var stage = HostStage.enquiry
  package var stageSince: CivilDate?
  package var prefecture: Prefecture?
  package var city = ""
  package var nearestStation = ""
  package var capacity: Int?
  package var hasPrivateRoom = false
  package var hasPets = false
  package var hasSmokers = false
  package var householdMix: HouseholdMix?
  package var hasChildren = false
  package var isAlcoholFree = false
  package var hasPrayerSpace = false
  package var isStepFree = false
  package var hasLock = false
  package var rules: [HouseRule] = []
  package var wishes: [HouseRule] = []
  package var diets: [Diet] = []
  package var languages: [Language] = []
  package var availableFrom: CivilDate?
  package var availableUntil: CivilDate?
  package var longestStayNights: Int?
  package var homeVisitOn: CivilDate?
  package var referencesOn: CivilDate?
  package var trainingOn: CivilDate?
  package var approvedOn: CivilDate?
  package var approvalExpires: CivilDate?
  package var phone = ""
  package var email = ""
  package var address = ""
  package var conditions: LongText = ""
  package var concern: LongText = ""
  package var suspendedOn: CivilDate?

  package init() {}

  package static let kind = RecordKind.host
  package static let letter = "H"
  package static let feedsDeadlines = DeadlineFeed.ofCases(
    of: .homestay, by: Homestay.name(\.host),
    when: Set(names(\.approvalExpires, \.stage, \.suspendedOn)))
  package static let needs: FactNeeds = .household
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let picture: RecordPicture? = .board(
    StageColumns(
      \Host.stage, path: HostStage.path, below: name(\.representative),
      beside: names(\.stageSince)))
  /// Many families share a name; where they live tells them apart.
  package static let identity = Identity(
    names: names(\.name),
    apart: names(
      \.representative, \.prefecture, \.city, \.nearestStation, \.phone, \.email, \.address),
    isOneRow: true)
  package static let fields: [Field<Host>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 16)),
    Field("nameKana", \.nameKana, uses: [.search, .kana], rewrites: .kana(of: "name")),
    Field("nameRoman", \.nameRoman, uses: .search, rewrites: .roman(of: "name")),
    Field("representative", \.representative, uses: .search, column: Column(4, width: 14)),
    Field(
      "representativeRoman", \.representativeRoman, uses: .search,
      rewrites: .roman(of: "representative")),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(2, width: 12)),
    Field("stageSince", \.stageSince, origin: .derived, uses: .noForm),
    Field("prefecture", \.prefecture, column: Column(5, width: 8)),
    Field("city", \.city, uses: .search, column: Column(6, width: 14)),
    Field("nearestStation", \.nearestStation, uses: .search),
    Field("capacity", \.capacity, column: Column(3, width: 4), range: 0...50),
    Field("hasPrivateRoom", \.hasPrivateRoom),
    Field("hasPets", \.hasPets),
    Field("hasSmokers", \.hasSmokers),
    Field("householdMix", \.householdMix),
    Field("hasChildren", \.hasChildren),
    Field("isAlcoholFree", \.isAlcoholFree),
    Field("hasPrayerSpace", \.hasPrayerSpace),
    // Without stairs or steps.
    Field("isStepFree", \.isStepFree),
    // A room for the guest that can be locked.
    Field("hasLock", \.hasLock),
    // What guests must keep to, and what the host would like.
    Field("rules", \.rules),
    Field("wishes", \.wishes),
    Field("diets", \.diets, column: Column(8, width: 14)),
    Field("languages", \.languages, column: Column(7, width: 14)),
    Field("availableFrom", \.availableFrom, column: Column(6, width: 10)),
    Field("availableUntil", \.availableUntil, days: .open),
    Field("longestStayNights", \.longestStayNights, range: 1...3650),
    Field("homeVisitOn", \.homeVisitOn),
    Field("referencesOn", \.referencesOn),
    Field("trainingOn", \.trainingOn),
    Field("approvedOn", \.approvedOn, days: .past),
    Field("approvalExpires", \.approvalExpires, days: .open),
    Field("concern", \.concern),
    // Set with the stage.
    Field("suspendedOn", \.suspendedOn, days: .past, uses: .noForm),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email),
    Field("address", \.address),
    Field("conditions", \.conditions),
  ]

  /// Since when a host is suspended, and why where nothing else is said; no day is left where that
  /// is over.
  package mutating func settle(before: Host?, in context: WriteContext) {
    guard stage == .suspended else {
      if before?.stage == .suspended { suspendedOn = nil }
      return
    }
    guard before?.stage != .suspended else { return }
    if concern.text.isEmpty { concern = LongText(context.reason) }
    suspendedOn = suspendedOn ?? context.day
  }

  package func problems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(availableFrom, availableUntil, field: \Host.availableUntil)
      + DateOrder.problems(approvedOn, approvalExpires, field: \Host.approvalExpires)
      + futureProblems(before: before, today: facts.today)
      + approvalProblems(before: before, facts: facts)
      + concernProblems(before: before, facts: facts)
      + guestProblems(before: before, facts: facts)
      + stageProblems(before: before, facts: facts)
  }

  /// An approved host takes a guest in or rests without a word; every other way back has a reason.
  private func stageProblems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    let afterApproval: Set<HostStage> = [.approved, .hosting, .paused]
    if let before, afterApproval.contains(before.stage), afterApproval.contains(stage) { return [] }
    return StagePath.problems(
      from: before?.stage, to: stage, field: \Host.stage, reason: facts.reason)
  }
}
