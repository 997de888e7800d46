import Casework

/// A case with the few facts of one test, all confirmed by a paper unless the test says otherwise.
struct CaseOfDeadlines {
  var facts: DeadlineFacts

  init(
    _ status: CaseStatus = .active, lastContact: String? = nil, closed: String? = nil,
    opened: String? = nil
  ) {
    var record = Case()
    record.opened = opened.map(Self.day)
    record.status = status
    record.lastContact = lastContact.map(Self.day)
    record.closedOn = closed.map(Self.day)
    facts = DeadlineFacts(DeadlineFacts.Row(RecordID(1), record))
  }

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

  mutating func procedure(
    _ stage: ProcedureStage, _ on: String, notice: String? = nil, triage: TriageLetter? = nil,
    confirmed: Bool = true, _ change: (inout ProcedureRow) -> Void = { _ in }
  ) {
    var row = ProcedureRow()
    row.procedureStage = stage
    row.on = Self.day(on)
    row.notifiedOn = notice.map(Self.day)
    row.triageLetter = triage
    confirm(&row, confirmed)
    change(&row)
    facts.procedures.insert(
      DeadlineFacts.Row(RecordID(Int64(200 + facts.procedures.count)), row), at: 0)
  }

  mutating func residence(
    _ status: StatusOfResidence, _ on: String, expires: String? = nil, months: Int? = nil,
    days: Int? = nil, applied: String? = nil, decided: String? = nil, confirmed: Bool = true,
    seen: String? = nil, basis: StayBasis? = nil, paper: RecordID? = nil,
    _ change: (inout ResidenceRow) -> Void = { _ in }
  ) {
    var row = ResidenceRow()
    row.statusOfResidence = status
    row.on = Self.day(on)
    row.expires = expires.map(Self.day)
    row.periodMonths = months
    row.periodDays = days
    row.renewalAppliedOn = applied.map(Self.day)
    row.renewalDecidedOn = decided.map(Self.day)
    row.stayBasis = basis
    confirm(&row, confirmed)
    if let seen { row.confirmedOn = Self.day(seen) }
    if let paper { row.document = Reference(paper) }
    change(&row)
    facts.residences.insert(
      DeadlineFacts.Row(RecordID(Int64(300 + facts.residences.count)), row), at: 0)
  }

  mutating func document(
    _ type: DocumentType, _ on: String, issued: String? = nil, expires: String? = nil,
    appear: String? = nil, lost: String? = nil, changed: String? = nil
  ) {
    var paper = Document()
    paper.type = type
    paper.on = Self.day(on)
    paper.issuedOn = issued.map(Self.day)
    paper.expiresOn = expires.map(Self.day)
    paper.appearOn = appear.map(Self.day)
    paper.lostOn = lost.map(Self.day)
    paper.changedOn = changed.map(Self.day)
    facts.documents.append(
      DeadlineFacts.Row(RecordID(Int64(10 + facts.documents.count)), paper))
  }

  mutating func person(
    born: String? = nil, in country: String? = nil, precision: DatePrecision? = nil,
    nationality: String? = nil, arrived: String? = nil
  ) {
    var person = Person()
    person.birthDate = born.map(Self.day)
    person.birthDatePrecision = precision
    person.birthCountry = country.map(Country.init(code:))
    person.nationality = nationality.map(Country.init(code:))
    person.arrivedOn = arrived.map(Self.day)
    facts.person = person
  }

  mutating func application(
    _ type: ApplicationType, _ on: String, result: ApplicationResult? = nil,
    decided: String? = nil, receipt: RecordID? = nil, papers: String? = nil, filed: String? = nil
  ) {
    var row = StatusApplication()
    row.type = type
    row.on = Self.day(on)
    row.result = result
    row.resultOn = decided.map(Self.day)
    row.receipt = receipt.map { Reference($0) }
    row.documentsDue = papers.map(Self.day)
    row.documentsFiledOn = filed.map(Self.day)
    facts.applications.append(
      DeadlineFacts.Row(RecordID(Int64(400 + facts.applications.count)), row))
  }

