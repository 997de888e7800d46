import CaseStore
import Casework
import Labels
import Testing
import Wording

/// What another program, or a fault of the disk, put into a field and is none of its values.
@Suite struct `A value that cannot be read` {
  /// Puts a value past the checks of the schema.
  private func spoil(_ desk: Desk, _ sql: String) throws {
    try desk.execute("PRAGMA ignore_check_constraints = 1; \(sql)")
  }

  struct Spoilt: CustomTestStringConvertible, Sendable {
    let kind: RecordKind
    let field: String
    let sql: String
    var testDescription: String { "\(kind).\(field)" }
  }

  static let spoilt = [
    Spoilt(kind: .case, field: "status", sql: "UPDATE \"case\" SET status = 'parked'"),
    Spoilt(kind: .case, field: "opened", sql: "UPDATE \"case\" SET opened = '令和8年'"),
    Spoilt(kind: .case, field: "programmes", sql: "UPDATE \"case\" SET programmes = 'salon x'"),
    Spoilt(kind: .case, field: "risk", sql: "UPDATE \"case\" SET risk = 'extreme'"),
  ]

  @Test(arguments: spoilt)
  func `is an error that names it, never another value or nothing`(_ spoilt: Spoilt) throws {
    let desk = try Desk()
    let id = try desk.addCase("Amina")
    let address = RecordAddress(.case, id)
    let version = try desk.card(.case, id).version
    try spoil(desk, spoilt.sql)
    let refused = Refusal.unreadable(address, field: spoilt.field)
    #expect(refusal { try desk.store.detail(address, limit: 9) } == refused)
    if RecordDescription.of(.case).fields.first(where: { $0.name == spoilt.field })?.column != nil {
      #expect(refusal { try desk.store.page(ListQuery(.case), .first, count: 9) } == refused)
    }
    let change = Change(
      .case, id: id, version: version, values: ["outcome": .text("x")], command: "edit")
    #expect(refusal { try desk.store.save(change) } == refused)
    #expect(refusal { try desk.store.preview([change]) } == nil)
    #expect(try desk.store.preview([change]).first?.refusal == refused)
    #expect(
      refusal {
        try desk.store.forEach(ListQuery(.case), fields: [spoilt.field]) { _ in }
      } == refused)
    for words in LabelLanguage.allCases.map({ Words($0) }) {
      let sentence = RefusalText(words).sentence(refused)
      let field = try #require(RecordDescription.of(.case)[spoilt.field])
      #expect(sentence.contains(ValueText(words).label(of: field, in: .case)))
      #expect(sentence.contains(address.number))
    }
  }

  @Test func `stops a write that its deadlines would be lost by`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Amina")
    let host = try desk.addHost("佐藤家")
    try desk.add(
      .homestay,
      ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    try spoil(desk, "UPDATE host SET approvalExpires = 'soon'")
    let before = try desk.store.page(ListQuery(.deadline), .first, count: 99).cards
    #expect(
      refusal { try desk.addFollowUp(id, "x", due: 3) } == nil)
    #expect(
      refusal {
        try desk.add(
          .contact,
          ["case": .to(.case, id), "on": .date(Desk.today), "medium": .code("phone")])
      } == .unreadable(RecordAddress(.host, host), field: "approvalExpires"))
    #expect(try desk.store.page(ListQuery(.deadline), .first, count: 99).cards == before)
  }

  @Test func `tells a volunteer no number of a record`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Amina")
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: id)
    let session = try desk.open(as: .volunteer(volunteer))
    try spoil(desk, "UPDATE person SET japaneseLevel = 'n0'")
    let refused = refusal { try session.detail(RecordAddress(.case, id), limit: 9) }
    guard case .storage = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
  }
}
