import Casework

/// A placement before it is told.
struct PlacementStory: StageStory {
  let path: [PlacementStage]
  var gaps: [Int]
  var age: Int

  let hasStarted: Bool
  /// Whether the person is still on the way to work or works there.
  let goesOn: Bool
}

extension Office {
  /// How the placements of an office stand today; 60 with 200 cases.
  private static let placementStages: [(PlacementStage, Int)] = [
    (.prospect, 2), (.workPermissionCheck, 2), (.consentToIntroduce, 1), (.cvPreparation, 2),
    (.cvScreening, 3), (.firstInterview, 3), (.secondInterview, 1), (.trial, 2),
    (.finalInterview, 1), (.offer, 2), (.offerAccepted, 1), (.changeOfStatusApplied, 2),
    (.changeOfStatusGranted, 1), (.started, 3), (.retentionSupport, 4), (.retained, 3),
    (.notSelected, 8), (.candidateWithdrew, 3), (.offerDeclined, 1), (.offerRetracted, 1),
    (.jobWithdrawn, 2), (.notPermittedToWork, 1), (.changeOfStatusRefused, 1),
    (.termsDidNotFit, 2), (.unreachable, 1), (.enteredByMistake, 1), (.left, 2),
    (.contractEnded, 1), (.dismissed, 1), (.changedJobs, 2),
  ]

  /// Gives the placements to cases in whose time they fit, not more than one live one to each.
  mutating func dealPlacements() {
    let stages = random.deal(Self.placementStages, count: scaled(60, least: 0))
    for stage in stages {
      let placement = placementStory(stage)
      let free = cases.indices.filter { index in
        cases[index].work != nil && cases[index].placements.count < 3
          && !(placement.goesOn && cases[index].placements.contains(where: \.goesOn))
          && !(placement.hasStarted && cases[index].placements.contains(where: \.hasStarted))
          && (!placement.hasStarted || cases[index].track?.allowsAnyJob == true)
      }
      // Who is closed as employed works somewhere; who is on the way to work is in active support.
      let employed = free.filter { cases[$0].closureReason == .employed }
      let suitable = free.filter { index in
        switch cases[index].status {
        case .active: true
        case .monitoring: placement.hasStarted || !placement.goesOn
        case .closed, .closureRequested: !placement.goesOn
        default: false
        }
      }
      let isWorking = placement.goesOn && placement.hasStarted
      let choice =
        isWorking ? random.pick(employed) ?? random.pick(suitable) : random.pick(suitable)
      guard let index = choice else { continue }
      // What still goes on comes last.
      let count = cases[index].placements.count
      cases[index].placements.insert(placement, at: placement.goesOn ? count : 0)
    }
  }

  private mutating func placementStory(_ stage: PlacementStage) -> PlacementStory {
    let path = placementPath(to: stage)
    let gaps = zip(path, path.dropFirst()).map { from, to in
      switch (from, to) {
      case (_, .retained): random.number(365...395)
      case (.started, _): random.number(15...40)
      case (.retentionSupport, _): random.number(60...200)
      case (.changeOfStatusApplied, _): random.number(25...60)
      default: random.number(3...14)
      }
    }
    let age =
      switch stage {
      case .started, .retentionSupport, .retained: random.number(5...40)
      case _ where stage.step == nil: random.number(4...50)
      default: random.number(1...20)
      }
    return PlacementStory(
      path: path, gaps: gaps, age: age, hasStarted: path.contains(.started),
      goesOn: stage.step != nil)
  }

  /// The stages a placement went through; not every company asks for each.
  private mutating func placementPath(to stage: PlacementStage) -> [PlacementStage] {
    let before: PlacementStage =
      switch stage {
      case .notSelected: random.weigh((.cvScreening, 3), (.firstInterview, 3), (.finalInterview, 2))
      case .candidateWithdrew: random.weigh((.cvPreparation, 1), (.firstInterview, 1))
      case .offerDeclined, .offerRetracted: .offer
      case .jobWithdrawn: .cvScreening
      case .notPermittedToWork: .workPermissionCheck
      case .changeOfStatusRefused: .changeOfStatusApplied
      case .termsDidNotFit: .firstInterview
      case .unreachable: .cvPreparation
      case .enteredByMistake: .prospect
      case .left, .contractEnded, .dismissed, .changedJobs: .retentionSupport
      default: stage
      }
    var optional: [PlacementStage] = [.secondInterview, .trial, .finalInterview]
    if before != .changeOfStatusGranted, random.chance(50) {
      optional += [.changeOfStatusApplied, .changeOfStatusGranted]
    }
    let skipped = optional.filter { _ in random.chance(60) }
    let way =
      PlacementStage.path.prefix { $0 != before }.filter { !skipped.contains($0) } + [before]
    return before == stage ? way : way + [stage]
  }

