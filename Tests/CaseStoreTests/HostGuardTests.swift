@testable import CaseStore
import Casework
import GRDB
import Testing

/// What happens to a host, and may not, while guests stay there.
@Suite struct `A host with guests` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  private func stay(
    _ desk: Desk, _ guest: RecordID, _ host: RecordID, _ stage: String = "in_progress",
    from: Int = 0, until: Int = 10, persons: Int = 1
  ) throws -> RecordID {
    try desk.add(
      .homestay,
      [
        "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
        "start": day(from), "end": day(until), "persons": .number(persons),
        "guestAgreedOn": day(0), "hostAgreedOn": day(0),
      ])
  }

  private func alarms(_ desk: Desk, _ guest: RecordID) throws -> [FieldValue] {
    try desk.store.detail(RecordAddress(.case, guest), limit: 9).deadlines
      .filter { $0["rule"] == .code("host_concern") }.map { $0["date"] }
  }

  private func messages(_ desk: Desk, _ sql: String) -> String? {
    do {
      try desk.execute(sql)
      return nil
    } catch {
      return (error as? DatabaseError)?.message
    }
  }

  @Test func `is suspended by a concern in its own words, and every guest is told`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    _ = try stay(desk, guest, host)
    try desk.change(.host, host, ["concern": .text("鍵を外した")])
    let card = try desk.card(.host, host)
    #expect(card["stage"] == .code("suspended") && card["suspendedOn"] == day(0))
    #expect(try alarms(desk, guest) == [day(0)])
    // One step: undo takes back the concern and what it did.
    _ = try desk.store.undo()
    let back = try desk.card(.host, host)
    #expect(back["stage"] == .code("hosting") && back["concern"].isAbsent)
    #expect(back["suspendedOn"].isAbsent)
  }

  @Test func `has guests from the first stay that begins until the last one is over`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x", beds: 2)
    func stage() throws -> FieldValue { try desk.card(.host, host)["stage"] }
    let stays = try ["A", "B"].map { try stay(desk, desk.addCase($0), host, "confirmed") }
    #expect(try stage() == .code("approved"))
    for id in stays {
      let saved = try desk.change(.homestay, id, ["stage": .code("in_progress")])
      #expect(try stage() == .code("hosting"))
      #expect(saved.entries.count == (id == stays[0] ? 2 : 1))
    }
    try desk.change(.homestay, stays[0], ["stage": .code("ended"), "end": day(0)])
    #expect(try stage() == .code("hosting"))
    try desk.change(.homestay, stays[1], ["stage": .code("ended"), "end": day(0)])
    #expect(try stage() == .code("approved"))
    _ = try desk.store.undo()
    #expect(try stage() == .code("hosting"))
    // A host who rests goes on resting.
    try desk.change(.host, host, ["stage": .code("paused")], reason: "休み")
    try desk.change(.homestay, stays[1], ["stage": .code("ended"), "end": day(0)])
    #expect(try stage() == .code("paused"))
  }

  @Test func `is suspended by other words, not by the same ones or where a stage is said`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    try desk.change(.host, host, ["stage": .code("paused"), "concern": .text("確認中")])
    #expect(try desk.card(.host, host)["stage"] == .code("paused"))
    try desk.change(.host, host, ["phone": .text("03-0000-0000")])
    #expect(try desk.card(.host, host)["stage"] == .code("paused"))
    try desk.change(.host, host, ["concern": .text("また相談があった")])
    #expect(try desk.card(.host, host)["stage"] == .code("suspended"))
    let gone = try desk.addHost("y")
    try desk.change(.host, gone, ["stage": .code("left")])
    try desk.change(.host, gone, ["concern": .text("x")])
    #expect(try desk.card(.host, gone)["stage"] == .code("left"))
    let new = try desk.add(.host, ["name": .text("z"), "concern": .text("紹介者から心配の声")])
    let card = try desk.card(.host, new)
    #expect(card["stage"] == .code("suspended") && card["suspendedOn"] == day(0))
  }

  @Test(arguments: ["ended", "ended_early"])
  func `is suspended where a stay ends for safety, and once`(stage: String) throws {
    let desk = try Desk()
    let (guest, other) = (try desk.addCase("A"), try desk.addCase("B"))
    let host = try desk.addHost("x", beds: 2)
    let first = try stay(desk, guest, host)
    _ = try stay(desk, other, host)
    let end: [String: FieldValue] = [
      "stage": .code(stage), "end": day(0), "endReason": .code("safety_concern"),
    ]
    try desk.change(.homestay, first, end)
    #expect(try desk.card(.host, host)["stage"] == .code("suspended"))
    #expect(try alarms(desk, other) == [day(0)])
    // Cleared by staff: what is written into the ended stay later raises it no more.
    try desk.change(.host, host, ["stage": .code("approved")], reason: "確認済み")
    try desk.change(.homestay, first, ["notes": .text("x")])
    #expect(try desk.card(.host, host)["stage"] == .code("approved"))
  }

  @Test func `is suspended by a sheet, and not again by the same one`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    let rows = [
      ImportRow(
        number: 2, values: ["name": .text("x"), "concern": .text("心配の声")], remainder: "")
    ]
    func read() throws { _ = try desk.store.importRows(.host, rows, options: ImportOptions()) }
    try read()
    #expect(try desk.card(.host, host)["stage"] == .code("suspended"))
    try desk.change(.host, host, ["stage": .code("approved")], reason: "確認済み")
    try read()
    #expect(try desk.card(.host, host)["stage"] == .code("approved"))
  }

  @Test func `is not suspended by a stay that ends as planned`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    let id = try stay(desk, try desk.addCase("A"), host)
    try desk.change(
      .homestay, id,
      ["stage": .code("ended"), "end": day(0), "endReason": .code("own_housing_found")])
    #expect(try desk.card(.host, host)["stage"] == .code("approved"))
  }

  @Test func `keeps the beds that are held`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x", beds: 3)
    let first = try stay(desk, try desk.addCase("A"), host)
    _ = try stay(desk, try desk.addCase("B"), host, "confirmed", from: 5, until: 20)
    _ = try stay(desk, try desk.addCase("C"), host, "confirmed", from: 20, until: 30)
    for beds in [FieldValue.number(1), .absent] {
      #expect(
        problems { try desk.change(.host, host, ["capacity": beds]) } == ["capacity": .noBedFree])
    }
    #expect(
      messages(desk, "UPDATE host SET capacity = 1 WHERE id = \(host.rawValue)")
        == "capacity noBedFree")
    try desk.change(.host, host, ["capacity": .number(2)])
    try desk.change(.homestay, first, ["stage": .code("ended"), "end": day(0)])
    try desk.change(.host, host, ["capacity": .number(1)])
  }

  @Test(
    arguments: ["left", "not_approved", "training_done"], ["confirmed", "in_progress", "extended"])
  func `does not go while somebody has a bed there`(stage: String, held: String) throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    let id = try stay(desk, try desk.addCase("A"), host, held)
    #expect(
      problems { try desk.change(.host, host, ["stage": .code(stage)], reason: "x") }
        == ["stage": .guestsThere])
    #expect(
      messages(desk, "UPDATE host SET stage = '\(stage)' WHERE id = \(host.rawValue)")
        == "stage guestsThere")
    // Rest is no end, and who is suspended or at rest cannot go either.
    for other in ["paused", "suspended"] {
      try desk.change(.host, host, ["stage": .code(other)], reason: "x")
      #expect(
        problems { try desk.change(.host, host, ["stage": .code(stage)], reason: "x") }
          == ["stage": .guestsThere])
    }
    try desk.change(
      .homestay, id,
      ["stage": .code(held == "confirmed" ? "cancelled" : "ended"), "end": day(0)])
    try desk.change(.host, host, ["stage": .code(stage)], reason: "x")
  }

  @Test func `keeps the approval on which somebody was given a bed`() throws {
    let desk = try Desk()
    let (host, guest) = (try desk.addHost("x"), try desk.addCase("A"))
    try desk.allowHosts(guest)
    let colleague = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("同僚")])))
    try desk.change(.host, host, ["stage": .code("paused")])
    try desk.change(.host, host, ["stage": .code("training_done")], reason: "x")
    try desk.change(.host, host, ["stage": .code("approved")])
    _ = try colleague.save(
      Change(
        .homestay,
        values: [
          "case": .to(.case, guest), "host": .to(.host, host),
          "stage": .code("confirmed"), "start": day(0), "end": day(9),
          "guestAgreedOn": day(0), "hostAgreedOn": day(0),
        ], command: "edit"))
    let refused = refusal { try desk.store.undo() }
    #expect(refused == .problems([FieldProblem("stage", .guestsThere)]), "\(refused as Any)")
    #expect(try desk.card(.host, host)["stage"] == .code("approved"))
  }

  @Test(arguments: ["left", "not_approved", "training_done"])
  func `raises an alarm where it is gone already`(stage: String) throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let id = try stay(desk, guest, host, until: 60)
    // As a store stands in which nobody refused it.
    try desk.execute(
      """
      DROP TRIGGER hostKeepsGuests;
      UPDATE host SET stage = '\(stage)', stageSince = '2026-10-01' WHERE id = \(host.rawValue)
      """)
    try desk.change(.homestay, id, ["notes": .text("x")])
    #expect(try alarms(desk, guest) == [day(-2)])
  }
}
