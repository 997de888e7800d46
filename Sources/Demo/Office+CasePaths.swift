import Casework

extension Office {
  /// How 200 cases stand today: three in five are being worked on.
  static let caseStatuses: [(CaseStatus, Int)] = [
    (.inquiry, 8), (.intake, 12), (.assessment, 16), (.planning, 12), (.active, 62),
    (.monitoring, 34), (.onHold, 8), (.unreachable, 6), (.closureRequested, 4), (.closed, 24),
    (.transferred, 6), (.notEligible, 5), (.duplicate, 3),
  ]
  static let closureReasons: [(ClosureReason, Int)] = [
    (.goalsMet, 5), (.employed, 4), (.statusSecured, 3), (.handedOver, 2), (.ownRequest, 2),
    (.lostContact, 1), (.movedAway, 1), (.leftForThirdCountry, 1), (.returnedHome, 1),
    (.deceased, 1), (.notEligible, 1), (.duplicate, 1), (.other, 1),
  ]
  /// When the next steps of the cases being worked on are due.
  static let nextSteps: [(CaseStory.NextStep, Int)] = [
    (.overdue, 7), (.today, 5), (.soon, 22), (.thisMonth, 52), (.later, 28), (.missing, 10),
  ]

  /// A way that leads to a status.
  mutating func path(to status: CaseStatus, closureReason: ClosureReason?) -> [CaseStatus] {
    let start: [CaseStatus] = [.inquiry, .intake, .assessment]
    let working = start + (random.chance(70) ? [.planning, .active] : [.active])
    switch status {
    case .inquiry: return [.inquiry]
    case .intake: return [.inquiry, .intake]
    case .assessment: return random.chance(75) ? start : working + [.assessment]
    case .planning: return start + [.planning]
    case .active:
      return working
        + random.weigh(
          ([], 70), ([.monitoring, .active], 12), ([.onHold, .active], 8),
          ([.unreachable, .active], 5), ([.closureRequested, .closed, .active], 5))
    case .monitoring: return working + [.monitoring]
    case .onHold: return (random.chance(60) ? working : [.inquiry, .intake]) + [.onHold]
    case .unreachable: return (random.chance(70) ? working : [.inquiry, .intake]) + [.unreachable]
    case .closureRequested:
      return working + (random.chance(60) ? [.monitoring] : []) + [.closureRequested]
    case .closed:
      switch closureReason {
      case .lostContact: return working + [.unreachable, .closureRequested, .closed]
      case .notEligible, .duplicate: return start + [.closureRequested, .closed]
      default:
        return working + (random.chance(70) ? [.monitoring] : []) + [.closureRequested, .closed]
      }
    case .transferred:
      return random.weigh(([.inquiry], 4), (start, 3), (working, 3)) + [.transferred]
    case .notEligible:
      return random.weigh(([.inquiry], 1), ([.inquiry, .intake], 1)) + [.notEligible]
    case .duplicate: return random.weigh(([.inquiry], 3), ([.inquiry, .intake], 2)) + [.duplicate]
    }
  }

  /// Puts the path of a case on days, so that its stays and placements have room.
  mutating func dated(_ undated: CaseStory) -> CaseStory {
    var story = undated
    let path = story.path
    var spans = path.indices.dropLast().map { index in
      // Three attempts to reach the person lie within the 30 days before that status.
      max(span(of: path[index]), path[index + 1] == .unreachable ? 34 : 1)
    }
    var age = age(of: story.status)
    if let work = story.work {
      let needed =
        10
        + max(
          story.stays.reduce(0) { $0 + $1.length }, story.placements.reduce(0) { $0 + $1.length })
      let last = work.upperBound == path.count
      let length = spans[work.lowerBound..<min(work.upperBound, spans.count)].reduce(
        last ? age : 0, +)
      if length < needed, work.lowerBound < spans.count {
        spans[work.lowerBound] += needed - length
      } else if length < needed {
        age += needed - length
      }
    }
    if story.work?.upperBound != path.count {
      age = max(5, min(age, Self.longest - spans.reduce(0, +)))
    }
    story.days = days(spans: spans, age: age)
    story.resumes = nextWorkday(today + random.number(5...55))
    return story
  }

  /// A case on which no work is done any more is not older than this: three years.
  private static let longest = 1090

  /// Days a case spends in a status on its way.
  private mutating func span(of status: CaseStatus) -> Int {
    switch status {
    case .inquiry: random.number(1...9)
    case .intake: random.number(4...20)
    case .assessment: random.number(8...30)
    case .planning: random.number(5...25)
    case .active: random.number(60...300)
    case .monitoring: random.number(45...200)
    case .onHold: random.number(20...80)
    case .unreachable: random.number(15...50)
    case .closureRequested: random.number(2...14)
    case .closed, .transferred, .notEligible, .duplicate: random.number(30...200)
    }
  }

  /// Days since a case reached the status it has today.
  private mutating func age(of status: CaseStatus) -> Int {
    switch status {
    case .inquiry: random.number(1...12)
    case .intake: random.number(2...25)
    case .assessment: random.number(4...45)
    case .planning: random.number(3...40)
    case .active: random.number(5...500)
    case .monitoring: random.number(8...250)
    case .onHold: random.number(10...90)
    case .unreachable: random.number(5...70)
    case .closureRequested: random.number(1...12)
    case .closed, .transferred, .notEligible, .duplicate: random.number(10...450)
    }
  }
}
