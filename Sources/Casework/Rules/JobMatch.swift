/// How well somebody and a job suit each other: what stands against it, else points with their
/// reasons, and what nobody knows.
///
/// A person always decides. What is not known counts for nothing, and nothing here says that
/// somebody may work but a permission that staff confirmed by a paper.
package struct JobMatch: Hashable, Sendable {
  /// A hard rule that is not met; with one of them the two do not go together.
  package enum Obstacle: String, CaseIterable, Sendable {
    case notSeeking, hasAccepted, jobClosed, noOpenings, placedThere
    case notPermitted, otherEmployer, otherOccupation, partTimeOnly
    case japanese, english

    package var labelKey: String { "jobObstacle.\(rawValue)" }
  }

  /// What speaks for it.
  package enum Reason: String, CaseIterable, Sendable {
    case permitted, occupation, japanese, english, skills, prefecture, remote, employmentType, pay
    case startFrom, jobReady

    package var points: Int {
      switch self {
      case .permitted, .occupation: 20
      case .japanese: 15
      case .english, .prefecture, .remote, .employmentType, .pay, .jobReady: 10
      case .skills, .startFrom: 5
      }
    }

    package var labelKey: String { "jobReason.\(rawValue)" }
  }

  /// A fact that is missing on one side, so that staff would have to ask.
  package enum Unknown: String, CaseIterable, Sendable {
    case workPermission, occupation, japanese, english, place, employmentType, pay, openings

    package var labelKey: String { "jobUnknown.\(rawValue)" }
  }

  /// A reason with its points: each skill that is asked for counts, up to three.
  package struct Point: Hashable, Sendable {
    package let reason: Reason
    package let times: Int

    package var points: Int { reason.points * times }
  }

  package private(set) var obstacles: [Obstacle] = []
  /// Empty where something stands against it.
  package private(set) var points: [Point] = []
  package private(set) var unknown: [Unknown] = []

  package var isPossible: Bool { obstacles.isEmpty }
  package var score: Int { points.reduce(0) { $0 + $1.points } }

  package init(_ seeker: Seeker, _ offer: Offer, today: CivilDate) {
    addHardRules(seeker, offer, today)
    addPermission(seeker, offer, today)
    let job = offer.job
    let person = seeker.candidate
    let japanese = Self.compare(
      JapaneseSkill(person.japaneseLevel, person.japanese, isExact: person.cefr != nil),
      JapaneseSkill(job.japaneseLevel, job.cefr ?? job.japanese, isExact: job.cefr != nil))
    add(japanese, .japanese, .japanese, job.levelIsMust ? .japanese : nil)
    let english: Fit =
      job.english.map { need in person.english.map { .init($0 >= need) } ?? .unknown } ?? .notAsked
    add(english, .english, .english, job.levelIsMust ? .english : nil)
    add(Self.occupation(seeker, offer), .occupation, .occupation)
    let shared = seeker.skills.intersection(offer.skills).count
    if shared > 0 { points.append(Point(reason: .skills, times: min(shared, 3))) }
    let isRemote = person.wantsRemote && job.isRemote
    if isRemote { add(.met, .remote) }
    if !person.prefectures.isEmpty, !isRemote {
      add(
        job.prefecture.map { .init(person.prefectures.contains($0)) } ?? .unknown, .prefecture,
        .place)
    }
    if !person.employmentTypes.isEmpty {
      add(
        job.employmentType.map { .init(person.employmentTypes.contains($0)) } ?? .unknown,
        .employmentType, .employmentType)
    }
    if let wish = person.payMinimum {
      add((job.payMaximum ?? job.payMinimum).map { .init($0 >= wish) } ?? .unknown, .pay, .pay)
    }
    if let start = person.startFrom, start <= today { add(.met, .startFrom) }
    if person.stage == .jobReady { add(.met, .jobReady) }
    if job.openings == nil { unknown.append(.openings) }
    if !obstacles.isEmpty { points = [] }
  }

  /// Whether the job meets one wish of the person, or the person one demand of the job.
  private enum Fit {
    case met, unmet, unknown, notAsked

    init(_ isMet: Bool) { self = isMet ? .met : .unmet }
  }

  private mutating func add(
    _ fit: Fit, _ reason: Reason, _ open: Unknown? = nil, _ obstacle: Obstacle? = nil
  ) {
    switch fit {
    case .met: points.append(Point(reason: reason, times: 1))
    case .unknown: if let open { unknown.append(open) }
    case .unmet: if let obstacle { obstacles.append(obstacle) }
    case .notAsked: break
    }
  }

  private mutating func addHardRules(_ seeker: Seeker, _ offer: Offer, _ today: CivilDate) {
    if !seeker.candidate.stage.isSeeking { obstacles.append(.notSeeking) }
    if seeker.hasAccepted { obstacles.append(.hasAccepted) }
    if offer.job.closesOn.map({ $0 < today }) ?? false { obstacles.append(.jobClosed) }
    if let openings = offer.job.openings, offer.filled >= openings { obstacles.append(.noOpenings) }
    if seeker.isPlacedThere { obstacles.append(.placedThere) }
  }

  /// A permission that is known not to allow the job stands against it; one that is not confirmed,
  /// or not any more, is to be confirmed.
  private mutating func addPermission(_ seeker: Seeker, _ offer: Offer, _ today: CivilDate) {
    var facts = PlacementFacts()
    facts.companyName = offer.companyName
    facts.job = offer.job
    facts.permissions = seeker.permissions
    facts.residence = seeker.residence
    var isOpen = false
    for problem in WorkPermissionGuard.problems(from: today, facts) {
      switch problem.code {
      case .permissionDenied: obstacles.append(.notPermitted)
      case .permissionEmployer: obstacles.append(.otherEmployer)
      case .permissionOccupation: obstacles.append(.otherOccupation)
      case .permissionPartTime where offer.job.isPartTimeUnknown: isOpen = true
      case .permissionPartTime: obstacles.append(.partTimeOnly)
      default: isOpen = true
      }
    }
    if isOpen {
      unknown.append(.workPermission)
    } else if !obstacles.contains(where: \.isOfPermission) {
      points.append(Point(reason: .permitted, times: 1))
    }
  }

  private struct JapaneseSkill {
    let rank: Int?
    let cefr: CEFRLevel?
    /// Whether the level of the framework is said itself, and not by a level of the test.
    let isExact: Bool

    init(_ level: JapaneseLevel?, _ cefr: CEFRLevel?, isExact: Bool = false) {
      rank = level?.rank
      self.cefr = cefr
      self.isExact = isExact
    }
  }

  private static func compare(_ has: JapaneseSkill, _ needs: JapaneseSkill) -> Fit {
    // A level of the framework that was tested says more than a test that may be old.
    if let need = needs.rank, need > 0, let rank = has.rank, !needs.isExact, !has.isExact {
      return .init(rank >= need)
    }
    guard let need = needs.cefr else { return .notAsked }
    if let cefr = has.cefr { return .init(cefr >= need) }
    // Below the lowest test there is no level of the framework to show.
    return has.rank == nil ? .unknown : .unmet
  }

  private static func occupation(_ seeker: Seeker, _ offer: Offer) -> Fit {
    guard !seeker.occupations.isEmpty else { return .unknown }
    return .init(seeker.occupations.contains { Terms.suit($0, offer.occupation) })
  }
}

extension JobMatch.Obstacle {
  fileprivate var isOfPermission: Bool {
    [.notPermitted, .otherEmployer, .otherOccupation, .partTimeOnly].contains(self)
  }
}

extension Job {
  /// Whether it is not known if the job is part-time with few enough hours.
  fileprivate var isPartTimeUnknown: Bool {
    employmentType == nil || employmentType == .partTime && weeklyHours == nil
  }
}
