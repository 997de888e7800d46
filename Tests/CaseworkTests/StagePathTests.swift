import Casework
import Testing

struct StagePathTests {
  private func codes(
    _ from: StayStage?, _ to: StayStage, reason: String = ""
  ) -> [FieldProblem.Code] {
    var after = Homestay()
    after.stage = to
    // What an end asks for beside.
    after.end = CaseFacts().today
    after.endReason = .asPlanned
    let before = from.map { stage in
      var before = Homestay()
      before.stage = stage
      return before
    }
    return after.problems(before: before, facts: CaseFacts(reason: reason)).map(\.code)
  }

  @Test(
    arguments: [
      (nil, .inProgress, true), (.proposed, .guestAgreed, true), (.proposed, .confirmed, true),
      (.met, .met, true), (.met, .cancelled, true), (.inProgress, .endedEarly, true),
      (.confirmed, .met, false), (.inProgress, .proposed, false), (.cancelled, .proposed, false),
      (.ended, .inProgress, false), (.ended, .cancelled, false), (.declined, .cancelled, false),
    ] as [(StayStage?, StayStage, Bool)])
  func `goes forward and to an end freely, else with a reason`(
    _ from: StayStage?, _ to: StayStage, _ isFree: Bool
  ) {
    #expect(codes(from, to) == (isFree ? [] : [.reasonRequired]))
    #expect(codes(from, to, reason: "訂正") == [])
  }

  @Test(arguments: PlacementStage.allCases, PlacementStage.endsAfterStart)
  func `ends employment only once work has started`(_ from: PlacementStage, _ end: PlacementStage) {
    var before = Placement()
    before.stage = from
    var after = Placement()
    after.stage = end
    after.endedOn = CaseFacts().today
    let problems = after.problems(before: before, facts: CaseFacts(reason: "理由"))
    let steps = PlacementStage.path.prefix { $0 != .started }
    #expect(problems.map(\.code) == (steps.contains(from) ? [.stageNotAllowed] : []))
    #expect(after.problems(before: nil, facts: CaseFacts()) == [])
  }

  @Test func `knows its ends`() {
    #expect(StayStage.allCases.filter(\.isEnd) == [.ended, .declined, .cancelled, .endedEarly])
    #expect(StayStage.allCases.map(\.step) == [0, 1, 2, 3, 4, 5, 6, 7, nil, nil, nil])
    #expect(PlacementStage.path.count == 16)
    #expect(PlacementStage.allCases.filter(\.isEnd).count == PlacementStage.allCases.count - 15)
  }
}
