import Casework
import Testing

@Suite struct `The pace towards a goal` {
  private let first = CivilDate(year: 2026, month: 11, day: 1)
  private let last = CivilDate(year: 2026, month: 11, day: 30)

  private func pace(_ goal: Int, _ done: Int, on day: Int, month: Int = 11) throws -> TargetPace? {
    TargetPace(
      goal: goal, done: done, from: try #require(first), to: try #require(last),
      on: try #require(CivilDate(year: 2026, month: month, day: day)))
  }

  @Test func `says what is needed on each day that is left, today among them`() throws {
    let pace = try #require(try pace(200, 137, on: 19))
    #expect(pace.days == 30 && pace.daysLeft == 12 && pace.missing == 63)
    #expect(pace.neededADay == 63.0 / 12)
    #expect(pace.reachedADay == 137.0 / 19)
    // 200 / 30 * 18 = 120 at the end of yesterday.
    #expect(!pace.isLate)
    #expect(pace.expected(on: pace.last) == 200)
    #expect(pace.expected(on: pace.first.adding(days: -1)) == 0)
    #expect(pace.expected(on: pace.last.adding(days: 40)) == 200)
  }

  @Test(arguments: [(119, true), (120, false), (121, false)])
  func `is late below the straight way at the end of yesterday`(done: Int, isLate: Bool) throws {
    #expect(try pace(200, done, on: 19)?.isLate == isLate)
  }

  @Test func `asks for the last of it on the last day, and for nothing when it is over`() throws {
    let end = try #require(try pace(200, 190, on: 30))
    #expect(end.daysLeft == 1 && end.neededADay == 10)
    let over = try #require(try pace(200, 190, on: 1, month: 12))
    #expect(over.daysLeft == 0 && over.neededADay == nil && !over.isLate)
    #expect(over.reachedADay == 190.0 / 30)
  }

  @Test func `has all its days left before the first`() throws {
    let early = try #require(try pace(30, 0, on: 3, month: 10))
    #expect(early.daysLeft == 30 && early.neededADay == 1)
    #expect(early.reachedADay == nil && !early.isLate)
  }

  @Test func `is over where the goal is reached, and there is none without a goal`() throws {
    let reached = try #require(try pace(10, 12, on: 2))
    #expect(reached.missing == 0 && reached.neededADay == nil && !reached.isLate)
    #expect(try pace(0, 0, on: 2) == nil)
    #expect(
      TargetPace(
        goal: 5, done: 0, from: try #require(last), to: try #require(first),
        on: try #require(first)) == nil)
  }
}
