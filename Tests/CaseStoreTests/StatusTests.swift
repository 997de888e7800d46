import CaseStore
import Casework
import Testing

@Suite struct `A case's status` {
  /// A case of any status, with all that a guard may ask for.
  private static func ready(_ desk: Desk, _ status: CaseStatus) throws -> RecordID {
    let id = try desk.addCase(
      "A",
      [
        "owner": .to(.staff, RecordID(1)), "checkIntervalDays": .number(30),
        "resumeOn": .date(Desk.today), "closureReason": .code("employed"), "outcome": .text("x"),
        "receivingBody": .text("x"),
      ])
    _ = try desk.addFollowUp(id, "act", due: 3)
    for day in 1...3 {
      try desk.add(
        .contact,
        [
          "case": .to(.case, id), "on": .date(Desk.today.adding(days: -day)),
          "contactMade": .flag(false),
        ])
    }
    try desk.support(id)
    let other = try desk.addCase("B")
    try desk.change(.case, id, ["survivingCase": .to(.case, other)])
    try desk.execute("UPDATE \"case\" SET status = '\(status.rawValue)' WHERE id = \(id.rawValue)")
    return id
  }

  @Test(arguments: CaseStatus.allCases)
  func `moves along the table and nowhere else`(from: CaseStatus) throws {
    let desk = try Desk()
    let id = try Self.ready(desk, from)
    for to in CaseStatus.allCases where to != from {
      let values = ["status": FieldValue.code(to.rawValue)]
      if CaseMove.allowed(from: from).contains(to) {
        let saved = try desk.change(.case, id, values, reason: "理由")
        #expect(Set(saved.entries.map(\.reason)) == ["理由"])
        #expect(saved.entries[0].before["status"] == .code(from.rawValue))
        #expect(saved.entries[0].after["status"] == .code(to.rawValue))
        _ = try desk.store.undo()
        #expect(try desk.card(.case, id)["status"] == .code(from.rawValue))
      } else {
        let found = problems { try desk.change(.case, id, values, reason: "理由") }
        #expect(found == ["status": .moveNotAllowed], "\(to)")
      }
    }
  }

  @Test(arguments: [
    (
      CaseStatus.planning, CaseStatus.active,
      [
        "owner": FieldProblem.Code.ownerRequired, "nextAction": .nextActionRequired,
        "status": .goalRequired,
      ]
    ),
    (.active, .monitoring, ["checkIntervalDays": .required]),
    (.active, .onHold, ["resumeOn": .required, "status": .reasonRequired]),
    (.active, .unreachable, ["status": .threeAttemptsRequired]),
    (
      .closureRequested, .closed,
      ["closureReason": .required, "outcome": .required, "status": .reasonRequired]
    ),
    (.active, .transferred, ["receivingBody": .required, "status": .consentRequired]),
    (.intake, .assessment, ["status": .consentRequired]),
    (
      .assessment, .active,
      ["owner": .ownerRequired, "nextAction": .nextActionRequired, "status": .assessmentRequired]
    ),
    (.inquiry, .duplicate, ["survivingCase": .required]),
    (
      .closed, .active,
      ["owner": .ownerRequired, "status": .reasonRequired, "nextAction": .nextActionRequired]
    ),
  ])
  func `is guarded by what a move needs`(
    from: CaseStatus, to: CaseStatus, expected: [String: FieldProblem.Code]
  ) throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.execute("UPDATE \"case\" SET status = '\(from.rawValue)'")
    #expect(problems { try desk.change(.case, id, ["status": .code(to.rawValue)]) } == expected)
  }

  @Test func `counts only failed contacts of the last thirty days`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.execute("UPDATE \"case\" SET status = 'active'")
    for (day, made) in [(-31, false), (-30, false), (-2, false), (-1, true)] {
      try desk.add(
        .contact,
        [
          "case": .to(.case, id), "on": .date(Desk.today.adding(days: day)),
          "contactMade": .flag(made),
        ])
    }
    let found = refusal { try desk.change(.case, id, ["status": .code("unreachable")]) }
    #expect(found == .problems([FieldProblem("status", .threeAttemptsRequired, .number(2))]))
  }

  @Test func `cannot be closing while a stay or a placement is open`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.execute("UPDATE \"case\" SET status = 'active'")
    let close = ["status": FieldValue.code("closure_requested")]
    let host = try desk.addHost("x")
    let stay = try desk.add(
      .homestay, ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    #expect(problems { try desk.change(.case, id, close, reason: "x") } == ["status": .openStays])
    try desk.change(.homestay, stay, ["stage": .code("cancelled")])
    let company = try desk.add(.company, ["name": .text("x")])
    let placement = try desk.add(
      .placement,
      ["case": .to(.case, id), "company": .to(.company, company), "on": .date(Desk.today)])
    #expect(
      problems { try desk.change(.case, id, close, reason: "x") } == ["status": .openPlacements])
    try desk.change(.placement, placement, ["stage": .code("not_selected")])
    let referral = try desk.refer(id)
    #expect(
      problems { try desk.change(.case, id, close, reason: "x") } == ["status": .openReferrals])
    try desk.change(.referral, referral, ["stage": .code("done")])
    _ = try desk.change(.case, id, close, reason: "x")
  }

  @Test func `sets the day of closing, and takes it away on opening again`() throws {
    let desk = try Desk()
    let id = try Self.ready(desk, .closureRequested)
    try desk.change(.case, id, ["status": .code("closed")], reason: "x")
    #expect(try desk.card(.case, id)["closedOn"] == .date(Desk.today))
    try desk.change(.case, id, ["status": .code("active")], reason: "x")
    #expect(try desk.card(.case, id)["closedOn"] == .absent)
    try desk.change(.case, id, ["status": .code("closure_requested")], reason: "x")
    try desk.change(
      .case, id, ["status": .code("closed"), "closedOn": .day("2026-09-30")], reason: "x")
    #expect(try desk.card(.case, id)["closedOn"] == .day("2026-09-30"))
  }
}
