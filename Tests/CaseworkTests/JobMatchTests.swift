import Casework
import Testing

/// Who suits a job: hard rules, points with reasons, and what is not known.
@Suite struct `Matching of jobs` {
  private static let today = CivilDate(year: 2026, month: 10, day: 3) ?? CivilDate(dayNumber: 0)

  private static func permission(
    _ work: WorkPermission, confirmed: Int? = -5
  ) -> PlacementFacts.Permission {
    var row = WorkPermissionRow()
    row.on = today.adding(days: -60)
    row.workPermission = work
    if let confirmed {
      row.document = Reference(RecordID(1))
      row.confirmedBy = Reference(RecordID(1))
      row.confirmedOn = today.adding(days: confirmed)
    }
    return PlacementFacts.Permission(row)
  }

  /// Somebody of whom all is known and who suits `offer` in everything.
  private static func seeker(
    _ change: (inout JobMatch.Seeker) -> Void = { _ in }
  ) -> JobMatch.Seeker {
    var candidate = Candidate()
    candidate.stage = .jobReady
    candidate.japaneseLevel = .n3
    candidate.english = .b2
    candidate.prefectures = [Prefecture(code: "13")]
    candidate.employmentTypes = [.regular]
    candidate.payMinimum = 2_800_000
    candidate.startFrom = today
    var seeker = JobMatch.Seeker(candidate)
    seeker.occupations = ["調理"]
    seeker.skills = ["接客", "会計"]
    seeker.permissions = [permission(.unrestricted)]
    change(&seeker)
    return seeker
  }

  private static func offer(
    _ change: (inout JobMatch.Offer) -> Void = { _ in }
  ) -> JobMatch.Offer {
    var job = Job()
    job.openings = 2
    job.japaneseLevel = .n4
    job.english = .b1
    job.prefecture = Prefecture(code: "13")
    job.employmentType = .regular
    job.payMinimum = 2_500_000
    job.payMaximum = 3_000_000
    var offer = JobMatch.Offer(job)
    offer.occupation = "調理補助"
    offer.skills = ["接客", "会計", "英会話"]
    offer.companyName = "食品"
    change(&offer)
    return offer
  }

  /// Two who suit each other but for one thing, and what comes of that.
  struct Changed<Outcome: Sendable>: Sendable, CustomTestStringConvertible {
    let outcome: Outcome
    let seeker: JobMatch.Seeker
    let offer: JobMatch.Offer

    var testDescription: String { "\(outcome)" }

    init(_ outcome: Outcome, _ change: (inout JobMatch.Seeker, inout JobMatch.Offer) -> Void) {
      var sides = (`Matching of jobs`.seeker(), `Matching of jobs`.offer())
      change(&sides.0, &sides.1)
      self.outcome = outcome
      (seeker, offer) = sides
    }
  }

  private static func match(_ seeker: JobMatch.Seeker, _ offer: JobMatch.Offer) -> JobMatch {
    JobMatch(seeker, offer, today: today)
  }

