import Casework
import TestSupport
import Testing

/// Beds by the night, against counting every night by hand.
@Suite struct `The nights of a stay` {
  private static let start = StaySetting.days[2]

  private static func stay(_ from: Int, _ until: Int?, _ persons: Int? = nil) -> Homestay {
    var stay = Homestay()
    stay.start = start.adding(days: from)
    stay.end = until.map { start.adding(days: $0) }
    stay.persons = persons
    return stay
  }

  /// The nights by their numbers, one at least, up to the morning of leaving; 99 is for ever.
  private static func nights(_ from: Int, _ until: Int?) -> Set<Int> {
    Set(from..<max(from + 1, until ?? 99))
  }

  @Test(
    arguments: [
      (0, 5, 5), (0, 1, 1), (0, 0, 1), (3, 1, 1), (-4, 2, 6),
    ] as [(Int, Int, Int)])
  func `are one at least`(_ from: Int, _ until: Int, _ count: Int) {
    #expect(Self.stay(from, until).nights?.count == count)
  }

  @Test func `have no first without a first day, and no last without an end`() {
    #expect(Homestay().nights == nil && Homestay().nights(on: Self.start) == nil)
    #expect(Self.stay(0, nil).nights?.leaving == .max)
    #expect(Self.stay(0, nil).beds == 1 && Self.stay(0, nil, 4).beds == 4)
  }

  @Test(
    arguments: [
      (.confirmed, -3, -3), (.met, -3, -3), (.inProgress, -3, 1), (.extended, -3, 1),
      (.inProgress, 0, 1), (.inProgress, 1, 1), (.inProgress, 2, 2), (.ended, -3, -3),
    ] as [(StayStage, Int, Int)], StaySetting.days)
  func `go on where somebody is still there`(
    _ row: (stage: StayStage, until: Int, leaving: Int), _ today: CivilDate
  ) {
    let stay = StaySetting(today).stay(row.stage, from: -9, until: row.until)
    #expect(stay.nights(on: today)?.leaving == today.dayNumber + row.leaving)
    #expect(stay.nights(on: today)?.first == today.dayNumber - 9)
    #expect(stay.nights?.leaving == today.dayNumber + row.until)
  }

  @Test(arguments: 1...40)
  func `overlap where one night is in both`(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 1...50 {
      let (a, b) = (Self.random(&random), Self.random(&random))
      let one = try #require(Self.stay(a.from, a.until).nights)
      let other = try #require(Self.stay(b.from, b.until).nights)
      let isShared = !Self.nights(a.from, a.until).isDisjoint(with: Self.nights(b.from, b.until))
      #expect(one.overlap(other) == isShared, "\(a) \(b)")
      #expect(other.overlap(one) == isShared, "\(b) \(a)")
    }
  }

  @Test(arguments: 1...40)
  func `are counted at the fullest`(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let rows = (0..<random.number(0...9)).map { _ in Self.random(&random) }
    let asked = Self.random(&random)
    func taken(on night: Int) -> Int {
      rows.filter { Self.nights($0.from, $0.until).contains(night) }.reduce(0) { $0 + $1.persons }
    }
    let stays = rows.map { Self.stay($0.from, $0.until, $0.persons) }
    let held = try stays.map { (nights: try #require($0.nights), persons: $0.beds) }
    let nights = try #require(Self.stay(asked.from, asked.until).nights)
    let fullest = Self.nights(asked.from, asked.until).map(taken).max() ?? 0
    #expect(nights.bedsTaken(by: held) == fullest, "\(asked) \(rows)")
    let most = (-30..<99).map(taken).max() ?? 0
    #expect(Nights.mostBeds(stays, on: Self.start) == most, "\(rows)")
  }

  private typealias Row = (from: Int, until: Int?, persons: Int)

  private static func random(_ random: inout SplitMix) -> Row {
    let from = random.number(-12...12)
    let until = random.number(0...9) == 0 ? nil : from + random.number(0...12)
    return (from, until, random.number(1...4))
  }
}
