import Casework
import CustomDump
import Testing

/// No bed twice, and nobody in two homes in one night.
@Suite struct `The beds of a stay` {
  private static let full = [FieldProblem("host", .noBedFree)]

  @Test(
    arguments: [
      (1, [], false), (3, [], false), (4, [], true),
      (1, [(2, 0, 10)], false), (2, [(2, 0, 10)], true),
      // The morning of leaving frees the bed for the night.
      (3, [(3, 10, 20)], false), (3, [(3, 9, 20)], true),
      (3, [(3, -10, 0)], false), (3, [(3, -10, 1)], true),
      // The fullest night counts, not the sum.
      (1, [(2, 0, 5), (2, 5, 10)], false), (2, [(2, 0, 5), (2, 5, 10)], true),
      (1, [(1, 0, 6), (1, 4, 10)], false), (2, [(1, 0, 6), (1, 4, 10)], true),
      // A stay without an end stays.
      (3, [(1, 3, nil)], true), (2, [(1, 3, nil)], false),
      // One night at least.
      (3, [(1, 4, 4)], true), (3, [(1, 10, 10)], false),
    ] as [(Int, [(Int, Int, Int?)], Bool)], StaySetting.days)
  func `are as many as the home has on its fullest night`(
    _ row: (persons: Int, others: [(Int, Int, Int?)], isFull: Bool), _ today: CivilDate
  ) {
    var setting = StaySetting(today, beds: 3)
    let others = row.others.map { persons, from, until in
      setting.stay(.confirmed, from: from, until: until) { $0.persons = persons }
    }
    setting.facts.stay?.others = others
    let stay = setting.stay(.confirmed) { $0.persons = row.persons }
    expectNoDifference(setting.problems(stay), row.isFull ? Self.full : [])
    // A proposal holds none.
    let proposal = setting.stay(.met) { $0.persons = row.persons }
    expectNoDifference(setting.problems(proposal), [])
  }

  @Test func `are one where nobody says how many, and none where the home has none`() {
    for (beds, isFull) in [(1, false), (0, true), (nil, true)] as [(Int?, Bool)] {
      let setting = StaySetting(StaySetting.days[0], beds: beds)
      expectNoDifference(setting.problems(setting.stay(.confirmed)), isFull ? Self.full : [])
    }
  }

  @Test(
    arguments: [
      (.confirmed, -1, 0, false), (.inProgress, -1, 0, true), (.extended, -1, 0, true),
      (.inProgress, -1, 1, false), (.inProgress, 0, 0, true), (.inProgress, 1, 1, false),
      (.inProgress, 2, 1, true),
    ] as [(StayStage, Int, Int, Bool)], StaySetting.days)
  func `are kept for the coming night by who is still there`(
    _ row: (other: StayStage, until: Int, from: Int, isFull: Bool), _ today: CivilDate
  ) {
    var setting = StaySetting(today, beds: 1)
    let other = setting.stay(row.other, from: -9, until: row.until)
    setting.facts.stay?.others = [other]
    let stay = setting.stay(.confirmed, from: row.from)
    expectNoDifference(setting.problems(stay), row.isFull ? Self.full : [])
  }

  @Test func `are counted again only where a stay takes more of them`() {
    var setting = StaySetting(StaySetting.days[3], beds: 1)
    let before = setting.stay(.confirmed, from: 2) { $0.persons = 2 }
    func now(_ from: Int, _ until: Int?, _ persons: Int) -> [FieldProblem] {
      setting.problems(
        setting.stay(.confirmed, from: from, until: until) { $0.persons = persons }, before: before)
    }
    expectNoDifference(now(2, 10, 2), [])
    expectNoDifference(now(2, 9, 2), [])
    expectNoDifference(now(3, 10, 2), [])
    expectNoDifference(now(2, 10, 3), Self.full)
    expectNoDifference(now(2, 11, 2), Self.full)
    expectNoDifference(now(2, nil, 2), Self.full)
    expectNoDifference(now(1, 10, 2), Self.full)
    let there = setting.stay(.inProgress, from: 0) { $0.persons = 2 }
    let was = setting.stay(.confirmed, from: 0) { $0.persons = 2 }
    expectNoDifference(setting.problems(there, before: was), [])
    let other = setting.stay(.confirmed, from: 2) {
      ($0.persons, $0.host) = (2, Reference(RecordID(2)))
    }
    expectNoDifference(setting.problems(other, before: before), Self.full)
    // From a proposal to a bed.
    setting.facts.stay?.host.capacity = 1
    let proposed = setting.stay(.met, from: 2) { $0.persons = 2 }
    expectNoDifference(setting.problems(before, before: proposed), Self.full)
  }

  // MARK: Elsewhere

  private func elsewhere(_ today: CivilDate, from: Int, until: Int?) -> StaySetting {
    var setting = StaySetting(today)
    let own = setting.stay(.inProgress, from: from, until: until)
    setting.facts.stay?.own = [
      StayFacts.OwnStay(own, home: Link(RecordAddress(.host, RecordID(1)), title: "鈴木家"))
    ]
    return setting
  }

  @Test(
    arguments: [
      (5, 10, false), (4, 10, true), (-9, 0, false), (-9, 1, true), (1, 3, true), (-9, 20, true),
      (5, nil, false), (-9, nil, true), (5, 5, false), (4, 4, true),
    ] as [(Int, Int?, Bool)], StaySetting.days)
  func `are not in two homes in one night`(
    _ row: (from: Int, until: Int?, isRefused: Bool), _ today: CivilDate
  ) {
    let setting = elsewhere(today, from: 0, until: 5)
    let refused = [
      FieldProblem("start", .guestElsewhere, .record(Link(RecordAddress(.host, RecordID(1)))))
    ]
    let stay = setting.stay(.confirmed, from: row.from, until: row.until)
    expectNoDifference(setting.problems(stay), row.isRefused ? refused : [])
    expectNoDifference(
      setting.problems(setting.stay(.proposed, from: row.from, until: row.until)), [])
  }

  @Test(arguments: StaySetting.days)
  func `are asked about elsewhere where nights are added`(_ today: CivilDate) {
    let setting = elsewhere(today, from: 3, until: 9)
    let refused = [
      FieldProblem("start", .guestElsewhere, .record(Link(RecordAddress(.host, RecordID(1)))))
    ]
    let before = setting.stay(.confirmed, from: 2, until: 6)
    for (from, until, isRefused) in [
      (2, 6, false), (2, 5, false), (3, 6, false), (2, 7, true), (2, nil, true), (1, 6, true),
    ] as [(Int, Int?, Bool)] {
      let after = setting.stay(.confirmed, from: from, until: until)
      expectNoDifference(setting.problems(after, before: before), isRefused ? refused : [])
    }
    let guest = setting.stay(.confirmed, from: 2, until: 6) { $0.case = Reference(RecordID(2)) }
    expectNoDifference(setting.problems(guest, before: before), refused)
  }
}
