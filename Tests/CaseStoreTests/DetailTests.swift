import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Details` {
  @Test func `hold what happened around a case, latest first`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let other = try desk.addCase("B")
    let record = FieldValue.to(.case, id)
    func day(_ offset: Int) -> FieldValue { .date(Desk.today.adding(days: offset)) }
    let host = try desk.addHost("清水家")
    let salon = try desk.add(.salon, ["theme": .text("茶話会"), "date": day(-3)])
    let company = try desk.add(.company, ["name": .text("食品")])
    _ = try desk.addFollowUp(id, "act", due: 4)
    _ = try desk.addFollowUp(other, "other", due: 5)
    try desk.add(.contact, ["case": record, "on": day(-1)])
    try desk.add(.note, ["case": record, "on": day(-2), "body": .text("x")])
    try desk.add(.attendance, ["case": record, "salon": .to(.salon, salon)])
    try desk.add(.homestay, ["case": record, "host": .to(.host, host), "start": day(-4)])
    try desk.add(.placement, ["case": record, "company": .to(.company, company), "on": day(-5)])
    try desk.assign(desk.addVolunteer("v"), to: id, from: -6)
    func kinds(_ address: RecordAddress, _ limit: Int = 9) throws -> [RecordKind] {
      try desk.store.detail(address, limit: limit).timeline.map(\.address.kind)
    }
    expectNoDifference(
      try kinds(RecordAddress(.case, id)),
      [
        .followUp, .consent, .consent, .contact, .note, .attendance, .homestay, .placement,
        .assignment,
      ])
    #expect(try kinds(RecordAddress(.case, id), 2) == [.followUp, .consent])
    #expect(try kinds(RecordAddress(.host, host)) == [.homestay, .hostAdult])
    #expect(try kinds(RecordAddress(.salon, salon)) == [.attendance])
    #expect(try kinds(RecordAddress(.company, company)) == [.placement])
    #expect(try kinds(RecordAddress(.volunteer, RecordID(1))) == [.assignment])
    let stay = try desk.store.detail(RecordAddress(.case, id), limit: 9).timeline[6]
    let link = try #require(stay["host"].asLink)
    #expect(link.title == "清水家")
  }

  @Test func `of what is not there are refused`() throws {
    let desk = try Desk()
    for kind in RecordKind.allCases {
      let address = RecordAddress(kind, RecordID(77))
      #expect(refusal { try desk.store.detail(address, limit: 9) } == .notFound)
    }
  }
}