  mutating func tellPlacements(of told: CaseStory, in story: inout Story) {
    guard let days = told.workDays(today: today), !told.placements.isEmpty else { return }
    let laidOut = layOut(told.placements, in: days)
    let first = min(days.lowerBound, laidOut.first?.first ?? days.lowerBound)
    requireConsent(.companies, of: told, from: first, through: today, in: &story)
    tellCandidate(of: told, on: first, in: &story)
    for (placement, reached) in zip(told.placements, laidOut) {
      tellPlacement(placement, reached, of: told, in: &story)
    }
  }

  /// Tells it where the person is free for it and a job was open.
  private mutating func tellPlacement(
    _ placement: PlacementStory, _ reached: [Int], of told: CaseStory, in story: inout Story
  ) {
    guard let first = reached.first, let last = reached.last, let person = told.person?.id else {
      return
    }
    let days = first...(placement.goesOn ? .max : last)
    guard people[person, default: PersonBook()].isFree(days, for: told.reference),
      let (employer, opening) = opening(for: placement, on: first)
    else { return }
    people[person, default: PersonBook()].take(days, for: told.reference)
    var draft = script.draft(Placement())
    draft.now.case = told.reference
    draft.now.company = employer.reference
    draft.now.job = opening.reference
    draft.now.occupation = opening.occupation
    draft.now.on = date(first)
    draft.now.owner = told.owner
    for (stage, day) in zip(placement.path, reached) {
      draft.now.stage = stage
      switch stage {
      case .firstInterview, .trial: draft.now.notes = LongText(text("placement.note"))
      case .offer: draft.now.annualPay = opening.pay + random.number(0...5) * 100_000
      case .offerAccepted: draft.now.offerAcceptedOn = date(day)
      case .started:
        draft.now.startedOn = date(day)
        draft.now.colleagues = random.number(4...240)
      case .left, .contractEnded, .dismissed, .changedJobs: draft.now.endedOn = date(day)
      case .candidateWithdrew, .termsDidNotFit, .jobWithdrawn, .notSelected:
        draft.now.notes = LongText(text("placement.end"))
        aside { $0.draw(barriers: &draft.now.barriers) }
      default: break
      }
      if stage == .started { tellWorkConfirmed(of: told, on: day, in: &story) }
      guard stage == .started || tells(stage, of: placement.path) else { continue }
      // The stage tells what became of a change of status.
      draft.now.statusResult = stage.statusResult ?? draft.now.statusResult
      story.tell(&draft, on: day, stage == .prospect ? .logPlacement : .edit)
      if stage == .started {
        hires.append(Hire(told: told, placement: draft.reference, day: day))
      }
    }
  }

  /// What stands in somebody's way to work: one thing or two.
  mutating func draw(barriers: inout [Barrier]) {
    let first = random.weigh(
      (Barrier.language, 6), (.jobMarket, 4), (.residence, 4), (.information, 3),
      (.qualifications, 2), (.family, 1), (.distance, 1), (.discrimination, 1))
    let second = random.weigh((Barrier?.none, 5), (.information, 2), (.jobMarket, 2), (.health, 1))
    barriers = [first] + [second].compactMap(\.self).filter { $0 != first }
  }

  /// A job that was open on the day; at a company that has hired where the person works or worked.
  private mutating func opening(
    for placement: PlacementStory, on day: Int
  ) -> (Employer, Employer.Opening)? {
    let able = employers.flatMap { employer in
      employer.openings.filter { $0.days.contains(day) }.map { (employer, $0) }
    }
    let fitting = able.filter { employer, _ in
      switch employer.stage {
      case .hired, .postHire: true
      case .dormant: !placement.goesOn
      default: !placement.hasStarted
      }
    }
    return random.pick(fitting) ?? random.pick(able)
  }
}
