import CaseStore
import Casework
import Testing

/// No host family is told of somebody who did not agree to it.
@Suite struct `Telling a host family` {
  private let required = ["stage": FieldProblem.Code.consentRequired]

  private func values(
    _ guest: RecordID, _ host: RecordID, _ stage: String = "proposed"
  ) -> [String: FieldValue] {
    [
      "case": .to(.case, guest), "host": .to(.host, host), "stage": .code(stage),
      "start": .date(Desk.today), "end": .date(Desk.today.adding(days: 20)),
      "guestAgreedOn": .date(Desk.today), "hostAgreedOn": .date(Desk.today),
    ]
  }

  /// Past the helper that gives the consent.
  private func add(_ desk: Desk, _ values: [String: FieldValue]) throws -> RecordID {
    try desk.store.save(Change(.homestay, values: values, command: "add")).link.address.id
  }

  @Test(arguments: ["proposed", "guest_agreed", "host_agreed", "met", "confirmed", "in_progress"])
  func `needs the consent at each stage on the way in, by form and by sheet`(
    stage: String
  ) throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    func bySheet() throws -> [ImportReport.Fate] {
      let row = ImportRow(number: 2, values: values(guest, host, stage), remainder: "")
      return try desk.store.importRows(.homestay, [row], options: ImportOptions()).rows.map(\.fate)
    }
    func refused() throws -> Bool {
      guard case .refused(let problems)? = try bySheet().first else { return false }
      return problems.contains { $0.code == .consentRequired && $0.field == "stage" }
    }
    let said = problems { try add(desk, values(guest, host, stage)) }
    #expect(said == required)
    #expect(try refused())
    // Of another scope, refused, over, of another family, taken back: none of them counts.
    try desk.consent(guest, .companies)
    try desk.consent(guest, .hostFamilies, ["recipient": .text("別の家族")])
    try desk.consent(
      guest, .hostFamilies,
      [
        "on": .date(Desk.today.adding(days: -9)), "expires": .date(Desk.today.adding(days: -1)),
      ])
    #expect(problems { try add(desk, values(guest, host, stage)) } == required)
    let given = try desk.consent(guest, .hostFamilies)
    try desk.change(.consent, given, ["status": .code("withdrawn")])
    #expect(problems { try add(desk, values(guest, host, stage)) } == required)
    #expect(try refused())
    try desk.consent(guest, .hostFamilies)
    _ = try add(desk, values(guest, host, stage))
  }

  @Test func `is asked of each move forward and of another host, not of a step back or an end`()
    throws
  {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let (one, other) = (try desk.addHost("x"), try desk.addHost("y"))
    let consent = try desk.consent(guest, .hostFamilies)
    let stay = try add(desk, values(guest, one, "host_agreed"))
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    func move(_ values: [String: FieldValue], _ reason: String = "") throws {
      try desk.change(.homestay, stay, values, reason: reason)
    }
    for stage in ["met", "confirmed", "in_progress"] {
      #expect(problems { try move(["stage": .code(stage)]) } == required)
    }
    #expect(problems { try move(["host": .to(.host, other)]) } == required)
    // What is no telling goes on.
    try move(["notes": .text("x"), "end": .date(Desk.today.adding(days: 10))])
    try move(["stage": .code("guest_agreed")], "誤り")
    #expect(problems { try move(["stage": .code("host_agreed")]) } == required)
    try move(["stage": .code("declined")])
  }

  @Test func `is asked again where it is done again`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    let host = try desk.addHost("x")
    let colleague = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("同僚")])))
    let consent = try desk.consent(guest, .hostFamilies)
    _ = try add(desk, values(guest, host))
    _ = try desk.store.undo()
    let version = try colleague.detail(RecordAddress(.consent, consent), limit: 1).card.version
    _ = try colleague.save(
      Change(
        .consent, id: consent, version: version, values: ["status": .code("withdrawn")],
        command: "edit"))
    #expect(problems { try desk.store.redo() } == required)
  }

  @Test func `is no match without it, and says so`() throws {
    let desk = try Desk()
    let guest = try desk.addCase("A")
    _ = try desk.addHost("x")
    let need: [String: FieldValue] = [
      "case": .to(.case, guest), "from": .date(Desk.today.adding(days: 5)),
      "until": .date(Desk.today.adding(days: 15)), "guests": .code("woman"),
    ]
    try desk.add(.lodging, need)
    for proposals in [
      try desk.store.stayOptions(of: guest), try desk.store.stayAssignment().proposals,
    ] {
      #expect(proposals.count == 1 && proposals.first?.options.isEmpty == true)
      #expect(proposals.first?.obstacles[.consent] == 1)
    }
    try desk.consent(guest, .hostFamilies)
    #expect(try desk.store.stayOptions(of: guest).first?.options.count == 1)
    #expect(try desk.store.stayAssignment().proposals.first?.options.count == 1)
  }
}
