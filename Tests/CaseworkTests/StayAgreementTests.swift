import Casework
import CustomDump
import Testing

/// Guest and host agree before a bed is held, and no day says what is still to come.
@Suite struct `The days of a stay` {
  private static let holding: [StayStage] = [.confirmed, .inProgress, .extended]
  private static let ends: [StayStage] = [.ended, .declined, .cancelled, .endedEarly]

  @Test(arguments: StayStage.allCases, StaySetting.days)
  func `hold a bed only by the word of both`(_ stage: StayStage, _ today: CivilDate) {
    let setting = StaySetting(today)
    for (guest, host) in [(true, true), (true, false), (false, true), (false, false)] {
      let stay = setting.stay(stage, from: -9, until: 0) {
        $0.guestAgreedOn = guest ? today : nil
        $0.hostAgreedOn = host ? today.adding(days: -3) : nil
      }
      var missing: [FieldProblem] = []
      if !guest { missing.append(FieldProblem("guestAgreedOn", .required)) }
      if !host { missing.append(FieldProblem("hostAgreedOn", .required)) }
      let expected = Self.holding.contains(stage) ? missing : []
      expectNoDifference(setting.problems(stay), expected)
      var sheet = setting
      sheet.facts.isImport = true
      expectNoDifference(sheet.problems(stay), [])
    }
  }

  @Test func `ask for the word of both anew where guest or host is another`() {
    let setting = StaySetting(StaySetting.days[0])
    let silent: (inout Homestay) -> Void = { ($0.guestAgreedOn, $0.hostAgreedOn) = (nil, nil) }
    let before = setting.stay(.confirmed, from: 1, silent)
    let both = [
      FieldProblem("guestAgreedOn", .required), FieldProblem("hostAgreedOn", .required),
    ]
    expectNoDifference(
      setting.problems(setting.stay(.confirmed, from: 2, silent), before: before), [])
    for change in [
      { $0.host = Reference(RecordID(2)) }, { $0.case = Reference(RecordID(2)) },
    ] as [(inout Homestay) -> Void] {
      var other = before
      change(&other)
      expectNoDifference(setting.problems(other, before: before), both)
    }
    expectNoDifference(setting.problems(before, before: setting.stay(.met, from: 1, silent)), both)
  }

  @Test(arguments: StayStage.allCases, StaySetting.days)
  func `were not agreed to on a day to come`(_ stage: StayStage, _ today: CivilDate) {
    let setting = StaySetting(today)
    for (days, isRefused) in [(0, false), (1, true), (300, true)] {
      let day = today.adding(days: days)
      let stay = setting.stay(stage, from: -9, until: 0) {
        ($0.guestAgreedOn, $0.hostAgreedOn) = (day, day)
      }
      let expected = isRefused ? ["guestAgreedOn", "hostAgreedOn"] : []
      expectNoDifference(
        setting.problems(stay), expected.map { FieldProblem($0, .dateInFuture) })
    }
  }

  @Test(arguments: StayStage.allCases, StaySetting.days)
  func `say of nobody that they are there or were before the first night`(
    _ stage: StayStage, _ today: CivilDate
  ) {
    let setting = StaySetting(today)
    let isThere = [StayStage.inProgress, .extended].contains(stage)
    let isOver = [StayStage.ended, .endedEarly].contains(stage)
    func future(_ stay: Homestay, before: Homestay? = nil) -> [String] {
      setting.problems(stay, before: before).filter { $0.code == .dateInFuture }.map(\.field)
    }
    expectNoDifference(future(setting.stay(stage, from: 0, until: 0)), [])
    expectNoDifference(future(setting.stay(stage, from: 0, until: 1)), isOver ? ["end"] : [])
    let later = setting.stay(stage, from: 1, until: 5)
    expectNoDifference(
      future(later), isThere ? ["start"] : isOver ? ["start", "end"] : [])
    // A day that stood there before is let stand, another is not.
    var noted = later
    noted.notes = "x"
    expectNoDifference(future(noted, before: later), [])
    let other = setting.stay(stage, from: 2, until: 6)
    expectNoDifference(
      future(other, before: later), isThere ? ["start"] : isOver ? ["start", "end"] : [])
  }

  // MARK: Ends

  @Test(arguments: StayStage.allCases, StayStage.allCases)
  func `end or go on only where somebody has a bed, or with a reason`(
    _ from: StayStage, _ to: StayStage
  ) {
    var setting = StaySetting(StaySetting.days[0])
    let before = setting.stay(from, from: -9, until: -2)
    let after = setting.stay(to, from: -9, until: 0) { $0.endReason = .asPlanned }
    func isRefused() -> Bool {
      setting.problems(after, before: before).contains(FieldProblem("stage", .stageNotAllowed))
    }
    #expect(!isRefused())
    setting.facts.reason = ""
    let needsBed = [StayStage.extended, .ended, .endedEarly].contains(to)
    let callsOff = [StayStage.declined, .cancelled].contains(to)
    let isThere = [StayStage.inProgress, .extended].contains(from)
    let expected = needsBed && !Self.holding.contains(from) || callsOff && isThere
    #expect(isRefused() == (from != to && expected))
  }

  @Test(arguments: [StayStage.confirmed, .inProgress, .extended], StaySetting.days)
  func `say when a stay was over, and why where it was early`(
    _ from: StayStage, _ today: CivilDate
  ) {
    var setting = StaySetting(today)
    setting.facts.reason = ""
    let before = setting.stay(from, from: -9, until: 5)
    func problems(_ to: StayStage, _ end: Int?, _ reason: StayEndReason?) -> [FieldProblem] {
      setting.problems(
        setting.stay(to, from: -9, until: end) { $0.endReason = reason }, before: before)
    }
    let (why, when) = (FieldProblem("endReason", .required), FieldProblem("end", .required))
    expectNoDifference(problems(.ended, 0, nil), [])
    expectNoDifference(problems(.ended, nil, nil), [when])
    expectNoDifference(problems(.endedEarly, -1, .notAGoodFit), [])
    expectNoDifference(problems(.endedEarly, -1, nil), [why])
    expectNoDifference(problems(.endedEarly, nil, nil), [why, when])
    expectNoDifference(problems(.ended, -9, nil), [])
    expectNoDifference(problems(.ended, -10, nil), [FieldProblem("end", .endBeforeStart)])
  }

  @Test(
    arguments: [
      (5, 6, true), (5, 5, false), (5, 4, false), (5, nil, false), (nil, 6, true),
      (nil, nil, false),
    ] as [(Int?, Int?, Bool)], [StayStage.confirmed, .inProgress])
  func `are longer in a stay that is extended`(
    _ row: (was: Int?, until: Int?, isLater: Bool), _ from: StayStage
  ) {
    for today in StaySetting.days {
      let setting = StaySetting(today)
      let before = setting.stay(from, from: -9, until: row.was)
      let after = setting.stay(.extended, from: -9, until: row.until)
      expectNoDifference(
        setting.problems(after, before: before),
        row.isLater ? [] : [FieldProblem("end", .laterEndRequired)])
    }
  }
}
