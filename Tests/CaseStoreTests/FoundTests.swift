import Casework
import Testing

@testable import CaseStore

/// What the box over everything finds in the store.
@Suite struct `What is found of everything` {
  private func numbers(_ store: CaseStore, _ text: String, _ kinds: [RecordKind]) throws -> [String]
  {
    try store.found(LookUp(text, in: kinds), limit: LookUp.most).map(\.link.number)
  }

  @Test func `are people, ranked, and few of each kind`() throws {
    let desk = try Desk()
    _ = try desk.addCase("Amina Osman")
    _ = try desk.addCase("Mina Park")
    _ = try desk.addHost("Mina 家")
    #expect(try numbers(desk.store, "mina", [.case]) == ["2026-0002", "2026-0001"])
    #expect(try numbers(desk.store, "mina", [.case, .host]).last == "H-0001")
    #expect(try numbers(desk.store, "", [.case]).isEmpty)
    for number in 1...20 { _ = try desk.addCase("Zahra \(number)") }
    #expect(try numbers(desk.store, "zahra", [.case]).count == LookUp.most)
  }

  @Test func `are notes with their case and the line that holds the words`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Fatima Rahimi")
    try desk.add(
      .note,
      [
        "case": .to(.case, id), "on": .date(Desk.today),
        "body": .text("来週また話す。\n会計の資格を持っている。紹介先を探す。"),
      ])
    let found = try desk.store.found(LookUp("会計", in: [.note]), limit: 8)
    #expect(found.map(\.excerpt) == ["会計の資格を持っている"])
    #expect(found.first?.about?.title == "Fatima Rahimi")
    #expect(found.first?.link.address.kind == .note)
  }

  @Test func `is the record of a number alone, the survivor before what was merged into it`() throws
  {
    let desk = try Desk()
    let survivor = try desk.addCase("Mina Park")
    let merged = try desk.addCase("Mina Pak")
    try desk.change(
      .case, merged, ["status": .code("duplicate"), "survivingCase": .to(.case, survivor)])
    #expect(try numbers(desk.store, "2026-0002", [.case]) == ["2026-0001", "2026-0002"])
    #expect(try numbers(desk.store, "２０２６ー０００１", [.case]) == ["2026-0001"])
    #expect(try numbers(desk.store, "2026-0002", [.note, .host]).isEmpty)
    // By name too, although the merged one is newer.
    #expect(try numbers(desk.store, "mina", [.case]).first == "2026-0001")
    #expect(
      try desk.store.findSurvivor(.case, "2026-0002") == RecordAddress(.case, survivor))
    #expect(try desk.store.find(.case, "2026-0002") == RecordAddress(.case, merged))
    #expect(refusal { try desk.store.findSurvivor(.case, "2026-0099") } == .notFound)
  }

  @Test func `is for a volunteer what is theirs`() throws {
    let desk = try Desk()
    let id = try desk.addCase("SECRET ONE", ["alias": .text("サクラ")])
    _ = try desk.addCase("SECRET TWO", ["alias": .text("サクラコ")])
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: id)
    let session = try desk.open(as: .volunteer(volunteer))
    let every = RecordKind.allCases
    let found = try session.found(LookUp("サクラ", in: every), limit: 8)
    #expect(found.map(\.link.address) == [RecordAddress(.case, id)])
    #expect(found.allSatisfy { $0.link.title != "SECRET ONE" && !$0.link.number.contains("2026") })
    for text in ["SECRET", "2026-0001", "内山"] {
      #expect(try session.found(LookUp(text, in: every), limit: 8).isEmpty, "\(text)")
    }
  }

  @Test func `is of no kind that the program or one person keeps`() {
    let kinds = RecordKind.allCases.filter { RecordDescription.of($0).isFoundByWords }
    #expect(Set(kinds).isSuperset(of: [.case, .host, .company, .note, .contact, .volunteer]))
    #expect(Set(kinds).isDisjoint(with: [.savedView, .deadline]))
  }
}
