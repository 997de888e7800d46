import CaseStore
import Casework
import Testing

/// No stage says that something has happened on a day that is still to come.
@Suite struct `What has not happened yet` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  @Test(arguments: ["in_progress", "extended"]) func `is no stay`(stage: String) throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let values: [String: FieldValue] = [
      "case": .to(.case, guest), "host": .to(.host, host), "stage": .code("confirmed"),
      "start": day(8), "end": day(20), "guestAgreedOn": day(0), "hostAgreedOn": day(0),
    ]
    let running = values.merging(["stage": .code(stage)]) { $1 }
    #expect(problems { try desk.add(.homestay, running) }["start"] == .dateInFuture)
    let row = ImportRow(number: 2, values: running, remainder: "")
    let report = try desk.store.importRows(.homestay, [row], options: ImportOptions())
    guard case .refused(let said)? = report.rows.first?.fate else {
      Issue.record("\(report.rows)")
      return
    }
    #expect(said.contains(FieldProblem("start", .dateInFuture)))
    let stay = try desk.add(.homestay, values)
    let move: [String: FieldValue] = ["stage": .code(stage), "end": day(30)]
    #expect(problems { try desk.change(.homestay, stay, move) }["start"] == .dateInFuture)
    try desk.change(.homestay, stay, move.merging(["start": day(0)]) { $1 })
    #expect(problems { try desk.change(.homestay, stay, ["start": day(2)]) }["start"] != nil)
  }

  @Test(arguments: ["ended", "ended_early"]) func `is no end of a stay`(stage: String) throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let values: [String: FieldValue] = [
      "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
      "start": day(-8), "end": day(3), "endReason": .code("as_planned"),
    ]
    #expect(problems { try desk.add(.homestay, values) } == ["end": .dateInFuture])
    let stay = try desk.add(.homestay, values.merging(["end": day(0)]) { $1 })
    #expect(
      problems { try desk.change(.homestay, stay, ["end": day(3)]) } == ["end": .dateInFuture])
  }

  @Test func `is no gathering that was held`() throws {
    let desk = try Desk()
    let salon: [String: FieldValue] = ["theme": .text("茶話会"), "date": day(3)]
    let held = ["status": FieldValue.code("held")]
    #expect(
      problems { try desk.add(.salon, salon.merging(held) { $1 }) } == ["status": .notYetHeld])
    let id = try desk.add(.salon, salon)
    #expect(problems { try desk.change(.salon, id, held) } == ["status": .notYetHeld])
    try desk.change(.salon, id, held.merging(["date": day(0)]) { $1 })
    #expect(problems { try desk.change(.salon, id, ["date": day(1)]) } == ["status": .notYetHeld])
  }

  @Test(arguments: [
    ("home_visit_done", "homeVisitOn"), ("documents_checked", "referencesOn"),
    ("training_done", "trainingOn"), ("approved", "approvedOn"),
  ])
  func `is no step of a host's approval`(stage: String, field: String) throws {
    let desk = try Desk()
    let values: [String: FieldValue] = [
      "name": .text("x"), "stage": .code(stage), field: day(2),
      "approvalExpires": day(300),
    ]
    #expect(problems { try desk.add(.host, values) }[field] == .dateInFuture)
  }

  @Test(arguments: ["offerAcceptedOn", "statusDecidedOn", "startedOn", "retentionCheckedOn"])
  func `is no work, by a sheet too`(field: String) throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("x")])
    var values: [String: FieldValue] = [
      "case": .to(.case, try desk.addCase("A")), "company": .to(.company, company), "on": day(-9),
      "stage": .code("started"), "startedOn": day(-1),
    ]
    values[field] = day(4)
    let row = ImportRow(number: 2, values: values, remainder: "")
    let report = try desk.store.importRows(.placement, [row], options: ImportOptions())
    #expect(report.rows.map(\.fate) == [.refused([FieldProblem(field, .dateInFuture)])])
  }
}
