import Testing

@testable import Casework

/// The first and the last day that a field takes.
@Suite struct `The limit of a day` {
  private static let limits: [DayLimit] = [.past, .planned, .open]

  @Test(arguments: limits, StaySetting.days)
  func `is today for what has happened, and twenty years for a plan`(
    _ limit: DayLimit, _ today: CivilDate
  ) {
    let twenty = today.adding(months: 240)
    for (day, past, planned) in [
      (today.adding(days: -1), nil, nil), (today, nil, nil),
      (today.adding(days: 1), .dateInFuture, nil), (twenty, .dateInFuture, nil),
      (twenty.adding(days: 1), .dateInFuture, .yearUnlikely),
      (twenty.adding(months: 1200), .dateInFuture, .yearUnlikely),
    ] as [(CivilDate, FieldProblem.Code?, FieldProblem.Code?)] {
      let expected: FieldProblem.Code? =
        switch limit {
        case .past: past
        case .planned: planned
        case .open: nil
        }
      #expect(limit.problem(day, isBirth: false, today: today) == expected, "\(day)")
      // Where nobody says which day it is, nothing is to come.
      #expect(limit.problem(day, isBirth: false, today: CivilDate(dayNumber: 0)) == nil)
    }
  }

  @Test(arguments: limits, StaySetting.days)
  func `is 1950 for an organisation, and 130 years for a birth`(
    _ limit: DayLimit, _ today: CivilDate
  ) throws {
    for (year, isOld, isOldBirth) in [
      (1950, false, false), (1949, true, false), (today.year - 130, true, false),
      (today.year - 131, true, true),
    ] {
      for (month, day) in [(1, 1), (12, 31)] {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(
          limit.problem(date, isBirth: false, today: today) == (isOld ? .yearUnlikely : nil))
        #expect(
          limit.problem(date, isBirth: true, today: today) == (isOldBirth ? .yearUnlikely : nil))
      }
    }
    #expect(
      DayLimit.past.problem(today.adding(days: 1), isBirth: true, today: today)
        == .birthImpossible)
    #expect(DayLimit.past.problem(today, isBirth: true, today: today) == nil)
  }

  @Test(arguments: StaySetting.days)
  func `is named with the day where the year is unlikely`(_ today: CivilDate) throws {
    let old = try #require(CivilDate(iso: "1949-12-31"))
    func note(_ day: CivilDate) -> Note {
      var note = Note()
      (note.on, note.body) = (day, "x")
      return note
    }
    let tomorrow = today.adding(days: 1)
    #expect(
      note(old).dayProblems(before: nil, today: today)
        == [FieldProblem("on", .yearUnlikely, .date(old))])
    #expect(
      note(tomorrow).dayProblems(before: nil, today: today)
        == [FieldProblem("on", .dateInFuture)])
    #expect(note(tomorrow).dayProblems(before: note(tomorrow), today: today) == [])
    #expect(
      note(tomorrow).dayProblems(before: note(today), today: today)
        == [FieldProblem("on", .dateInFuture)])
    // What the database keeps is not asked.
    var record = Case()
    (record.opened, record.nextActionDue, record.lastContact) = (today, old, tomorrow)
    #expect(record.dayProblems(before: nil, today: today) == [])
  }
}
