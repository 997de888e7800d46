import Casework
import CustomDump
import Testing

/// Which host a stay may be with, and from which day to which.
@Suite struct `The host of a stay` {
  private static let refused = [FieldProblem("host", .hostNotApproved)]

  @Test(arguments: HostStage.allCases, StaySetting.days)
  func `is at a stage that may have guests`(_ stage: HostStage, _ today: CivilDate) {
    var setting = StaySetting(today)
    setting.facts.stay?.host.stage = stage
    let isGood = stage == .approved || stage == .hosting
    for stay in [StayStage.proposed, .met, .confirmed, .inProgress] {
      expectNoDifference(setting.problems(setting.stay(stay)), isGood ? [] : Self.refused)
    }
    // Nobody is kept in a home by a rule.
    for end in [StayStage.declined, .cancelled, .ended] {
      let stay = setting.stay(end, from: -10, until: 0)
      expectNoDifference(setting.problems(stay, before: setting.stay(.proposed)), [])
    }
  }

  @Test(
    arguments: [
      (.proposed, 0, 0, true), (.proposed, 0, -1, false), (.proposed, 5, 0, true),
      (.proposed, 0, nil, false), (.confirmed, 5, 5, true), (.confirmed, 5, 4, false),
      (.confirmed, 0, 0, true), (.confirmed, 0, -1, false), (.confirmed, 5, nil, false),
      (.inProgress, -5, 0, true), (.inProgress, -5, -1, false),
    ] as [(StayStage, Int, Int?, Bool)], StaySetting.days)
  func `is approved today, and on the first night of a bed`(
    _ row: (stage: StayStage, from: Int, expires: Int?, isGood: Bool), _ today: CivilDate
  ) {
    var setting = StaySetting(today)
    setting.facts.stay?.host.approvalExpires = row.expires.map { today.adding(days: $0) }
    let stay = setting.stay(row.stage, from: row.from)
    expectNoDifference(setting.problems(stay), row.isGood ? [] : Self.refused)
  }

  @Test(
    arguments: [
      (3, 8, 3, true), (3, 8, 2, false), (3, nil, 3, true), (3, nil, 2, false),
      (3, 4, 2, false), (3, 3, -1, true), (3, 1, -1, true), (nil, 8, -1, true),
      (nil, nil, -1, true),
    ] as [(Int?, Int?, Int, Bool)], StaySetting.days)
  func `is approved on the day from which nights are added`(
    _ row: (was: Int?, until: Int?, expires: Int, isGood: Bool), _ today: CivilDate
  ) {
    var setting = StaySetting(today)
    setting.facts.stay?.host.approvalExpires = today.adding(days: row.expires)
    let before = setting.stay(.inProgress, from: -5, until: row.was)
    let after = setting.stay(.inProgress, from: -5, until: row.until)
    expectNoDifference(setting.problems(after, before: before), row.isGood ? [] : Self.refused)
  }

  @Test(arguments: StaySetting.days)
  func `is asked for only where something of the stay moves`(_ today: CivilDate) {
    var setting = StaySetting(today)
    setting.facts.stay?.host.stage = .suspended
    let before = setting.stay(.confirmed, from: 3)
    var after = before
    after.notes = "鍵を渡した"
    expectNoDifference(setting.problems(after, before: before), [])
    expectNoDifference(setting.problems(setting.stay(.met, from: 3), before: before), Self.refused)
    for from in [2, 4] {
      let moved = setting.stay(.confirmed, from: from)
      expectNoDifference(setting.problems(moved, before: before), Self.refused)
    }
    for other in [
      setting.stay(.confirmed, from: 3) { $0.host = Reference(RecordID(2)) },
      setting.stay(.confirmed, from: 3) { $0.case = Reference(RecordID(2)) },
    ] {
      expectNoDifference(setting.problems(other, before: before), Self.refused)
    }
    // What had ended begins anew.
    let over = setting.stay(.cancelled, from: 3)
    expectNoDifference(setting.problems(before, before: over), Self.refused)
  }

  @Test(
    arguments: [
      ([], .adultsRequired), ([.pending], .adultNotChecked), ([.concern], .adultNotChecked),
      ([.clear, .pending], .adultNotChecked), ([.concern, .clear], .adultNotChecked),
      ([.clear], nil), ([.clear, .clear], nil),
    ] as [([AdultCheck], FieldProblem.Code?)])
  func `has adults who are all named and checked`(
    _ found: [AdultCheck], _ code: FieldProblem.Code?
  ) {
    var setting = StaySetting(StaySetting.days[0])
    setting.facts.stay?.adults = found.map(StaySetting.adult)
    let expected = code.map { [FieldProblem("host", $0)] } ?? []
    for stage in [StayStage.proposed, .confirmed] {
      expectNoDifference(setting.problems(setting.stay(stage)), expected)
    }
    // The first reason is enough.
    setting.facts.stay?.host.stage = .applied
    expectNoDifference(setting.problems(setting.stay(.proposed)), Self.refused)
  }

  @Test(arguments: HostStage.allCases)
  func `is taken from a sheet as it was decided, unless it is gone or suspended`(
    _ stage: HostStage
  ) {
    var setting = StaySetting(StaySetting.days[1])
    setting.facts.isImport = true
    setting.facts.stay?.host.stage = stage
    setting.facts.stay?.adults = []
    let isGone = [HostStage.suspended, .notApproved, .left].contains(stage)
    for proposal in [StayStage.proposed, .guestAgreed, .met] {
      expectNoDifference(setting.problems(setting.stay(proposal)), isGone ? Self.refused : [])
    }
    let isApproved = [HostStage.approved, .hosting].contains(stage)
    for held in [StayStage.confirmed, .inProgress] {
      let stay = setting.stay(held, from: -40, until: 1)
      expectNoDifference(setting.problems(stay), isApproved ? [] : Self.refused)
    }
  }

  @Test(arguments: StaySetting.days)
  func `was approved on the first night of a stay in a sheet`(_ today: CivilDate) {
    var setting = StaySetting(today)
    setting.facts.isImport = true
    for (expires, isGood) in [(-40, true), (-41, false), (0, true)] {
      setting.facts.stay?.host.approvalExpires = today.adding(days: expires)
      let stay = setting.stay(.inProgress, from: -40, until: 1)
      expectNoDifference(setting.problems(stay), isGood ? [] : Self.refused)
    }
    setting.facts.stay?.host.approvalExpires = today.adding(days: -1)
    let open = setting.stay(.confirmed) { $0.start = nil }
    expectNoDifference(setting.problems(open), Self.refused)
  }

  @Test(arguments: StayStage.allCases)
  func `is never one from whom the guest is kept apart`(_ stage: StayStage) {
    var setting = StaySetting(StaySetting.days[2])
    setting.facts.stay?.isBlocked = true
    let stay = setting.stay(stage, from: -5, until: stage == .ended ? 0 : 10)
    let isOver = [StayStage.ended, .declined, .cancelled, .endedEarly].contains(stage)
    let problems = setting.problems(stay).filter { $0.code == .pairBlocked }
    expectNoDifference(problems, isOver ? [] : [FieldProblem("host", .pairBlocked)])
    // Who is there already is seen by an alarm, not by a form.
    var noted = stay
    noted.notes = "x"
    #expect(!setting.problems(noted, before: stay).contains { $0.code == .pairBlocked })
  }
}
