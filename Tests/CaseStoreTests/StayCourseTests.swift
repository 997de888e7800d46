@testable import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// The way of a stay from proposal to end, and how guest and host are on it.
@Suite struct `The course of a stay` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  /// A stay that began `ago` days before today and ends in 60.
  private func stay(
    _ desk: Desk, _ guest: RecordID, _ host: RecordID, _ stage: String = "in_progress",
    ago: Int = 0
  ) throws -> RecordID {
    try desk.add(
      .homestay,
      [
        "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
        "start": day(-ago), "end": day(60), "guestAgreedOn": day(-ago), "hostAgreedOn": day(-ago),
      ])
  }

  private func checkIn(
    _ desk: Desk, _ guest: RecordID, _ stay: RecordID, _ more: [String: FieldValue] = [:]
  ) throws -> RecordID {
    let values: [String: FieldValue] = [
      "case": .to(.case, guest), "homestay": .to(.homestay, stay), "on": day(0),
    ]
    return try desk.add(.checkIn, values.merging(more) { $1 })
  }

  private func due(_ desk: Desk, _ guest: RecordID) throws -> [FieldValue] {
    try desk.store.detail(RecordAddress(.case, guest), limit: 50).deadlines.map { $0["rule"] }
  }

  @Test(arguments: [
    ("proposed", "extended"), ("met", "ended"), ("host_agreed", "ended_early"),
    ("in_progress", "cancelled"), ("in_progress", "declined"),
  ])
  func `goes only along its moves`(from: String, to: String) throws {
    let desk = try Desk()
    let id = try stay(desk, desk.addCase("A"), desk.addHost("x"), from)
    let values: [String: FieldValue] = [
      "stage": .code(to), "end": to == "extended" ? day(70) : day(0),
      "endReason": .code("as_planned"),
    ]
    #expect(problems { try desk.change(.homestay, id, values) } == ["stage": .stageNotAllowed])
    // What was marked by mistake is corrected, with a reason.
    try desk.change(.homestay, id, values, reason: "x")
  }

  @Test func `asks for the new end and looks at bed and approval again`() throws {
    let desk = try Desk()
    let (one, other) = (try desk.addCase("A"), try desk.addCase("B"))
    let host = try desk.addHost("x", ["approvalExpires": day(65)])
    let id = try stay(desk, one, host)
    func extend(_ days: Int?) throws {
      let end = days.map { ["end": day($0)] } ?? [:]
      try desk.change(.homestay, id, ["stage": .code("extended")].merging(end) { $1 })
    }
    for days in [nil, 60, 30] as [Int?] {
      #expect(problems { try extend(days) } == ["end": .laterEndRequired])
    }
    let next = try desk.add(
      .homestay,
      [
        "case": .to(.case, other), "host": .to(.host, host), "stage": .code("confirmed"),
        "start": day(62), "end": day(64), "guestAgreedOn": day(0), "hostAgreedOn": day(0),
      ])
    #expect(problems { try extend(63) } == ["host": .noBedFree])
    try desk.change(.homestay, next, ["stage": .code("cancelled")])
    try extend(63)
    try desk.change(.homestay, id, ["end": day(70)])
    // The approval ends on day 65: no night is added after that, by no program.
    #expect(
      problems { try desk.change(.homestay, id, ["end": day(80)]) } == ["host": .hostNotApproved])
    let error = #expect(throws: DatabaseError.self) {
      try desk.execute("UPDATE homestay SET \"end\" = '2027-12-31' WHERE id = \(id.rawValue)")
    }
    #expect(error?.message == "host hostNotApproved")
  }

  @Test func `ends early with a reason, on a day that has come`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let id = try stay(desk, guest, desk.addHost("x"), ago: 5)
    func end(_ more: [String: FieldValue]) throws {
      try desk.change(.homestay, id, ["stage": .code("ended_early")].merging(more) { $1 })
    }
    #expect(problems { try end([:]) } == ["end": .dateInFuture, "endReason": .required])
    #expect(try due(desk, guest).contains(.code("stay_checkin_1")))
    try end(["end": day(-1), "endReason": .code("not_a_good_fit")])
    #expect(try !due(desk, guest).contains(.code("stay_checkin_1")))
    let moves = try desk.store.journal(
      JournalFilter(record: RecordAddress(.homestay, id)), limit: 9)
    #expect(moves.first?.after["stage"] == .code("ended_early"))
  }

  @Test func `is asked about until the guest has answered`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let id = try stay(desk, guest, desk.addHost("x"), ago: 2)
    #expect(try due(desk, guest).contains(.code("stay_checkin_1")))
    _ = try checkIn(desk, guest, id, ["asked": .code("host")])
    #expect(try due(desk, guest).contains(.code("stay_checkin_1")))
    #expect(try desk.card(.case, guest)["lastContact"] == .absent)
    let asked = try checkIn(desk, guest, id, ["mood": .code("concern")])
    #expect(try due(desk, guest).contains(.code("stay_checkin_3")))
    #expect(try !due(desk, guest).contains(.code("stay_checkin_1")))
    // To ask a guest is to be in touch with them.
    #expect(try desk.card(.case, guest)["lastContact"] == day(0))
    try desk.change(.checkIn, asked, ["asked": .code("host")])
    #expect(try due(desk, guest).contains(.code("stay_checkin_1")))
    #expect(try desk.card(.case, guest)["lastContact"] == .absent)
  }

  @Test func `puts what is urgent before everything until it is better`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let id = try stay(desk, guest, desk.addHost("x"), ago: 2)
    func alarms() throws -> [FieldValue] {
      try desk.store.page(.due(Desk.today, category: .critical), .first, count: 9).cards
        .map { $0["rule"] }
    }
    _ = try checkIn(desk, guest, id, ["mood": .code("urgent")])
    #expect(try alarms() == [.code("stay_urgent")])
    _ = try checkIn(desk, guest, id, ["asked": .code("host"), "mood": .code("good")])
    #expect(try alarms() == [.code("stay_urgent")])
    _ = try checkIn(desk, guest, id, ["mood": .code("concern")])
    #expect(try alarms() == [])
  }

  @Test func `takes no check-in of another guest, from the form and from no program`() throws {
    let desk = try Desk()
    let (guest, other) = (try desk.addCase("A"), try desk.addCase("B"))
    let id = try stay(desk, guest, desk.addHost("x"))
    #expect(problems { try checkIn(desk, other, id) } == ["homestay": .otherCase])
    #expect(problems { try checkIn(desk, guest, id, ["on": day(1)]) } == ["on": .dateInFuture])
    let error = #expect(throws: DatabaseError.self) {
      try desk.execute(
        """
        INSERT INTO checkin ("case", homestay, "on", asked, mood)
        VALUES (\(other.rawValue), \(id.rawValue), '2026-10-03', 'guest', 'good')
        """)
    }
    #expect(error?.message == "homestay otherCase")
  }

  @Test func `stands on Today where its day has passed and nobody marked it`() throws {
    let desk = try Desk()
    func shown() throws -> [RecordID] {
      try TodaySection.overdue.queries(Desk.today).filter { $0.kind == .homestay }
        .flatMap { try desk.store.page($0, .first, count: 9).cards.map(\.address.id) }
    }
    let late = try stay(desk, try desk.addCase("A"), desk.addHost("x"), "confirmed", ago: 3)
    let other = try stay(desk, try desk.addCase("B"), desk.addHost("y"), ago: 20)
    #expect(try shown() == [late])
    try desk.execute("UPDATE homestay SET \"end\" = '2026-10-02' WHERE id = \(other.rawValue)")
    #expect(try shown() == [late, other])
    try desk.change(.homestay, late, ["stage": .code("in_progress")])
    try desk.change(.homestay, other, ["stage": .code("ended")])
    #expect(try shown() == [])
  }

  @Test func `is asked about before anybody marked that it began`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    _ = try stay(desk, guest, desk.addHost("x"), "confirmed", ago: 2)
    #expect(try due(desk, guest).contains(.code("stay_checkin_1")))
  }

  /// What the triggers of contacts and check-ins do must not grow with the store.
  @Test func `knows the last contact along indexes alone`() throws {
    let desk = try Desk()
    let plan = try desk.raw { db in
      let triggers = try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%inTouch%'")
      #expect(triggers.count == 6)
      return try triggers.flatMap { sql -> [String] in
        let body = sql.components(separatedBy: "BEGIN").last?.components(separatedBy: ";").first
        let statement = (body ?? "").replacing(#/(NEW|OLD)\."case"/#, with: "1")
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(statement)").map { $0["detail"] }
      }
    }
    #expect(plan.count > 6 && !plan.contains { $0.contains("SCAN") }, "\(plan)")
  }

  @Test func `is asked about from the day on which it begins`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let id = try stay(desk, guest, try desk.addHost("x"), ago: 2)
    #expect(problems { try checkIn(desk, guest, id, ["on": day(-3)]) } == ["on": .stayNotBegun])
    let asked = try checkIn(desk, guest, id, ["on": day(-2)])
    // What was right when it was written can still be corrected.
    try desk.change(.homestay, id, ["start": day(-1)])
    try desk.change(.checkIn, asked, ["notes": .text("x")])
  }
}
