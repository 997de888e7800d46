import Casework

/// A stay before it is told.
struct StayStory: StageStory {
  let path: [StayStage]
  var gaps: [Int]
  var age: Int
  let endReason: StayEndReason?

  /// How it stands today.
  let stage: StayStage
  /// Whether it still goes on or is still planned.
  let goesOn: Bool

  /// The end there was before the stay was extended, shortly after it was; nil where it was not.
  func firstEnd(_ reached: [Int]) -> Int? {
    zip(path, reached).first { $0.0 == .extended }.map { $0.1 + 5 }
  }
}

extension Office {
  /// How the stays of an office stand today; 45 with 200 cases.
  private static let stayStages: [(StayStage, Int)] = [
    (.proposed, 3), (.guestAgreed, 2), (.hostAgreed, 2), (.met, 2), (.confirmed, 3),
    (.inProgress, 7), (.extended, 3), (.ended, 14), (.declined, 3), (.cancelled, 2),
    (.endedEarly, 4),
  ]
  private static let endReasons: [(StayEndReason, Int)] = [
    (.asPlanned, 5), (.ownHousingFound, 4), (.movedForWork, 3), (.toShelter, 1),
    (.guestCircumstances, 1),
  ]
  private static let earlyReasons: [(StayEndReason, Int)] = [
    (.notAGoodFit, 2), (.hostCircumstances, 1), (.safetyConcern, 1),
  ]

  /// Gives the stays to cases in whose time they fit, not more than one open stay to each.
  mutating func dealStays() {
    let stages = random.deal(Self.stayStages, count: scaled(45, least: 0))
    var reasons = random.deal(Self.endReasons, count: stages.count { $0 == .ended })
    var early = random.deal(Self.earlyReasons, count: stages.count { $0 == .endedEarly })
    for stage in stages {
      let reason =
        stage == .ended ? reasons.popLast() : stage == .endedEarly ? early.popLast() : nil
      let stay = stayStory(stage, reason)
      let fitting = cases.indices.filter { index in
        guard cases[index].work != nil, cases[index].stays.count < 2 else { return false }
        return switch cases[index].status {
        case .active: !stay.goesOn || !cases[index].stays.contains(where: \.goesOn)
        case .monitoring, .closed, .closureRequested: !stay.goesOn
        default: false
        }
      }
      guard let index = random.pick(fitting) else { continue }
      // An open stay is the last one.
      cases[index].stays.insert(stay, at: stay.goesOn ? cases[index].stays.count : 0)
    }
  }

  private mutating func stayStory(_ stage: StayStage, _ reason: StayEndReason?) -> StayStory {
    let way: [StayStage] = [.proposed, .guestAgreed, .hostAgreed, .met, .confirmed, .inProgress]
    let path: [StayStage]
    if let end = way.firstIndex(of: stage) {
      path = Array(way[...end])
    } else {
      path =
        switch stage {
        case .declined: way.prefix(random.number(1...2)) + [.declined]
        case .cancelled: way.prefix(random.number(4...5)) + [.cancelled]
        case .extended: way + [.extended]
        case .ended: way + (random.chance(30) ? [.extended, .ended] : [.ended])
        default: way + [stage]
        }
    }
    let gaps = zip(path, path.dropFirst()).map { from, to in
      switch (from, to) {
      case (_, .endedEarly): random.number(6...25)
      case (.inProgress, _), (.extended, _): random.number(20...80)
      case (.confirmed, _): random.number(4...14)
      default: random.number(1...7)
      }
    }
    let age =
      switch stage {
      case .inProgress: random.number(3...45)
      case .extended: random.number(3...25)
      case .ended, .endedEarly, .declined, .cancelled: random.number(4...60)
      default: random.number(1...8)
      }
    return StayStory(
      path: path, gaps: gaps, age: age, endReason: reason, stage: stage, goesOn: !stage.isEnd)
  }

  mutating func tellStays(of told: CaseStory, in story: inout Story) {
    guard let days = told.workDays(today: today) else { return }
    if told.status == .active, told.stays.isEmpty {
      let day = min(days.upperBound, lastDay)
      aside { $0.tellLodging(of: told, on: day, in: &story) }
    }
    let laidOut = layOut(told.stays, in: days)
    if let first = laidOut.first?.first {
      let day = min(days.lowerBound, first)
      aside { $0.tellConsent(.hostFamilies, of: told, on: day, in: &story) }
    }
    for (stay, reached) in zip(told.stays, laidOut) {
      tellStay(stay, reached, of: told, in: &story)
    }
  }

