package import Casework

/// A generated history of one person on the legal axes, as somebody may have written it down, and the
/// last days of what it says they are here by.
package struct StayHistory: Sendable {
  package let today: CivilDate
  package let opened: CivilDate
  package private(set) var person: Person?
  /// In the order in which they were written; what rests on a paper has a `document`.
  package private(set) var residences: [ResidenceRow] = []
  package private(set) var procedures: [ProcedureRow] = []
  package private(set) var permissions: [WorkPermissionRow] = []
  package private(set) var documents: [Document] = []
  package private(set) var own: [OwnDeadline] = []

  /// Stands for the paper of a row.
  private static let paper = Reference<Document>(RecordID(50))

  package init(on today: CivilDate, using random: inout SplitMix) {
    self.today = today
    opened = today.adding(days: random.number(-400...0))
    for _ in 0..<random.number(0...3) { stay(&random) }
    for _ in 0..<random.number(0...3) { step(&random) }
    if Bool.random(using: &random) {
      var paper = Document()
      let types: [DocumentType] = [
        .provisionalStay, .temporaryRefuge, .provisionalRelease, .residenceCard,
        .specifiedResidenceCard,
      ]
      paper.type = random.pick(types) ?? .residenceCard
      paper.on = day(-200, 0, &random)
      paper.expiresOn = day(-30, 200, &random)
      documents.append(paper)
    }
    if random.number(0...3) == 0 {
      var person = Person()
      person.birthDate = day(-90, 0, &random)
      person.birthCountry = Country(code: Bool.random(using: &random) ? "JPN" : "SYR")
      self.person = person
    }
    // Somebody's word ends no stay.
    for rule in DeadlineRule.all.map(\.id) where rule.endsStay && Bool.random(using: &random) {
      var own = OwnDeadline()
      (own.rule, own.on, own.done) = (rule, today, today)
      self.own.append(own)
    }
  }

  private func day(_ first: Int, _ last: Int, _ random: inout SplitMix) -> CivilDate {
    today.adding(days: random.number(first...last))
  }

  private mutating func stay(_ random: inout SplitMix) {
    var row = ResidenceRow()
    row.stayBasis = Bool.random(using: &random) ? random.pick(StayBasis.allCases) : nil
    let statuses = StatusOfResidence.allCases.filter { $0 != .none }
    row.statusOfResidence = row.stayBasis == nil ? random.pick(statuses) ?? .other : .none
    let (from, length) = (day(-400, 0, &random), random.pick([15, 30, 31, 61, 91, 182, 365]) ?? 91)
    (row.on, row.expires) = (from, from.adding(days: length))
    row.periodDays = Bool.random(using: &random) ? length : nil
    row.renewalAppliedOn = Bool.random(using: &random) ? day(-120, 0, &random) : nil
    let decided = row.renewalAppliedOn?.adding(days: 40)
    row.renewalDecidedOn = random.number(0...3) == 0 ? decided.map { min($0, today) } : nil
    if Bool.random(using: &random) { row.document = Self.paper }
    residences.append(row)
  }

  private mutating func step(_ random: inout SplitMix) {
    var row = ProcedureRow()
    row.on = day(-400, 0, &random)
    row.procedureStage = random.pick(ProcedureStage.allCases) ?? .none
    row.notifiedOn = Bool.random(using: &random) ? row.on : nil
    row.document = Self.paper
    procedures.append(row)
    guard Bool.random(using: &random) else { return }
    var permission = WorkPermissionRow()
    permission.on = row.on
    permission.workPermission = random.pick(WorkPermission.allCases) ?? .toBeConfirmed
    permissions.append(permission)
  }
}

extension StayHistory {
  /// The rows with their places, latest first.
  package static func latestFirst<R: AxisRow>(_ rows: [R]) -> [(index: Int, row: R)] {
    rows.enumerated().map { ($0.offset, $0.element) }
      .sorted { ($1.1.on?.dayNumber ?? 0, $1.0) < ($0.1.on?.dayNumber ?? 0, $0.0) }
      .map { (index: $0.0, row: $0.1) }
  }

  package var stay: ResidenceRow? { Self.latestFirst(residences).first?.row }

  /// The last days of what it says somebody is here by, from today to 90 days on, told from the history
  /// alone.
  package var lastDays: [CivilDate] {
    var days: [CivilDate] = []
    if let row = stay, let end = row.expires, row.statusOfResidence != .permanentResident {
      days += [Self.runsOn(row) ?? end]
      // Nobody has seen that it was applied for: the day on the card counts too.
      if Self.runsOn(row) != nil, row.document == nil { days.append(end) }
    }
    // Papers that are the right to be here, the newest of each kind.
    for type in [DocumentType.provisionalStay, .temporaryRefuge, .provisionalRelease] {
      days += [documents.last { $0.type == type }?.expiresOn].compactMap(\.self)
    }
    if let birth = person?.birthDate, person?.birthCountry == .japan,
      !residences.contains(where: {
        $0.statusOfResidence != .none && $0.on.map { $0 >= birth } ?? false
      }),
      !residences.contains(where: {
        $0.stayBasis != nil && $0.on.map { $0 > birth.adding(days: 60) } ?? false
      })
    {
      days.append(birth.adding(days: 60))
    }
    return days.filter { $0 >= today && $0 <= today.adding(days: 90) }
  }

  /// The last day of a special period, by article 20(6): two months after the card's, for a status
  /// with a period of more than 30 days that was applied for in time and is not decided.
  private static func runsOn(_ row: ResidenceRow) -> CivilDate? {
    guard row.stayBasis == nil, row.statusOfResidence != .none,
      row.statusOfResidence != .other || row.document != nil,
      let from = row.on, let end = row.expires, let applied = row.renewalAppliedOn,
      from <= applied, applied <= end
    else { return nil }
    let days = row.periodDays ?? row.periodMonths.map { $0 * 30 }
    guard days.map({ $0 > 30 }) ?? (end.dayNumber - from.dayNumber > 30) else { return nil }
    guard let decided = row.renewalDecidedOn else { return end.adding(months: 2) }
    return decided <= end ? nil : min(decided, end.adding(months: 2))
  }

  /// What of it a failure is told by.
  package var told: String {
    guard let stay else { return "no stay" }
    return
      "\(stay.statusOfResidence) \(String(describing: stay.stayBasis)) "
      + "\(stay.on?.description ?? "") to \(stay.expires?.description ?? "") applied "
      + "\(stay.renewalAppliedOn?.description ?? "") decided "
      + "\(stay.renewalDecidedOn?.description ?? "")"
  }
}
