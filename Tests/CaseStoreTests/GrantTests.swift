import Casework
import CustomDump
import Testing

@testable import CaseStore

/// What an assignment lets a volunteer see of a case beside the least.
@Suite struct `A grant` {
  private let desk: Desk
  private let volunteer: RecordID
  private let mine: RecordID
  private let session: CaseStore

  init() throws {
    desk = try Desk()
    volunteer = try desk.addVolunteer("内山")
    mine = try desk.addCase(
      "SECRET NAME",
      [
        "alias": .text("サクラ"), "phone": .text("090-1234-5678"), "city": .text("北区"),
        "address": .text("王子1-2-3"), "barriers": .codes(["health"]),
      ])
    try desk.assign(volunteer, to: mine)
    session = try desk.open(as: .volunteer(volunteer))
  }

  private func grant(_ grants: [Grant]) throws {
    let value = grants.isEmpty ? FieldValue.absent : .codes(grants.map(\.rawValue))
    try desk.change(.assignment, RecordID(1), ["grants": value])
  }

  private func card() throws -> Card {
    try session.detail(RecordAddress(.case, mine), limit: 9).card
  }

  @Test func `is the least where nobody chose one`() throws {
    let card = try card()
    for field in RecordDescription.of(.case).fields where field.audience.grant != nil {
      #expect(card.content(field.name) == .withheld, "\(field.name)")
    }
    #expect(!String(customDumping: card).contains("北区"))
  }

  @Test(arguments: Grant.allCases) func `gives its fields and no other`(grant: Grant) throws {
    try self.grant([grant])
    let card = try card()
    for field in RecordDescription.of(.case).fields {
      let content = card.content(field.name)
      switch field.audience {
      case .staff: #expect(content == .withheld, "\(field.name)")
      case .assigned: #expect(content != .withheld && content != .sealed, "\(field.name)")
      case .granted(let needed):
        let isSealed = field.uses.contains(.sealed)
        #expect((content == .withheld) == (needed != grant), "\(field.name)")
        #expect((content == .sealed) == (isSealed && needed == grant), "\(field.name)")
      }
    }
    let told = String(customDumping: card)
    #expect(told.contains("北区") == (grant == .whereabouts))
    for sealed in ["王子", "1234"] { #expect(!told.contains(sealed)) }
  }

  @Test func `is that of the case alone, and ends with the assignment`() throws {
    let other = try desk.addCase("OTHER", ["city": .text("荒川区")])
    try desk.assign(volunteer, to: other)
    try grant([.whereabouts])
    let page = try session.page(ListQuery(.case), .first, count: 9, fields: ["city"])
    let told = Dictionary(uniqueKeysWithValues: page.cards.map { ($0.address.id, $0) })
    #expect(told[mine]?["city"] == .text("北区"))
    #expect(told[other]?.content("city") == .withheld)
    try desk.change(.assignment, RecordID(1), ["until": .date(Desk.today.adding(days: -1))])
    #expect(refusal { try card() } == .notFound)
  }

  @Test func `narrows and orders no list`() throws {
    try grant(Grant.allCases)
    let byCity = ListQuery(.case, filters: [FieldFilter("city", .present)])
    #expect(problems { try session.count(byCity) } == ["city": .notFound])
    let byStay = ListQuery(.case, sort: SortOrder("stayExpires"))
    #expect(
      problems { try session.page(byStay, .first, count: 1) } == ["stayExpires": .notFound])
    #expect(try session.count(ListQuery(.case, search: "1234")) == ListCount(0))
  }

  @Test func `of whereabouts tells when and where a visit is, and lets a check-in be logged`()
    throws
  {
    let host = try desk.addHost("清水家")
    let stay = try desk.add(
      .homestay,
      ["case": .to(.case, mine), "host": .to(.host, host), "start": .date(Desk.today)])
    let visit = try desk.add(
      .followUp,
      [
        "case": .to(.case, mine), "action": .text("面会"), "due": .date(Desk.today),
        "begins": ClockTime(hour: 14, minute: 30).map(FieldValue.time) ?? .absent,
        "place": .text("王子駅"),
      ])
    let change = Change(
      .checkIn,
      values: [
        "case": .to(.case, mine), "homestay": .to(.homestay, stay), "on": .date(Desk.today),
        "asked": .code("guest"), "mood": .code("good"),
      ], command: "logCheckIn")
    func told() throws -> Card {
      try session.page(ListQuery(.followUp), .first, count: 1).cards[0]
    }
    #expect(try told().content("place") == .withheld && told().content("begins") == .withheld)
    #expect(try session.count(ListQuery(.homestay)) == ListCount(0))
    #expect(refusal { try session.save(change) } == .notFound)
    try grant([.whereabouts])
    #expect(try told()["place"] == .text("王子駅") && told().address.id == visit)
    let seen = try session.page(ListQuery(.homestay), .first, count: 9).cards
    #expect(seen.map(\.address.id) == [stay])
    #expect(!String(customDumping: seen).contains("清水"))
    let saved = try session.save(change).link.address.id
    #expect(try desk.card(.checkIn, saved)["volunteer"].asLink?.address.id == volunteer)
    try grant([])
    let again = Change(
      .checkIn, id: saved, version: 1, values: ["notes": .text("x")], command: "edit")
    #expect(refusal { try session.save(again) } == .notFound)
  }