  mutating func stay(
    _ stage: StayStage, _ start: String, until end: String? = nil, approval: String? = nil,
    concern: String? = nil
  ) {
    var stay = Homestay()
    stay.end = end.map(Self.day)
    stay.stage = stage
    stay.start = Self.day(start)
    stay.host = Reference(RecordID(7))
    facts.stays.append(DeadlineFacts.Row(RecordID(20), stay))
    facts.approvals[RecordID(7)] = approval.map(Self.day)
    if let concern { facts.suspensions[RecordID(7)] = Self.day(concern) }
  }

  mutating func checkIn(_ side: StaySide, _ on: String, _ mood: StayMood = .good) {
    var checkIn = CheckIn()
    checkIn.homestay = Reference(RecordID(20))
    checkIn.asked = side
    checkIn.on = Self.day(on)
    checkIn.mood = mood
    facts.checkIns.append(
      DeadlineFacts.Row(RecordID(Int64(90 + facts.checkIns.count)), checkIn))
  }

  mutating func placement(
    _ stage: PlacementStage, _ on: String, started: String? = nil, ended: String? = nil,
    asked: String? = nil
  ) {
    var placement = Placement()
    placement.retentionCheckedOn = asked.map(Self.day)
    placement.stage = stage
    placement.on = Self.day(on)
    placement.startedOn = started.map(Self.day)
    placement.endedOn = ended.map(Self.day)
    facts.placements.append(
      DeadlineFacts.Row(RecordID(Int64(30 + facts.placements.count)), placement))
  }

  mutating func permission(_ work: WorkPermission, _ confirmed: String, until: String? = nil) {
    var row = WorkPermissionRow()
    row.on = Self.day(confirmed)
    row.workPermission = work
    row.until = until.map(Self.day)
    confirm(&row, work.permits)
    facts.permissions.append(DeadlineFacts.Row(RecordID(35), row))
  }

  mutating func own(
    _ rule: DeadlineRuleID, on: String, due: String? = nil, done: String? = nil,
    from: String? = nil, about: String = "", answer: DeadlineAnswer? = nil
  ) {
    var own = OwnDeadline()
    own.answer = answer
    own.about = about
    own.rule = rule
    own.on = Self.day(on)
    own.due = due.map(Self.day)
    own.done = done.map(Self.day)
    own.countedFrom = from.map(Self.day)
    facts.own.append(DeadlineFacts.Row(RecordID(40), own))
  }

  mutating func consent(
    _ scope: ConsentScope, _ on: String, expires: String? = nil, withdrawn: String? = nil,
    recipient: String = ""
  ) {
    var consent = Consent()
    consent.scope = scope
    consent.on = Self.day(on)
    consent.expires = expires.map(Self.day)
    consent.withdrawnOn = withdrawn.map(Self.day)
    consent.status = withdrawn == nil ? .given : .withdrawn
    consent.recipient = recipient
    facts.consents.append(DeadlineFacts.Row(RecordID(Int64(60 + facts.consents.count)), consent))
  }

  mutating func referral(
    _ scope: ConsentScope, _ recipient: String, _ on: String, _ stage: ReferralStage = .requested
  ) {
    var referral = Referral()
    referral.scope = scope
    referral.recipient = recipient
    referral.on = Self.day(on)
    referral.stage = stage
    facts.referrals.append(
      DeadlineFacts.Row(RecordID(Int64(70 + facts.referrals.count)), referral))
  }

  mutating func assignment(until: String) {
    var assignment = Assignment()
    assignment.until = Self.day(until)
    facts.assignments.append(DeadlineFacts.Row(RecordID(80), assignment))
  }

  /// All that is not done, as `2026-12-01 appeal`, earliest first.
  var open: [String] {
    deadlines.filter { $0.done == nil }.map { "\($0.date) \($0.rule.rawValue)" }
  }

  var deadlines: [Deadline] { Deadlines.of(facts) }

  func first(_ rule: DeadlineRuleID) -> Deadline? { deadlines.first { $0.rule == rule } }

  private func confirm<R: AxisRow>(_ row: inout R, _ isConfirmed: Bool) {
    guard isConfirmed else { return }
    row.document = Reference(RecordID(50))
    row.confirmedBy = Reference(RecordID(1))
    row.confirmedOn = row.on
  }
}
