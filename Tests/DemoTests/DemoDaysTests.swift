import CaseStore
import Casework
import CustomDump
import Foundation
import Testing

@testable import Demo

/// The fictional organisation on whatever day, at whatever size, from whatever seed.
///
/// Over the rules in memory a tenth of it, over real stores a fiftieth, another one each day. The whole, with stores of
/// 3,000 and 100,000 cases: `TOMONI_WHOLE=1 Tests/run --filter DemoDays`.
@Suite struct `DemoDays` {
  static let isWhole = ProcessInfo.processInfo.environment["TOMONI_WHOLE"] != nil

  /// Every day of two years with a leap day in them, by the day of the week.
  static let days: [[Int]] = {
    let first = 21_000  // 2027-07-01
    return (0..<7).map { weekday in
      (first..<first + 731).filter { CivilDate(dayNumber: $0).weekday == weekday }
    }
  }()

  /// A small organisation, another one each day.
  private static func small(on day: Int, most: Int = 12) -> DemoOrganisation {
    var organisation = DemoOrganisation(
      cases: 1 + day * 7 % most, seed: UInt64(day * 11 % 51), today: CivilDate(dayNumber: day))
    organisation.told = day % 3 == 0 ? .sparse : .full
    return organisation
  }

  @Test(arguments: 0..<7) func `is told by the rules on every day of two years`(weekday: Int) {
    for day in some(every: 10, of: Self.days[weekday], from: weekday) {
      let organisation = Self.small(on: day)
      let store = Self.told(organisation)
      expectNoDifference(store.complaints, [], "\(organisation)")
      #expect(store.stepsBack == 0, "\(organisation)")
      #expect(store.all(Case.self).count == organisation.cases, "\(organisation)")
    }
  }

  @Test(arguments: 0..<7) func `fills a real store on days of two years`(weekday: Int) throws {
    let days = Self.days[weekday]
    for day in some(every: 50, of: days, from: weekday) {
      try Self.fill(Self.small(on: day, most: 40))
    }
  }

  @Test(arguments: isWhole ? 1...10 : 4...5) func `fills stores of 300 from many seeds`(seed: Int)
    throws
  {
    let organisation = DemoOrganisation(
      cases: 300, seed: UInt64(seed), today: CivilDate(dayNumber: 20_789 + seed * 37))
    expectNoDifference(Self.told(organisation).complaints, [], "\(organisation)")
    if Self.isWhole || seed == 4 { try Self.fill(organisation) }
  }

  /// What is told of many cases, but in one office.
  @Test(arguments: isWhole ? 1...10 : 1...3) func `is told by the rules where little is told`(
    seed: Int
  ) {
    var organisation = DemoOrganisation(
      cases: 200, seed: UInt64(seed), today: CivilDate(dayNumber: 20_789 + seed * 36))
    organisation.told = .sparse
    expectNoDifference(Self.told(organisation).complaints, [], "\(organisation)")
  }

  @Test(.enabled(if: isWhole), arguments: [3000, 100_000])
  func `fills a large store`(cases: Int) throws {
    for seed in 1...(cases > 3000 ? 1 : 10) {
      try Self.fill(
        DemoOrganisation(
          cases: cases, seed: UInt64(seed), today: CivilDate(dayNumber: 20_789 + seed * 37)))
    }
  }

  @Test(arguments: ["1960-01-03", "1970-01-01", "1989-01-08", "2400-02-29"])
  func `is told on days far away`(day: String) throws {
    let today = try #require(CivilDate(iso: day))
    let store = Self.told(DemoOrganisation(cases: 25, seed: 1, today: today))
    expectNoDifference(store.complaints, [])
    #expect(store.stepsBack == 0)
  }

  private static func told(_ organisation: DemoOrganisation) -> RuleStore {
    var store = RuleStore()
    organisation.fill({ store.save($0, at: $1) }, progress: { _, _ in })
    // Nobody wrote anything tomorrow.
    let last = store.lastInstant?.dateInJapan ?? organisation.today
    #expect(last <= organisation.today, "\(organisation): \(last)")
    return store
  }

  private static func fill(_ organisation: DemoOrganisation) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "days-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "demo.db").path
    do {
      try organisation.fill(storeAt: path, progress: { _, _ in })
    } catch {
      Issue.record("\(organisation): \(error)")
      return
    }
    let now = Instant(Int64(organisation.today.dayNumber * 86_400))
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { now })
    #expect(try store.count(ListQuery(.case)).value == organisation.cases)
  }

  /// Some of the days, others tomorrow; all where the whole is asked for.
  private func some(every step: Int, of days: [Int], from first: Int) -> [Int] {
    let start = (first + Int(Date.now.timeIntervalSince1970) / 86_400) % step
    return Self.isWhole ? days : stride(from: start, to: days.count, by: step).map { days[$0] }
  }
}
