import Casework

/// What the person of a case consented to, needs, wants to reach and was given.
extension Office {
  mutating func tellSupport(of told: CaseStory, in story: inout Story) {
    for (index, (status, day)) in zip(told.path, told.days).enumerated() {
      let next = index + 1 < told.path.count ? told.path[index + 1] : nil
      switch status {
      case .intake where next == .assessment:
        for scope in ConsentScope.beforeAssessment {
          tellConsent(scope, of: told, on: day, in: &story)
        }
      case .assessment: tellNeeds(of: told, from: day, in: &story)
      case .planning: tellGoals(of: told, on: day, in: &story)
      case .transferred: tellConsent(.otherOrganisations, of: told, on: day, in: &story)
      default: break
      }
    }
    guard detail == .full, let days = told.workDays(today: today) else { return }
    tellServices(of: told, in: days, &story)
    if told.isOpen, told.status != .closureRequested, random.chance(40) {
      tellReferral(of: told, in: days, &story)
    }
  }

  @discardableResult
  mutating func tellConsent(
    _ scope: ConsentScope, of told: CaseStory, on day: Int, in story: inout Story
  ) -> Draft<Consent> {
    var draft = script.draft(Consent())
    draft.now.case = told.reference
    draft.now.scope = scope
    draft.now.on = date(day)
    draft.now.medium = random.weigh((.written, 7), (.oral, 2), (.electronic, 1))
    draft.now.language = told.person?.now.languages.first
    draft.now.staff = told.owner
    if scope.isSharing, random.chance(30) {
      draft.now.withheld = random.chance(50) ? [.history, .health] : [.address]
    }
    // Companies and hosts learn of somebody for as long as work or a home is looked for.
    if scope.isSharing, scope != .companies, scope != .hostFamilies {
      draft.now.expires = date(day).adding(months: 24)
    }
    story.tell(&draft, on: day, .logConsent)
    consents[ConsentKey(case: told.reference, scope: scope)] =
      draft.now.expires?.dayNumber ?? .max
    return draft
  }

  /// Tells a consent where none is in force for all of these days; what rests on it is told after.
  mutating func requireConsent(
    _ scope: ConsentScope, of told: CaseStory, from day: Int, through last: Int,
    in story: inout Story
  ) {
    let until = consents[ConsentKey(case: told.reference, scope: scope)]
    guard until.map({ $0 < last }) ?? true else { return }
    tellConsent(scope, of: told, on: max(told.opened, day), in: &story)
  }

  /// A consent of the person of a case.
  struct ConsentKey: Hashable {
    let `case`: Reference<Case>
    let scope: ConsentScope
  }

  private mutating func tellNeeds(of told: CaseStory, from day: Int, in story: inout Story) {
    var scores = NeedDomain.allCases.map { _ in random.weigh((1, 2), (2, 4), (3, 3), (4, 1)) }
    let last = told.isOpen ? lastDay : told.days.last ?? lastDay
    var on = day
    for round in 0..<(detail == .full ? 4 : 1) where on <= last && told.isOpen(on: workday(on)) {
      var draft = script.draft(NeedsAssessment())
      draft.now.case = told.reference
      draft.now.on = date(workday(on))
      draft.now.staff = told.owner
      for (domain, points) in zip(NeedDomain.allCases, scores) where random.chance(85) {
        draft.now[domain] = NeedScore.allCases.first { $0.points == points }
      }
      if draft.now[.housing] == nil { draft.now[.housing] = .vulnerable }
      story.tell(&draft, on: workday(on), .logNeed)
      scores = scores.map { min(5, max(1, $0 + random.weigh((0, 5), (1, 4), (-1, 1)))) }
      on += 60 + 30 * round
    }
  }

  private mutating func tellGoals(of told: CaseStory, on day: Int, in story: inout Story) {
    let domains = [NeedDomain.housing, .employment, .japanese, .legal].shuffled(using: &random)
    for domain in domains.prefix(detail == .full ? random.number(1...2) : 1) {
      var draft = script.draft(Goal())
      draft.now.case = told.reference
      draft.now.goal = text("goal.\(domain.rawValue)")
      draft.now.domain = domain
      draft.now.on = date(day)
      let end = told.isOpen ? today + random.number(-5...240) : day + random.number(3...9) * 30
      draft.now.due = date(nextWorkday(max(day, end)))
      draft.now.staff = told.owner
      story.tell(&draft, on: day, .logGoal)
      guard let end = told.days.last, told.closureReason == .goalsMet, end > day else { continue }
      draft.now.stage = .achieved
      draft.now.endedOn = date(end)
      story.tell(&draft, on: end, .status)
    }
  }

  private mutating func tellServices(
    of told: CaseStory, in days: Range<Int>, _ story: inout Story
  ) {
    for _ in 0..<random.number(0...3) {
      let day = workday(random.number(days.lowerBound...days.upperBound))
      guard day >= days.lowerBound, day <= lastDay, told.isOpen(on: day) else { continue }
      var draft = script.draft(Service())
      let type = random.pick(ServiceType.allCases) ?? .community
      draft.now.case = told.reference
      draft.now.on = date(day)
      draft.now.serviceType = type
      draft.now.staff = told.owner
      draft.now.minutes = random.number(2...12) * 10
      if type == .emergencyShelter { draft.now.nights = random.number(2...21) }
      if type == .financial { draft.now.amount = random.number(3...20) * 1000 }
      story.tell(&draft, on: day, .logService)
    }
  }

  /// A referral under a consent of its own: answered, silent, or with the consent taken back.
  private mutating func tellReferral(
    of told: CaseStory, in days: Range<Int>, _ story: inout Story
  ) {
    let asked = max(days.lowerBound, workday(today - random.number(3...40)))
    guard asked <= lastDay else { return }
    let scope = random.weigh(
      (ConsentScope.otherOrganisations, 5), (.lawyers, 3), (.medicalProviders, 3),
      (.municipalities, 3))
    var consent = tellConsent(scope, of: told, on: asked, in: &story)
    var draft = script.draft(Referral())
    draft.now.case = told.reference
    draft.now.recipient = text("body")
    draft.now.scope = scope
    draft.now.on = date(asked)
    draft.now.serviceType = random.pick([.legal, .medical, .foodGoods, .housing])
    draft.now.purpose = LongText(text("referral.purpose"))
    draft.now.staff = told.owner
    story.tell(&draft, on: asked, .logReferral)
    let answered = workday(asked + random.number(2...9))
    guard answered > asked, answered <= lastDay else { return }
    switch random.weigh((0, 4), (1, 3), (2, 2), (3, 1)) {
    case 0:
      draft.now.stage = .accepted
      draft.now.answeredOn = date(answered)
      story.tell(&draft, on: answered, .status)
    case 1:
      draft.now.stage = random.chance(80) ? .done : .declined
      draft.now.answeredOn = date(answered)
      story.tell(&draft, on: answered, .status)
    case 2: break
    default:
      consent.now.status = .withdrawn
      consent.now.withdrawnOn = date(answered)
      consents[ConsentKey(case: told.reference, scope: scope)] = nil
      story.tell(&consent, on: answered, .status)
    }
  }
}
