import Casework

extension Office {
  /// How far the host families of an office have come; 25 with 200 cases.
  private static let hostStages: [(HostStage, Int)] = [
    (.enquiry, 2), (.applied, 1), (.interviewed, 1), (.homeVisitDone, 1), (.documentsChecked, 1),
    (.trainingDone, 1), (.approved, 5), (.hosting, 8), (.paused, 2), (.notApproved, 1), (.left, 1),
    (.suspended, 1),
  ]
  private static let way: [HostStage] = [
    .enquiry, .applied, .interviewed, .homeVisitDone, .documentsChecked, .trainingDone, .approved,
  ]

  mutating func planHosts() {
    let stages = random.deal(
      Self.hostStages, count: scaled(25, least: Self.hostStages.count))
    for (number, stage) in stages.enumerated() { planHost(number, stage) }
  }

  private mutating func planHost(_ number: Int, _ stage: HostStage) {
    var family = HostFamily(draft: script.draft(host(number)), stage: stage)
    var story = Story()
    let path = Self.path(to: stage)
    let reached = hostDays(path, stage, isOldest: !hosts.contains(where: \.isApprovedOnce))
    if let approved = zip(path, reached).first(where: { $0.0 == .approved })?.1 {
      // Nobody stays there before the family is free.
      let free = family.draft.now.availableFrom ?? date(approved)
      family.draft.now.availableFrom = min(free, date(approved))
    }
    var isApproved = false
    for (step, day) in zip(path, reached) {
      // What comes after the approval goes between its stays.
      guard !isApproved else {
        family.note(HostFamily.Event(day: day, change: .reached(step)))
        continue
      }
      family.draft.now.stage = step
      switch step {
      case .homeVisitDone: family.draft.now.homeVisitOn = date(day)
      case .documentsChecked: family.draft.now.referencesOn = date(day)
      case .trainingDone: family.draft.now.trainingOn = date(day)
      case .approved: isApproved = true
      default: break
      }
      if isApproved {
        let until = date(day).adding(months: 12)
        family.draft.now.approvedOn = date(day)
        family.draft.now.approvalExpires = until
        family.noteApproval(on: day, until: until)
        let told = family.draft
        aside { $0.tellAdults(of: told, on: day, in: &story) }
        let last = path.last == .approved ? lastDay : min(lastDay, (reached.last ?? day) - 1)
        renewApproval(of: &family, until: until, before: last)
      }
      // The stays of the past need its approval.
      guard isApproved || tells(step, of: path) else { continue }
      story.tell(&family.draft, on: day, step == .enquiry ? .add : .edit)
    }
    script.add(story, using: &random)
    hosts.append(family)
  }

  /// The adults of the household, each checked before the approval.
  private mutating func tellAdults(of host: Draft<Host>, on day: Int, in story: inout Story) {
    let family = data.language == .ja ? host.now.representative : host.now.representativeRoman
    for number in 0..<random.number(1...2) {
      var draft = script.draft(HostAdult())
      let other = data.japanese.name(of: .male, using: &random).whole.japanese
      draft.now.host = host.reference
      draft.now.name = number == 0 ? family : data.called(other.ofFamily(family))
      draft.now.result = .clear
      draft.now.on = date(day)
      draft.now.staff = staff[0].reference
      story.tell(&draft, on: day, .add)
    }
  }

  private mutating func host(_ number: Int) -> Host {
    var host = Host()
    let city = city()
    let gender = random.chance(60) ? Gender.female : .male
    let name = data.japanese.name(of: gender, using: &random).whole.japanese
    let household = data.told("host.household").first ?? Said(ja: "@", en: "@")
    host.name = Self.put(name.first.native, into: household.ja)
    host.nameKana = Self.put(name.first.kana, into: data.texts("host.household.kana").first ?? "@")
    host.nameRoman = Self.put(name.first.roman, into: household.en)
    (host.representative, host.representativeRoman) = (name.native, name.roman)
    host.prefecture = city.prefecture
    host.city = city.name
    host.nearestStation = text("station")
    host.capacity = random.number(1...3)
    host.hasPrivateRoom = random.chance(75)
    host.hasPets = random.chance(35)
    host.hasSmokers = random.chance(12)
    host.diets = random.weigh(
      ([.noRestriction], 5), ([.halal, .noPork], 4), ([.vegetarian, .noBeef], 2), ([.noPork], 3),
      ([.vegan], 1))
    host.languages = [Language(code: "ja")] + (random.chance(60) ? [Language(code: "en")] : [])
    aside { $0.addHome(to: &host) }
    host.longestStayNights = [14, 30, 60, 90, 180].randomElement(using: &random)
    host.phone = telephone()
    host.email = "host\(number + 1)@example.jp"
    host.address = address(in: city.name)
    host.conditions = LongText(text("host.condition"))
    host.availableFrom = date(today - random.number(60...1300))
    return host
  }

  /// Who lives there and what the home is like.
  private mutating func addHome(to host: inout Host) {
    host.householdMix = random.weigh((.mixed, 6), (.womenOnly, 3), (.menOnly, 1))
    host.hasChildren = random.chance(30)
    host.isAlcoholFree = random.chance(30)
    host.hasPrayerSpace = random.chance(30)
    host.isStepFree = random.chance(30)
    host.hasLock = host.hasPrivateRoom && random.chance(60)
    host.rules = random.weigh(([], 3), ([.noSmoking], 5), ([.noSmoking, .noPets], 2))
    host.wishes = random.weigh(
      ([], 4), ([.noAlcohol], 2), ([.womenOnly], host.householdMix == .womenOnly ? 4 : 0))
  }

  /// The stages a family has behind it; that it is hosting now is told with the stay.
  private static func path(to stage: HostStage) -> [HostStage] {
    if let end = way.firstIndex(of: stage) { return Array(way[...end]) }
    return switch stage {
    case .notApproved: Array(way[...4]) + [.notApproved]
    case .hosting: way
    default: way + [stage]
    }
  }

  private mutating func hostDays(_ path: [HostStage], _ stage: HostStage, isOldest: Bool) -> [Int] {
    switch stage {
    case .approved, .hosting:
      // The first family was there before the first case, so that every stay finds a home.
      let age = isOldest ? 1220 : random.number(stage == .hosting ? 280...1100 : 120...1100)
      return days(spans: path.dropLast().map { _ in random.number(5...15) }, age: age)
    case .paused, .left, .suspended, .notApproved:
      var spans = path.dropLast().map { _ in random.number(5...15) }
      if path.contains(.approved) { spans[spans.count - 1] = random.number(300...700) }
      return days(spans: spans, age: random.number(20...200))
    default:
      return days(
        spans: path.dropLast().map { _ in random.number(5...15) }, age: random.number(1...20))
    }
  }

  /// Approval holds for twelve months; a family that stays is approved anew shortly before.
  private mutating func renewApproval(
    of family: inout HostFamily, until: CivilDate, before last: Int
  ) {
    var until = until
    while true {
      let day = until.dayNumber - random.number(45...60)
      guard day <= last else { return }
      until = until.adding(months: 12)
      family.note(HostFamily.Event(day: workday(day), change: .approved(until: until)))
    }
  }
}