  @Test func `gives each point its reason, and nothing is left open`() {
    let match = Self.match(Self.seeker(), Self.offer())
    #expect(
      match.points.map(\.reason) == [
        .permitted, .japanese, .english, .occupation, .skills, .prefecture, .employmentType, .pay,
        .startFrom, .jobReady,
      ])
    #expect(match.score == 20 + 15 + 10 + 20 + 10 + 10 + 10 + 10 + 5 + 10)
    #expect(match.unknown == [] && match.obstacles == [])
  }

  @Test func `the reasons add up whatever is known`() {
    for work in WorkPermission.allCases {
      for level in JapaneseLevel.allCases {
        for isMust in [false, true] {
          let match = Self.match(
            Self.seeker {
              $0.permissions = [Self.permission(work)]
              $0.candidate.japaneseLevel = level
            }, Self.offer { $0.job.levelIsMust = isMust })
          #expect(match.score == match.points.map(\.points).reduce(0, +))
          #expect(match.isPossible || match.points.isEmpty)
          #expect(Set(match.points.map(\.reason)).count == match.points.count)
        }
      }
    }
  }

  @Test func `says that somebody may work only where staff confirmed it`() {
    func permitted(_ permissions: [PlacementFacts.Permission]) -> JobMatch {
      Self.match(Self.seeker { $0.permissions = permissions }, Self.offer())
    }
    let unconfirmed: [[PlacementFacts.Permission]] = [
      [], [Self.permission(.unrestricted, confirmed: nil)], [Self.permission(.toBeConfirmed)],
      [Self.permission(.unrestricted, confirmed: -31)],
    ]
    for permissions in unconfirmed {
      let match = permitted(permissions)
      #expect(match.isPossible && match.unknown == [.workPermission])
      #expect(!match.points.contains { $0.reason == .permitted })
    }
    #expect(permitted([Self.permission(.unrestricted)]).points.first?.reason == .permitted)
    let over = Self.match(
      Self.seeker {
        $0.residence = ResidenceRow()
        $0.residence?.expires = Self.today.adding(days: -1)
      }, Self.offer())
    #expect(over.unknown == [.workPermission])
  }

  @Test(
    arguments: [
      Changed<JobMatch.Obstacle>(.notSeeking) { s, _ in s.candidate.stage = .employed },
      Changed<JobMatch.Obstacle>(.notSeeking) { s, _ in s.candidate.stage = .paused },
      Changed<JobMatch.Obstacle>(.hasAccepted) { s, _ in s.hasAccepted = true },
      Changed<JobMatch.Obstacle>(.jobClosed) { _, o in o.job.closesOn = today.adding(days: -1) },
      Changed<JobMatch.Obstacle>(.noOpenings) { _, o in o.filled = 2 },
      Changed<JobMatch.Obstacle>(.placedThere) { s, _ in s.isPlacedThere = true },
      Changed<JobMatch.Obstacle>(.notPermitted) { s, _ in
        s.permissions = [permission(.notPermitted)]
      },
      Changed<JobMatch.Obstacle>(.partTimeOnly) { s, _ in s.permissions = [permission(.partTime)] },
      Changed<JobMatch.Obstacle>(.otherEmployer) { s, _ in
        s.permissions = [permission(.namedEmployer)]
      },
      Changed<JobMatch.Obstacle>(.otherOccupation) { s, _ in s.permissions[0].row.occupation = "介護"
      },
      Changed<JobMatch.Obstacle>(.japanese) { s, o in
        (s.candidate.japaneseLevel, o.job.levelIsMust) = (.n5, true)
      },
      Changed<JobMatch.Obstacle>(.japanese) { s, o in
        (s.candidate.japaneseLevel, o.job.levelIsMust) = (.belowN5, true)
      },
      Changed<JobMatch.Obstacle>(.english) { s, o in
        (s.candidate.english, o.job.levelIsMust) = (.a2, true)
      },
    ])
  func `keeps out by hard rules`(
    _ changed: Changed<JobMatch.Obstacle>
  ) {
    let match = Self.match(changed.seeker, changed.offer)
    #expect(match.obstacles == [changed.outcome])
    #expect(match.score == 0 && !match.isPossible)
  }

  @Test(
    arguments: [
      Changed<JobMatch.Unknown>(.occupation) { s, _ in s.occupations = [] },
      Changed<JobMatch.Unknown>(.japanese) { s, _ in s.candidate.japaneseLevel = nil },
      Changed<JobMatch.Unknown>(.japanese) { s, _ in s.candidate.japaneseLevel = .unknown },
      Changed<JobMatch.Unknown>(.english) { s, _ in s.candidate.english = nil },
      Changed<JobMatch.Unknown>(.place) { _, o in o.job.prefecture = nil },
      Changed<JobMatch.Unknown>(.employmentType) { _, o in o.job.employmentType = nil },
      Changed<JobMatch.Unknown>(.pay) { _, o in (o.job.payMinimum, o.job.payMaximum) = (nil, nil) },
      Changed<JobMatch.Unknown>(.openings) { _, o in o.job.openings = nil },
    ])
  func `says what is not known and counts it for nothing`(
    _ changed: Changed<JobMatch.Unknown>
  ) {
    let unknown = changed.outcome
    var offer = changed.offer
    offer.job.levelIsMust = true
    let match = Self.match(changed.seeker, offer)
    #expect(match.isPossible && match.unknown == [unknown])
    #expect(match.score <= Self.match(Self.seeker(), Self.offer()).score)
    #expect(!match.points.contains { $0.reason.rawValue == unknown.rawValue })
  }

  @Test func `finds a wish in an occupation by whole words`() {
    func suits(_ wish: String, _ occupation: String) -> Bool {
      Self.match(
        Self.seeker { $0.occupations = Terms.phrases(in: wish) },
        Self.offer { $0.occupation = Terms.phrase(occupation) }
      ).points.contains { $0.reason == .occupation }
    }
    #expect(!suits("IT", "Kitchen staff") && suits("IT", "IT support"))
    #expect(suits("清掃, 調理", "調理補助") && !suits("介護", "調理補助"))
  }

  @Test func `compares the scales of languages`() {
    func japanese(_ has: JapaneseLevel?, _ cefr: CEFRLevel?, _ needs: CEFRLevel) -> Bool {
      Self.match(
        Self.seeker { ($0.candidate.japaneseLevel, $0.candidate.cefr) = (has, cefr) },
        Self.offer { ($0.job.japaneseLevel, $0.job.cefr) = (nil, needs) }
      ).points.contains { $0.reason == .japanese }
    }
    #expect(japanese(.n2, nil, .b1) && !japanese(.n2, nil, .b2))
    #expect(japanese(nil, .b2, .b2) && !japanese(nil, .b1, .b2))
    #expect(!japanese(.belowN5, nil, .a1))
    // A level that was tested wins over an old test, also where a job asks for the test.
    func passes(_ has: JapaneseLevel?, _ cefr: CEFRLevel?, _ needs: JapaneseLevel) -> Bool {
      Self.match(
        Self.seeker { ($0.candidate.japaneseLevel, $0.candidate.cefr) = (has, cefr) },
        Self.offer { ($0.job.japaneseLevel, $0.job.cefr) = (needs, nil) }
      ).points.contains { $0.reason == .japanese }
    }
    #expect(passes(.n2, nil, .n2) && !passes(.n2, .a1, .n2))
    #expect(!passes(.n5, nil, .n2) && passes(.n5, .c2, .n2))
  }
}