  @Test func `of documents gives the papers without their numbers`() throws {
    let paper = try desk.add(
      .document,
      [
        "case": .to(.case, mine), "type": .code("passport"), "on": .date(Desk.today),
        "numberEnding": .text("7Q"), "keptAt": .text("金庫"),
      ])
    #expect(try session.count(ListQuery(.document)) == ListCount(0))
    try grant([.documents])
    let seen = try session.detail(RecordAddress(.document, paper), limit: 9).card
    #expect(seen["type"] == .code("passport") && seen.content("numberEnding") == .sealed)
    #expect(seen.content("keptAt") == .withheld)
  }
}

/// The roll of a gathering, taken by the volunteer who is its host.
@Suite struct `A volunteer's roll` {
  private let desk: Desk
  private let volunteer: RecordID
  private let guest: RecordID
  private let session: CaseStore

  init() throws {
    desk = try Desk()
    volunteer = try desk.addVolunteer("内山")
    guest = try desk.addCase("SECRET NAME", ["alias": .text("サクラ")])
    session = try desk.open(as: .volunteer(volunteer))
  }

  private func salon(_ days: Int, host: RecordID? = nil) throws -> RecordID {
    let salon = try desk.add(
      .salon,
      [
        "theme": .text("茶話会"), "date": .date(Desk.today.adding(days: days)),
        "volunteer": host.map { .to(.volunteer, $0) } ?? .absent,
      ])
    _ = try desk.add(.attendance, ["case": .to(.case, guest), "salon": .to(.salon, salon)])
    _ = try desk.add(
      .attendance,
      [
        "guestName": .text("佐々木"), "personRole": .code("citizen"),
        "salon": .to(.salon, salon),
      ])
    return salon
  }

  private func places(_ salon: RecordID) throws -> [Card] {
    try session.page(
      ListQuery(.attendance, filters: [FieldFilter("salon", .equals(.to(.salon, salon)))]),
      .first, count: 9, fields: ["case", "guestName", "personRole", "result"]
    ).cards
  }

  private func mark(_ place: Card, _ result: String) throws -> Saved {
    try session.save(
      Change(
        .attendance, id: place.address.id, version: place.version,
        values: ["result": .code(result)], command: "rollCall"))
  }

  @Test func `has aliases and codes, no names, and is marked`() throws {
    let mine = try salon(0, host: volunteer)
    let all = try places(mine)
    let told = String(customDumping: all)
    #expect(all.count == 2 && told.contains("サクラ"))
    for name in ["SECRET", "佐々木", "2026-"] { #expect(!told.contains(name), "\(name)") }
    for place in all { _ = try mark(place, "attended") }
    #expect(try desk.card(.attendance, all[0].address.id)["result"] == .code("attended"))
    _ = try session.undo()
    #expect(try places(mine).filter { $0["result"] == .code("attended") }.count == 1)
    // It is not their case for that.
    #expect(refusal { try session.detail(RecordAddress(.case, guest), limit: 1) } == .notFound)
    let name = Change(
      .attendance, id: all[0].address.id, version: 2, values: ["notes": .text("x")],
      command: "edit")
    #expect(refusal { try session.save(name) } == .notPermitted)
  }

  @Test func `is that of their own gathering about its day`() throws {
    for salon in try [salon(0), salon(8, host: volunteer), salon(-8, host: volunteer)] {
      #expect(try places(salon).isEmpty)
      #expect(
        refusal { try session.detail(RecordAddress(.salon, salon), limit: 1) } == .notFound)
      let place = try desk.store.page(
        ListQuery(.attendance, filters: [FieldFilter("salon", .equals(.to(.salon, salon)))]),
        .first, count: 1
      ).cards[0]
      #expect(refusal { try mark(place, "excused_absence") } == .notFound)
    }
    #expect(try session.count(ListQuery(.salon)) == ListCount(0))
  }
}
