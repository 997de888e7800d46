import Casework
import Screens

/// A host family as the stays need to know it.
struct HostFamily {
  var draft: Draft<Host>
  /// How it stands today.
  let stage: HostStage
  /// The days on which it may take guests in; nil where it is not approved.
  let approved: ClosedRange<Int>?
  /// The days on which it has guests.
  var taken: [ClosedRange<Int>] = []
  /// The days on which something is told of its stays, also of those that came to nothing.
  var told: [Int] = []
  /// The days on which a concern is looked into.
  var suspended: [ClosedRange<Int>] = []

  /// Whether no concern is looked into on any of these days.
  func isTrusted(_ days: [Int]) -> Bool {
    !suspended.contains { days.contains(where: $0.contains) }
  }

  /// Whether a concern can be looked into on these days: nobody moves in or is to.
  func isQuiet(_ days: ClosedRange<Int>) -> Bool {
    stage != .hosting && approved?.contains(days.upperBound) == true
      && !told.contains(where: days.contains)
  }

  func isFree(_ days: ClosedRange<Int>) -> Bool {
    approved.map { $0.contains(days.lowerBound) && $0.contains(days.upperBound) } ?? false
      && !taken.contains { $0.overlaps(days) }
  }
}

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
    var draft = script.draft(host(number))
    var story = Story()
    let path = Self.path(to: stage)
    let reached = hostDays(path, stage, isOldest: !hosts.contains { $0.approved != nil })
    for (step, day) in zip(path, reached) {
      draft.now.stage = step
      switch step {
      case .homeVisitDone: draft.now.homeVisitOn = date(day)
      case .documentsChecked: draft.now.referencesOn = date(day)
      case .trainingDone: draft.now.trainingOn = date(day)
      case .suspended:
        draft.now.suspendedOn = date(day)
        aside { draft.now.concern = LongText($0.text("host.concern")) }
      default: break
      }
      if step == .approved {
        draft.now.approvedOn = date(day)
        draft.now.approvalExpires = date(day).adding(months: 12)
      }
      // The stays of the past need its approval.
      guard step == .approved || tells(step, of: path) else { continue }
      if step == .approved {
        let told = draft
        aside { $0.tellAdults(of: told, on: day, in: &story) }
      }
      story.tell(&draft, on: day, step == .enquiry ? .add : .edit)
    }
    var approved: ClosedRange<Int>?
    if let from = zip(path, reached).first(where: { $0.0 == .approved })?.1 {
      let isOver = path.last != .approved
      let until = isOver ? max(from, (reached.last ?? from) - 1) : today + 365
      approved = from + 1...max(from + 1, until)
      renewApproval(&draft, in: &story, from: from, until: min(until, lastDay))
    }
    script.add(story, using: &random)
    hosts.append(HostFamily(draft: draft, stage: stage, approved: approved))
  }

  /// The adults of the household, each checked before the approval.
  private mutating func tellAdults(of host: Draft<Host>, on day: Int, in story: inout Story) {
    let family = host.now.representative.prefix { $0 != " " }
    for number in 0..<random.number(1...2) {
      var draft = script.draft(HostAdult())
      let other = data.japanese.name(of: .male, using: &random).whole.native
      draft.now.host = host.reference
      draft.now.name =
        number == 0 ? host.now.representative : "\(family) \(other.drop { $0 != " " }.dropFirst())"
      draft.now.result = .clear
      draft.now.on = date(day)
      draft.now.staff = Reference(RecordID(1))
      story.tell(&draft, on: day, .add)
    }
  }

  private mutating func host(_ number: Int) -> Host {
    var host = Host()
    let city = city()
    let gender = random.chance(60) ? Gender.female : .male
    let name = data.japanese.name(of: gender, using: &random).whole.native
    host.name = "\(name.prefix { $0 != " " })\(data.texts("host.household").first ?? "")"
    host.representative = name
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
    _ draft: inout Draft<Host>, in story: inout Story, from: Int, until: Int
  ) {
    while let expires = draft.now.approvalExpires {
      let day = expires.dayNumber - random.number(45...60)
      guard day <= until else { return }
      draft.now.approvalExpires = expires.adding(months: 12)
      story.tell(&draft, on: workday(day), .edit)
    }
  }
}
