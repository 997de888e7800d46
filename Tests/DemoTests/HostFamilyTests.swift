import Casework
import Testing

@testable import Demo

/// What a family and a person can be asked for, day by day.
@Suite struct HostFamilyTests {
  private static func family(
    capacity: Int = 2, approved: Int = 100, until: Int = 465, stage: HostStage = .approved
  ) -> HostFamily {
    var script = Script()
    var family = HostFamily(draft: script.draft(Host()), stage: stage)
    family.draft.now.capacity = capacity
    family.noteApproval(on: approved, until: CivilDate(dayNumber: until))
    return family
  }

  private static func stay(
    _ days: ClosedRange<Int>, asked: [Int]? = nil, concern: ClosedRange<Int>? = nil
  ) -> StayBooking {
    let nights = Nights(
      from: CivilDate(dayNumber: days.lowerBound), until: CivilDate(dayNumber: days.upperBound))
    return StayBooking(
      nights: nights, span: days, holdsBed: true,
      approvals: (asked ?? [days.lowerBound]).map { ($0, days.lowerBound) }, concern: concern)
  }

  @Test func `gives as many beds as it has in one night`() {
    var family = Self.family()
    for _ in 0..<2 {
      #expect(family.canTake(Self.stay(200...210)))
      family.take(Self.stay(200...210))
    }
    #expect(!family.canTake(Self.stay(209...220)))
    #expect(family.canTake(Self.stay(210...220)))
    #expect(!family.isFree(Self.stay(205...206)) && family.isFree(Self.stay(210...211)))
  }

  @Test func `asks for an approval told the day before`() {
    var family = Self.family()
    #expect(!family.canTake(Self.stay(100...110)))
    #expect(family.canTake(Self.stay(101...110)))
    #expect(!family.canTake(Self.stay(466...480)))
    family.note(HostFamily.Event(day: 420, change: .approved(until: CivilDate(dayNumber: 830))))
    #expect(family.canTake(Self.stay(466...480)))
    // As it stood when it was asked, the approval ended before the first night.
    #expect(!family.canTake(Self.stay(466...480, asked: [420])))
    #expect(family.canTake(Self.stay(466...480, asked: [421])))
  }

  @Test func `takes nobody on the days of a concern, nor after it has left`() {
    var family = Self.family(capacity: 3)
    let unsafe = Self.stay(200...210, concern: 210...213)
    #expect(family.canTake(unsafe))
    family.take(unsafe)
    family.raise(210...213, after: RecordID(7), last: 400)
    #expect(!family.canTake(Self.stay(205...215)) && !family.canTake(Self.stay(213...220)))
    #expect(family.canTake(Self.stay(214...220)))
    family.note(HostFamily.Event(day: 300, change: .reached(.left)))
    #expect(!family.canTake(Self.stay(290...300)) && family.canTake(Self.stay(280...299)))
    #expect(family.events.map(\.day) == [210, 213, 300])
  }

  @Test func `raises a concern only where nobody else is there`() {
    var family = Self.family(capacity: 3)
    family.take(Self.stay(205...230))
    #expect(!family.canTake(Self.stay(200...210, concern: 210...213)))
    #expect(family.canTake(Self.stay(231...240, concern: 240...243)))
    let hosting = Self.family(stage: .hosting)
    #expect(!hosting.canTake(Self.stay(231...240, concern: 240...243)))
  }

  @Test func `a person has one home a night and one way to work`() {
    func nights(_ days: ClosedRange<Int>) -> Nights { Self.stay(days).nights }
    var book = PersonBook()
    book.take(nights(200...210))
    #expect(!book.isFree(nights(209...220)) && book.isFree(nights(210...220)))
    let (one, other) = (Reference<Case>(RecordID(1)), Reference<Case>(RecordID(2)))
    book.take(300...320, for: one)
    #expect(book.isFree(320...330, for: one) && !book.isFree(320...330, for: other))
    #expect(!book.isFree(319...330, for: one) && !book.isFree(310...Int.max, for: one))
    #expect(book.isFree(from: 321) && !book.isFree(from: 320))
  }
}
