@testable import CaseStore
import Casework
import GRDB
import Testing

/// No stay with a host who is not approved, no bed twice, by the form and by the database.
@Suite struct `A stay` {
  private func values(
    _ record: RecordID, _ host: RecordID, _ stage: String = "confirmed", from: Int = 0,
    until: Int = 10, persons: Int = 1
  ) -> [String: FieldValue] {
    [
      "case": .to(.case, record), "host": .to(.host, host), "stage": .code(stage),
      "start": .date(Desk.today.adding(days: from)), "end": .date(Desk.today.adding(days: until)),
      "persons": .number(persons), "guestAgreedOn": .date(Desk.today),
      "hostAgreedOn": .date(Desk.today),
    ]
  }

  @Test func `needs an approved host, from the first proposal on`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.add(.host, ["name": .text("x"), "capacity": .number(3)])
    for stage in ["proposed", "confirmed"] {
      let found = problems { try desk.add(.homestay, values(guest, host, stage)) }
      #expect(found == ["host": .hostNotApproved])
    }
    let good = try desk.addHost("y")
    #expect(
      problems { try desk.add(.homestay, values(guest, good, from: 400, until: 410)) }
        == ["host": .hostNotApproved])
    try desk.add(.homestay, values(guest, good))
  }

  @Test func `is approved only with everything on record`() throws {
    let desk = try Desk()
    let host = try desk.add(.host, ["name": .text("x")])
    let found = problems { try desk.change(.host, host, ["stage": .code("approved")]) }
    #expect(
      Set(found.keys)
        == ["homeVisitOn", "referencesOn", "trainingOn", "approvedOn", "approvalExpires", "stage"])
    #expect(found["stage"] == .adultsRequired)
    let good = try desk.addHost("y")
    let adult: [String: FieldValue] = [
      "host": .to(.host, good), "name": .text("息子"), "on": .date(Desk.today),
    ]
    try desk.add(.hostAdult, adult)
    let guest = try desk.addCase("A")
    #expect(problems { try desk.add(.homestay, values(guest, good)) } == ["host": .adultNotChecked])
  }

  @Test func `has a host who rests without a word and goes back a stage with a reason`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    for stage in ["hosting", "paused", "approved"] {
      try desk.change(.host, host, ["stage": .code(stage)])
    }
    let reasonRequired = Refusal.problems([FieldProblem("stage", .reasonRequired)])
    func move(_ stage: String, reason: String = "") -> Refusal? {
      refusal {
        try desk.change(
          .host, host, ["stage": .code(stage), "concern": .text("x")], reason: reason)
      }
    }
    #expect(move("interviewed") == reasonRequired)
    #expect(move("suspended") == nil)
    #expect(move("approved") == reasonRequired)
    #expect(move("approved", reason: "確認済み") == nil)
  }

  @Test func `needs the word of both before it is certain`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let stay = try desk.add(
      .homestay,
      ["case": .to(.case, guest), "host": .to(.host, host), "start": .date(Desk.today)])
    func move(_ stage: String) throws {
      try desk.change(.homestay, stay, ["stage": .code(stage)])
    }
    #expect(
      problems { try move("confirmed") }
        == ["guestAgreedOn": .required, "hostAgreedOn": .required])
    try move("guest_agreed")
    #expect(problems { try move("confirmed") } == ["hostAgreedOn": .required])
    try move("host_agreed")
    try move("confirmed")
    #expect(try desk.card(.homestay, stay)["guestAgreedOn"] == .date(Desk.today))
  }

  @Test func `takes no bed that is taken, and frees it where it ends`() throws {
    let desk = try Desk()
    let (one, other) = (try desk.addCase("A"), try desk.addCase("B"))
    let host = try desk.addHost("x", beds: 2)
    let stay = try desk.add(.homestay, values(one, host, persons: 2))
    let taken = problems { try desk.add(.homestay, values(other, host, from: 9, until: 20)) }
    #expect(taken == ["host": .noBedFree])
    try desk.add(.homestay, values(other, host, from: 10, until: 20))
    #expect(
      problems { try desk.change(.homestay, stay, ["end": .date(Desk.today.adding(days: 11))]) }
        == ["host": .noBedFree])
    try desk.change(.homestay, stay, ["stage": .code("cancelled")])
    try desk.add(.homestay, values(other, host, persons: 2))
    // No form asks here.
    #expect(throws: DatabaseError.self) {
      try desk.execute("UPDATE homestay SET stage = 'confirmed' WHERE id = \(stay.rawValue)")
    }
  }

  @Test func `is agreed to anew with another host, and not on a day to come`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let (one, other) = (try desk.addHost("x"), try desk.addHost("y"))
    let stay = try desk.add(.homestay, values(guest, one, "proposed"))
    try desk.change(.homestay, stay, ["stage": .code("guest_agreed")])
    try desk.change(.homestay, stay, ["stage": .code("host_agreed")])
    try desk.change(.homestay, stay, ["stage": .code("confirmed")])
    #expect(
      problems { try desk.change(.homestay, stay, ["host": .to(.host, other)]) }
        == ["guestAgreedOn": .required, "hostAgreedOn": .required])
    let tomorrow = FieldValue.date(Desk.today.adding(days: 1))
    #expect(
      problems {
        try desk.change(
          .homestay, stay,
          ["host": .to(.host, other), "guestAgreedOn": tomorrow, "hostAgreedOn": tomorrow])
      } == ["guestAgreedOn": .dateInFuture, "hostAgreedOn": .dateInFuture])
    try desk.change(.homestay, stay, ["stage": .code("proposed")], reason: "誤り")
    let card = try desk.card(.homestay, stay)
    #expect(card["guestAgreedOn"].isAbsent && card["hostAgreedOn"].isAbsent)
  }

  @Test func `keeps a pair apart in every case of the person, and says so where they are together`()
    throws
  {
    let desk = try Desk()
    let first = try desk.addCase("A")
    let second = try desk.add(
      .case,
      [
        "person": try desk.card(.case, first)["person"],
        "opened": .date(Desk.today.adding(days: -5)),
      ])
    let host = try desk.addHost("x")
    // The pair is entered for the other case than that of the stay.
    let stay = try desk.add(.homestay, values(first, host, "proposed"))
    try desk.add(
      .blockedPair,
      [
        "case": .to(.case, second), "host": .to(.host, host), "on": .date(Desk.today),
        "reason": .text("親族"),
      ])
    #expect(
      problems { try desk.add(.homestay, values(second, host, "proposed")) }
        == ["host": .pairBlocked])
    let due = try desk.store.detail(RecordAddress(.case, first), limit: 9).deadlines
    #expect(due.contains { $0["rule"] == .code("host_concern") }, "\(stay)")
  }

  @Test func `needs a home whose adults are named`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    try desk.execute("DELETE FROM hostadult")
    #expect(
      problems { try desk.add(.homestay, values(try desk.addCase("A"), host, "proposed")) }
        == ["host": .adultsRequired])
    let future = FieldValue.date(Desk.today.adding(days: 30))
    let planned = try desk.add(.host, ["name": .text("y"), "homeVisitOn": future])
    let found = problems { try desk.change(.host, planned, ["stage": .code("approved")]) }
    #expect(found["homeVisitOn"] == .dateInFuture)
  }

  @Test func `keeps the bed of who is still there after the planned end`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    _ = try desk.add(
      .homestay, values(try desk.addCase("A"), host, "in_progress", from: -10, until: -1))
    let next = values(try desk.addCase("B"), host, from: 0, until: 5)
    #expect(problems { try desk.add(.homestay, next) } == ["host": .noBedFree])
  }

  @Test func `suspends also a host who rests`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    try desk.change(.host, host, ["stage": .code("paused")])
    try desk.add(
      .hostAdult,
      [
        "host": .to(.host, host), "name": .text("y"), "result": .code("concern"),
        "on": .date(Desk.today),
      ])
    #expect(try desk.card(.host, host)["stage"] == .code("suspended"))
  }

  @Test func `keeps a blocked pair apart`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    try desk.add(
      .blockedPair,
      [
        "case": .to(.case, guest), "host": .to(.host, host), "on": .date(Desk.today),
        "reason": .text("親族"),
      ])
    #expect(
      problems { try desk.add(.homestay, values(guest, host, "proposed")) }
        == ["host": .pairBlocked])
  }

  /// What the program's rules are not asked about: another process, another program.
  @Test(arguments: [
    ("UPDATE host SET stage = 'suspended'", "host hostNotApproved"),
    ("UPDATE host SET approvalExpires = '2026-10-02'", "host hostNotApproved"),
    ("UPDATE host SET capacity = 0", "host noBedFree"),
    ("UPDATE host SET capacity = NULL", "host noBedFree"),
    (
      """
      INSERT INTO blockedpair ("case", host, "on", reason) VALUES (1, 1, '2026-10-01', 'x')
      """, "host pairBlocked"
    ),
  ])
  func `is refused by the database too`(cause: String, message: String) throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    _ = try desk.addHost("x")
    let sql = """
      INSERT INTO homestay ("case", host, stage, start, "end")
      VALUES (1, 1, 'confirmed', '2026-10-03', '2026-10-10')
      """
    try desk.execute(cause)
    let error = #expect(throws: DatabaseError.self) { try desk.execute(sql) }
    #expect(error?.message == message)
    #expect(error.map { Refusal($0, path: "") } != .storage(code: 1811, message: message))
  }

  @Test func `raises an alarm where a concern suspends its host`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let stay = try desk.add(.homestay, values(guest, host, "in_progress"))
    try desk.add(
      .hostAdult,
      [
        "host": .to(.host, host), "name": .text("y"), "result": .code("concern"),
        "on": .date(Desk.today),
      ])
    let card = try desk.card(.host, host)
    #expect(card["stage"] == .code("suspended"))
    #expect(card["suspendedOn"] == .date(Desk.today))
    func alarms() throws -> Int {
      try desk.store.detail(RecordAddress(.case, guest), limit: 9).deadlines
        .count { $0["rule"] == .code("host_concern") && $0["date"] == .date(Desk.today) }
    }
    #expect(try alarms() == 1)
    // The guest can leave at once, and cannot be sent deeper into it.
    let longer = FieldValue.date(Desk.today.adding(days: 20))
    #expect(
      problems {
        try desk.change(.homestay, stay, ["stage": .code("extended"), "end": longer])
      } == ["host": .hostNotApproved])
    try desk.change(
      .homestay, stay,
      [
        "stage": .code("ended_early"), "end": .date(Desk.today),
        "endReason": .code("safety_concern"),
      ])
    #expect(try alarms() == 0)
  }
}
