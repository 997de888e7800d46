@testable import CaseStore
import Casework
import GRDB
import Testing

/// One guest has one bed a night.
@Suite struct `A guest` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  private func values(
    _ guest: RecordID, _ host: RecordID, _ stage: String = "confirmed", from: Int = 0,
    until: Int? = 10
  ) -> [String: FieldValue] {
    [
      "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
      "start": day(from), "end": until.map(day) ?? .absent, "guestAgreedOn": day(0),
      "hostAgreedOn": day(0),
    ]
  }

  private func secondCase(_ desk: Desk, of first: RecordID) throws -> RecordID {
    try desk.add(.case, ["person": try desk.card(.case, first)["person"], "opened": day(-5)])
  }

  @Test func `stays in one home a night, in whichever case, and moves on the day of leaving`()
    throws
  {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let second = try secondCase(desk, of: guest)
    let (one, other) = (try desk.addHost("佐藤家"), try desk.addHost("y"))
    try desk.add(.homestay, values(guest, one))
    let expected = Refusal.problems([
      FieldProblem("start", .guestElsewhere, .record(Link(RecordAddress(.host, one))))
    ])
    for record in [guest, second] {
      for (from, until) in [(9, 20), (-5, 1), (2, 3), (-5, nil)] as [(Int, Int?)] {
        let wished = values(record, other, from: from, until: until)
        #expect(refusal { try desk.add(.homestay, wished) } == expected, "\(from)")
      }
    }
    // What is only proposed holds no bed; somebody else may come.
    let proposed = try desk.add(.homestay, values(second, other, "proposed"))
    #expect(
      refusal {
        try desk.change(
          .homestay, proposed,
          ["stage": .code("confirmed"), "guestAgreedOn": day(0), "hostAgreedOn": day(0)])
      } == expected)
    try desk.add(.homestay, values(try desk.addCase("B"), other))
    try desk.add(.homestay, values(guest, other, from: 10, until: 20))
  }

  @Test func `can end or shorten what overlaps, and not make it longer`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let (one, other) = (try desk.addHost("x"), try desk.addHost("y"))
    let first = try desk.add(.homestay, values(guest, one, "in_progress"))
    let next = try desk.add(.homestay, values(guest, other, from: 10, until: 20))
    #expect(
      problems { try desk.change(.homestay, first, ["end": day(11)]) }
        == ["start": .guestElsewhere])
    #expect(
      problems { try desk.change(.homestay, next, ["start": day(9)]) }
        == ["start": .guestElsewhere])
    try desk.change(.homestay, first, ["end": day(8)])
    try desk.change(.homestay, next, ["start": day(8)])
  }

  @Test(arguments: [
    "INSERT INTO homestay (\"case\", host, stage, start, \"end\") VALUES (2, 2, 'confirmed', '2026-10-12', '2026-10-13')",
    "UPDATE homestay SET stage = 'confirmed' WHERE id = 2",
    "UPDATE homestay SET \"case\" = 1 WHERE id = 3",
    "UPDATE homestay SET start = '2026-10-12' WHERE id = 4",
    "UPDATE homestay SET \"end\" = NULL WHERE id = 1",
  ])
  func `is held by the database too`(sql: String) throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    _ = try secondCase(desk, of: guest)
    let stranger = try desk.addCase("B")
    _ = try desk.addHost("x", beds: 9)
    _ = try desk.addHost("y", beds: 9)
    let sleeps = """
      INSERT INTO homestay ("case", host, stage, start, "end") VALUES
        (1, 1, 'confirmed', '2026-10-03', '2026-10-13'), (2, 2, 'met', '2026-10-05', '2026-10-08'),
        (\(stranger.rawValue), 2, 'confirmed', '2026-10-05', '2026-10-08'),
        (2, 2, 'confirmed', '2026-10-13', '2026-10-20')
      """
    try desk.execute(sleeps)
    let error = #expect(throws: DatabaseError.self) { try desk.execute(sql) }
    #expect(error?.message == "start nightsTaken")
    #expect(error.map { Refusal($0, path: "") } == .problems([FieldProblem("start", .nightsTaken)]))
  }

  @Test func `is refused a second bed by a sheet too`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    try desk.allowHosts(guest)
    let (one, other) = (try desk.addHost("x"), try desk.addHost("y"))
    let rows = [
      ImportRow(number: 2, values: values(guest, one, "in_progress"), remainder: ""),
      ImportRow(number: 3, values: values(guest, other, from: 5, until: 20), remainder: ""),
    ]
    var options = ImportOptions()
    options.skipBad = true
    let report = try desk.store.importRows(.homestay, rows, options: options)
    let problem = FieldProblem("start", .guestElsewhere, .record(Link(RecordAddress(.host, one))))
    #expect(report.rows.map(\.fate) == [.added, .refused([problem])])
    // Twice the same sheet changes nothing.
    let again = try desk.store.importRows(.homestay, rows, options: options)
    #expect(again.rows.first?.fate == .unchanged)
  }

  @Test func `is no obstacle to themselves where a home is looked for`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let second = try secondCase(desk, of: guest)
    let host = try desk.addHost("x")
    try desk.add(.homestay, values(guest, host, "in_progress", until: 12))
    try desk.need(second)
    #expect(try desk.store.stayOptions(of: second).first?.options.count == 1)
    let stranger = try desk.addCase("B")
    try desk.need(stranger)
    #expect(try desk.store.stayOptions(of: stranger).first?.obstacles == [.noBed: 1])
  }
}
