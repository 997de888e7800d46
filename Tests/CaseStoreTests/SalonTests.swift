import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Gatherings in the store` {
  private let desk: Desk
  private let salon: RecordID

  init() throws {
    desk = try Desk()
    salon = try desk.add(
      .salon,
      ["theme": .text("x"), "date": .date(Desk.today.adding(days: 7)), "capacity": .number(2)])
  }

  private func place(
    _ person: RecordID, at salon: RecordID? = nil, _ result: AttendanceResult = .registered
  ) throws -> RecordID {
    try desk.add(
      .attendance,
      [
        "salon": .to(.salon, salon ?? self.salon), "case": .to(.case, person),
        "result": result.fieldValue,
      ])
  }

  private func gathering(_ days: Int) throws -> RecordID {
    try desk.add(.salon, ["theme": .text("y"), "date": .date(Desk.today.adding(days: days))])
  }

  private func result(_ place: RecordID) throws -> FieldValue {
    try desk.card(.attendance, place)["result"]
  }

  @Test func `puts who comes too late on the waiting list and moves the first up, in one step`()
    throws
  {
    let persons = try ["A", "B", "C", "D"].map { try desk.addCase($0) }
    let places = try persons.map { try place($0) }
    let codes = ["registered", "registered", "waitlisted", "waitlisted"]
    #expect(try places.map(result) == codes.map(FieldValue.code))
    #expect(try desk.card(.salon, salon)["seats"] == .number(2))
    #expect(try desk.card(.salon, salon)["waiting"] == .number(2))

    let saved = try desk.change(.attendance, places[0], ["result": .code("cancelled")])
    #expect(saved.entries.count == 2)
    #expect(try result(places[2]) == .code("registered"))
    #expect(try result(places[3]) == .code("waitlisted"))
    _ = try desk.store.undo()
    #expect(try places.map(result) == codes.map(FieldValue.code))

    // Who says before that they stay away frees the place too.
    try desk.change(.attendance, places[1], ["result": .code("excused_absence")])
    #expect(try places[2...].map(result) == [.code("registered"), .code("waitlisted")])
    _ = try desk.store.undo()
    // A greater room moves everybody up who fits, and one without a limit everybody.
    for room in [FieldValue.number(4), .absent] {
      try desk.change(.salon, salon, ["capacity": room])
      #expect(try places[2...].map(result) == [.code("registered"), .code("registered")])
      _ = try desk.store.undo()
    }
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `waits no more for somebody whose case has ended, and gives their place away`() throws
  {
    let persons = try ["A", "B", "C"].map { try desk.addCase($0) }
    let places = try persons.map { try place($0) }
    let past = try place(persons[0], at: gathering(0))
    let other = try place(persons[0], at: gathering(3), .waitlisted)
    try desk.change(
      .case, persons[0], ["status": .code("not_eligible"), "receivingBody": .text("x")],
      reason: "対象外")
    #expect(
      try (places + [past, other]).map(result)
        == ["cancelled", "registered", "registered", "registered", "cancelled"].map(FieldValue.code)
    )
    _ = try desk.store.undo()
    #expect(
      try (places + [past, other]).map(result)
        == ["registered", "registered", "waitlisted", "registered", "waitlisted"]
        .map(FieldValue.code))
  }

  @Test func `move up who waits longest, not who asked anew`() throws {
    let persons = try ["A", "B", "C", "D"].map { try desk.addCase($0) }
    let places = try persons.prefix(3).map { try place($0) }
    // The first gives up the place to the third, and asks anew.
    try desk.change(.attendance, places[0], ["result": .code("cancelled")])
    #expect(try result(places[2]) == .code("registered"))
    let last = try place(persons[3])
    try desk.change(.attendance, places[0], ["result": .code("registered")])
    #expect(try result(places[0]) == .code("waitlisted"))
    try desk.change(.attendance, places[1], ["result": .code("cancelled")])
    #expect(try result(last) == .code("registered"))
    #expect(try result(places[0]) == .code("waitlisted"))
  }

  @Test func `leaves to staff who gets a place more, and what is over as it is`() throws {
    let persons = try ["A", "B", "C"].map { try desk.addCase($0) }
    let places = try persons.map { try place($0) }
    try desk.change(.attendance, places[2], ["result": .code("registered")])
    #expect(try result(places[2]) == .code("registered"))
    try desk.change(.attendance, places[2], ["result": .code("waitlisted")])
    try desk.change(.salon, salon, ["date": .date(Desk.today.adding(days: -1))])
    try desk.change(.attendance, places[0], ["result": .code("cancelled")])
    #expect(try result(places[2]) == .code("waitlisted"))
    let came = try place(try desk.addCase("D"), .attended)
    #expect(try result(came) == .code("attended"))
  }

  @Test func `do not know who came before the day`() throws {
    let place = try place(try desk.addCase("A"))
    let early = Refusal.problems([
      FieldProblem("result", .notYetTaken, .date(Desk.today.adding(days: 7)))
    ])
    for code in ["attended", "unexcused_absence"] {
      #expect(
        refusal { try desk.change(.attendance, place, ["result": .code(code)]) } == early)
    }
    try desk.change(.attendance, place, ["result": .code("excused_absence")])
    desk.now = Instant(desk.now.rawValue + 7 * 86400)
    try desk.change(.attendance, place, ["result": .code("attended")])
  }

  @Test func `gives nobody two places at one gathering`() throws {
    let person = try desk.addCase("A")
    _ = try place(person)
    #expect(refusal { try place(person) } != nil)
    #expect(try desk.store.count(ListQuery(.attendance)) == ListCount(1))
  }

  @Test func `knows who comes for the first time, whatever is entered later`() throws {
    let person = try desk.addCase("A")
    let late = try place(person, at: gathering(-2), .attended)
    func first(_ place: RecordID) throws -> Bool {
      try desk.card(.attendance, place)["isFirstTime"] == .flag(true)
    }
    #expect(try first(late))
    let early = try place(person, at: gathering(-9), .attended)
    #expect(try first(early) && !first(late))
    let next = try place(person)
    #expect(try !first(next))
    try desk.change(.attendance, early, ["result": .code("unexcused_absence")])
    #expect(try !first(early) && first(late))
    _ = try desk.store.undo()
    #expect(try first(early) && !first(late))
    #expect(
      refusal {
        try desk.change(.attendance, early, ["isFirstTime": .flag(false)])
      } == .problems([FieldProblem("isFirstTime", .readOnly)]))
  }

  @Test func `counts absences without a word until somebody comes or calls`() throws {
    let person = try desk.addCase("A")
    func streak() throws -> [FieldValue] {
      let card = try desk.card(.case, person)
      return [card["absences"], card["absentSince"]]
    }
    func due() throws -> Int {
      try desk.store.count(Indicator.absences.query(Desk.today)).value
    }
    _ = try place(person, at: gathering(-40), .unexcusedAbsence)
    _ = try place(person, at: gathering(-30), .attended)
    _ = try place(person, at: gathering(-20), .unexcusedAbsence)
    #expect(try streak() == [.number(1), .absent])
    #expect(try due() == 0)
    let last = try place(person, at: gathering(-10), .unexcusedAbsence)
    #expect(try streak() == [.number(2), .date(Desk.today.adding(days: -20))])
    #expect(try due() == 1)
    try desk.change(.attendance, last, ["result": .code("excused_absence")])
    #expect(try streak() == [.absent, .absent])
    _ = try desk.store.undo()
    #expect(try due() == 1)
  }

  @Test func `counts different persons and visits, of a gathering and of a month`() throws {
    // All of it is over.
    desk.now = Instant(desk.now.rawValue + 60 * 86400)
    let first = try desk.addCase("A")
    let person = try desk.card(.case, first)["person"]
    let second = try desk.add(
      .case, ["person": person, "opened": .date(Desk.today.adding(days: -20))])
    let october = try gathering(2)
    for place in [first, second, try desk.addCase("B")] {
      _ = try self.place(place, at: october, .attended)
    }
    try desk.add(
      .attendance,
      [
        "salon": .to(.salon, october), "guestName": .text("佐藤"), "personRole": .code("citizen"),
        "result": .code("attended"),
      ])
    try desk.change(
      .salon, october, ["headcountRefugees": .number(3), "headcountGovernment": .number(1)])
    func numbers(_ salon: RecordID) throws -> [FieldValue] {
      let card = try desk.card(.salon, salon)
      return [card["persons"], card["visits"]]
    }
    // Two cases of one person are one person and two visits.
    #expect(try numbers(october) == [.number(3), .number(8)])
    _ = try place(first, at: gathering(5), .attended)
    _ = try place(first, at: gathering(40), .attended)
    func month(_ first: CivilDate) throws -> MonthRows {
      let request = MonthRequest(ListQuery(.salon), first)
      guard case .month(let rows) = try desk.store.picture(.month(request)) else {
        return MonthRows(first: first)
      }
      return rows
    }
    let now = try month(Desk.today.firstOfMonth)
    #expect(now.cards.count == 3)
    #expect(now.numbers == [.persons: 3, .visits: 9])
    #expect(
      try month(Desk.today.adding(months: 1).firstOfMonth).numbers[.visits] == 1)
    #expect(
      try month(Desk.today.adding(months: 3).firstOfMonth).numbers[.persons] == 0)
  }

  @Test func `move up who waits where a registration is taken back, and back again`() throws {
    let persons = try ["A", "B", "C"].map { try desk.addCase($0) }
    _ = try place(persons[0])
    let waits = try place(persons[1], .waitlisted)
    let last = try place(persons[2])
    _ = try desk.store.undo()
    #expect(try result(waits) == .code("registered"))
    _ = try desk.store.redo()
    #expect(try result(waits) == .code("waitlisted"))
    #expect(try result(last) == .code("registered"))
  }

  @Test func `know a person by all of their cases`() throws {
    let old = try desk.addCase("A")
    let person = try desk.card(.case, old)["person"]
    let opened = FieldValue.date(Desk.today.adding(days: -20))
    let new = try desk.add(.case, ["person": person, "opened": opened])
    func first(_ place: RecordID) throws -> FieldValue {
      try desk.card(.attendance, place)["isFirstTime"]
    }
    let early = try place(old, at: gathering(-9), .attended)
    let late = try place(new, at: gathering(-2), .attended)
    #expect(try first(early) == .flag(true))
    #expect(try first(late) == .flag(false))
    try desk.change(.attendance, early, ["result": .code("unexcused_absence")])
    #expect(try first(late) == .flag(true))
    try desk.change(.attendance, late, ["result": .code("unexcused_absence")])
    for id in [old, new] {
      let card = try desk.card(.case, id)
      #expect(card["absences"] == .number(2))
      #expect(card["absentSince"] == .date(Desk.today.adding(days: -9)))
    }
    // The new case turns out to be somebody else's.
    let other = try desk.card(.case, desk.addCase("B"))["person"]
    try desk.change(.case, new, ["person": other])
    #expect(try desk.card(.case, old)["absences"] == .number(1))
    #expect(try desk.card(.case, new)["absentSince"] == .absent)
  }
}