  /// What somebody needs who waits for a host.
  private mutating func tellLodging(of told: CaseStory, on day: Int, in story: inout Story) {
    guard random.chance(15) else { return }
    requireConsent(.hostFamilies, of: told, from: day, through: today, in: &story)
    var draft = script.draft(Lodging())
    draft.now.case = told.reference
    draft.now.from = date(today + random.number(3...20))
    draft.now.until = draft.now.from?.adding(days: random.number(1...12) * 7)
    let group: GuestGroup = random.weigh((.man, 4), (.woman, 4), (.couple, 1), (.family, 1))
    let alone = told.person?.now.gender.flatMap(GuestGroup.init(of:))
    draft.now.guests = group == .man || group == .woman ? alone ?? group : group
    draft.now.persons = draft.now.guests == .couple ? 2 : draft.now.guests == .family ? 3 : 1
    draft.now.languages = [Language(code: "en")]
    draft.now.languageNeed = random.weigh((.prefer, 3), (.must, 1))
    draft.now.diets = random.weigh(([.noPork], 2), ([.halal], 2), ([], 3))
    draft.now.dietNeed = draft.now.diets.isEmpty ? nil : random.weigh((.must, 1), (.prefer, 2))
    draft.now.privateRoom = random.weigh((.prefer, 3), (.must, 1))
    draft.now.lock = random.chance(40) ? .prefer : nil
    draft.now.nonSmoking = random.chance(30) ? .prefer : nil
    story.tell(&draft, on: day, .logLodging)
  }

  private mutating func tellStay(
    _ stay: StayStory, _ reached: [Int], of told: CaseStory, in story: inout Story
  ) {
    let start = start(of: stay, reached)
    let end =
      stay.stage.isEnd && start <= reached.last ?? start
      ? reached.last ?? start : max(start, today) + random.number(7...60)
    // Beds are held for as long as was planned.
    let planned = stay.path.contains(.endedEarly) ? start + 60 : max(start, end)
    guard let first = reached.first, let last = reached.last, let person = told.person?.id else {
      return
    }
    let booking = booking(stay, reached, start, planned)
    // Who left early is free again, and who never came always was.
    let isSlept = booking.holdsBed && !(stay.stage.isEnd && start > last)
    let slept = Nights(from: date(start), until: date(stay.stage.isEnd ? last : planned))
    guard !isSlept || people[person, default: PersonBook()].isFree(slept),
      let host = host(for: stay, booking)
    else { return }
    if isSlept { people[person, default: PersonBook()].take(slept) }
    hosts[host].take(booking)
    requireConsent(.hostFamilies, of: told, from: first, through: last, in: &story)
    var draft = script.draft(Homestay())
    draft.now.case = told.reference
    draft.now.host = hosts[host].draft.reference
    draft.now.owner = told.owner
    draft.now.start = date(start)
    draft.now.end = date(stay.firstEnd(reached) ?? planned)
    for (stage, day) in zip(stay.path, reached) {
      draft.now.stage = stage
      switch stage {
      case .guestAgreed: draft.now.guestAgreedOn = date(day)
      case .hostAgreed: draft.now.hostAgreedOn = date(day)
      case .met where random.chance(60): draft.now.notes = LongText(text("stay.note"))
      case .confirmed:
        draft.now.moveOnPlan = LongText(text("stay.plan"))
        draft.now.moveOnState = .applied
      case .inProgress where hosts[host].stage == .hosting && stay.goesOn:
        hosts[host].note(HostFamily.Event(day: day, change: .hosting))
      case .extended: draft.now.end = date(planned)
      case .ended: draft.now.endReason = stay.endReason
      case .endedEarly:
        draft.now.end = date(day)
        draft.now.endReason = stay.endReason
        draft.now.notes = LongText(text("stay.unsuitable"))
      default: break
      }
      // Only who has a bed stays on or ends a stay.
      guard stage == .confirmed || tells(stage, of: stay.path) else { continue }
      story.tell(&draft, on: day, stage == stay.path.first ? .logHomestay : .edit)
    }
    if let concern = booking.concern { hosts[host].raise(concern, after: draft.id, last: lastDay) }
    guard let moved = stay.path.firstIndex(of: .inProgress) else { return }
    let until = stay.goesOn ? lastDay : min(lastDay, last)
    let (now, reference) = (draft.now, draft.reference)
    aside { $0.tellCheckIns(now, reference, reached[moved], until, stay.goesOn, in: &story) }
  }

  /// The first night: when the guest moved in, or is to.
  private mutating func start(of stay: StayStory, _ reached: [Int]) -> Int {
    if let index = stay.path.firstIndex(of: .inProgress) { return reached[index] }
    return (stay.goesOn ? today : reached.last ?? today) + random.number(4...25)
  }
}
