import Casework
import CustomDump
import Testing

/// What a gathering, a place at it and an acquaintance made there have to say.
@Suite struct `A gathering` {
  private static func salon(
    _ status: SessionStatus, _ day: CivilDate?, _ change: (inout Salon) -> Void = { _ in }
  ) -> Salon {
    var salon = Salon()
    (salon.theme, salon.status, salon.date) = ("春のサロン", status, day)
    change(&salon)
    return salon
  }

  @Test(arguments: SessionStatus.allCases, StaySetting.days)
  func `was held on no day to come`(_ status: SessionStatus, _ today: CivilDate) {
    for (days, isFuture) in [(-1, false), (0, false), (1, true), (90, true)] {
      let day = today.adding(days: days)
      let salon = Self.salon(status, day)
      let refused =
        isFuture && status == .held ? [FieldProblem("status", .notYetHeld, .date(day))] : []
      let facts = CaseFacts(today: today)
      expectNoDifference(salon.problems(before: nil, facts: facts), refused)
      expectNoDifference(salon.problems(before: Self.salon(.planned, day), facts: facts), refused)
      let other = Self.salon(.held, today)
      expectNoDifference(salon.problems(before: other, facts: facts), refused)
      expectNoDifference(salon.problems(before: salon, facts: facts), [])
    }
  }

  @Test(
    arguments: [
      ("10:00", "12:00", false), ("10:00", "10:00", false), ("10:00", "09:59", true),
      (nil, "09:00", false), ("10:00", nil, false),
    ] as [(String?, String?, Bool)])
  func `ends after it begins`(_ begins: String?, _ ends: String?, _ isRefused: Bool) {
    let salon = Self.salon(.planned, StaySetting.days[0]) {
      $0.begins = begins.flatMap(ClockTime.init(text:))
      $0.ends = ends.flatMap(ClockTime.init(text:))
    }
    expectNoDifference(
      salon.problems(before: nil, facts: CaseFacts(today: StaySetting.days[0])),
      isRefused ? [FieldProblem("ends", .endBeforeStart)] : [])
  }

  @Test(arguments: SessionRepeat.allCases, StaySetting.days)
  func `repeats up to a day that is said, within a year`(
    _ repeats: SessionRepeat, _ today: CivilDate
  ) {
    func problems(_ repeats: SessionRepeat?, _ until: CivilDate?) -> [FieldProblem] {
      Self.salon(.planned, today) { ($0.repeats, $0.repeatsUntil) = (repeats, until) }
        .problems(before: nil, facts: CaseFacts(today: today))
    }
    let year = today.adding(months: 12)
    expectNoDifference(problems(nil, nil), [])
    expectNoDifference(problems(repeats, year), [])
    expectNoDifference(problems(repeats, today), [])
    expectNoDifference(problems(nil, year), [FieldProblem("repeats", .required)])
    expectNoDifference(problems(repeats, nil), [FieldProblem("repeatsUntil", .required)])
    expectNoDifference(
      problems(repeats, year.adding(days: 1)), [FieldProblem("repeatsUntil", .seriesTooLong)])
    expectNoDifference(
      problems(repeats, today.adding(days: -1)), [FieldProblem("repeatsUntil", .endBeforeStart)])
  }

  // MARK: Places

  @Test(arguments: AttendanceResult.allCases, AttendanceResult.allCases)
  func `tells on its day who came and who did not`(
    _ was: AttendanceResult, _ result: AttendanceResult
  ) {
    func attendance(_ result: AttendanceResult) -> Attendance {
      var attendance = Attendance()
      (attendance.guestName, attendance.result) = ("森", result)
      return attendance
    }
    let isKnown = result == .attended || result == .unexcusedAbsence
    for today in StaySetting.days {
      for (days, isFuture) in [(nil, false), (-1, false), (0, false), (1, true)]
        as [(Int?, Bool)]
      {
        var facts = CaseFacts(today: today)
        facts.dayOfGathering = days.map { today.adding(days: $0) }
        let refused =
          isFuture && isKnown
          ? [FieldProblem("result", .notYetTaken, .date(today.adding(days: 1)))] : []
        expectNoDifference(attendance(result).problems(before: nil, facts: facts), refused)
        expectNoDifference(
          attendance(result).problems(before: attendance(was), facts: facts),
          was == result ? [] : refused)
      }
    }
  }

  @Test func `gives a place to a case or a name`() {
    for (record, name, isRefused) in [
      (nil, "", true), (1, "", false), (nil, "森", false), (1, "森", false),
    ] as [(Int64?, String, Bool)] {
      var attendance = Attendance()
      attendance.case = record.map { Reference(RecordID($0)) }
      attendance.guestName = name
      expectNoDifference(
        attendance.problems(before: nil, facts: CaseFacts()),
        isRefused ? [FieldProblem("case", .required)] : [])
    }
  }

  @Test(arguments: AttendanceResult.allCases)
  func `has no place for who waits or said no`(_ result: AttendanceResult) {
    let isFree = [AttendanceResult.waitlisted, .cancelled, .excusedAbsence].contains(result)
    #expect(result.holdsSeat == !isFree)
  }

  // MARK: Acquaintances

  @Test(
    arguments: [
      (nil, "", true, .required, "met"), (nil, "", false, .required, "met"),
      (1, "", true, .samePerson, "met"), (1, "森", true, .samePerson, "met"),
      (2, "", false, .wishRequired, "bothWish"), (nil, "森", false, .wishRequired, "bothWish"),
      (2, "", true, nil, ""), (nil, "森", true, nil, ""), (2, "森", true, nil, ""),
    ] as [(Int64?, String, Bool, FieldProblem.Code?, String)])
  func `keeps who met whom only by the wish of both`(
    _ met: Int64?, _ name: String, _ wish: Bool, _ code: FieldProblem.Code?, _ field: String
  ) {
    var encounter = Encounter()
    encounter.case = Reference(RecordID(1))
    encounter.met = met.map { Reference(RecordID($0)) }
    (encounter.metName, encounter.bothWish) = (name, wish)
    let expected = code.map { [FieldProblem(field, $0)] } ?? []
    expectNoDifference(encounter.problems(before: nil, facts: CaseFacts()), expected)
    // Once the wish is taken back nothing is asked: nothing is left.
    expectNoDifference(
      encounter.problems(before: encounter, facts: CaseFacts()), wish ? expected : [])
  }
}
