package import Casework
import Screens

/// A world with something under every heading of Today.
package enum DayWorld {
  package static let colleague = Link(
    RecordAddress(.staff, RecordID(2)), number: "ST-0002", title: "鈴木 光")

  package static func day(_ days: Int) -> CivilDate { DeskHarness.today.adding(days: days) }

  /// The viewer stands in for the colleague.
  package static let cover: Card = {
    var cover = Card(RecordAddress(.cover, RecordID(1)))
    cover["staff"] = .link(colleague)
    cover["coveredBy"] = .link(DeskHarness.staff)
    cover["from"] = .date(day(-1))
    cover["to"] = .date(day(2))
    return cover
  }()

  package static let full: World = {
    var world = World.full
    world.cards[.deadline] = [
      deadline(1, -1, "appeal", .critical), deadline(2, 5, "lawsuit", .critical),
      deadline(3, -2, "document_expiry", .practice),
    ]
    world.cards[.case]?[0]["contactDue"] = .date(day(-6))
    world.cards[.case]?[0]["lastContact"] = .date(day(-20))
    world.cards[.case]?[1]["contactDue"] = .date(day(0))
    world.cards[.case]?[2]["contactDue"] = .date(day(1))
    let person = world.link(.case, 0)
    world.cards[.followUp]?.append(followUp(4, "書類の写し", 20, of: person))
    world.cards[.homestay] = [
      card(.homestay, 1, ["case": person, "stage": .code("met"), "start": .date(day(2))]),
      card(.homestay, 2, ["case": person, "stage": .code("in_progress"), "end": .date(day(1))]),
    ]
    world.cards[.salon] = [
      card(.salon, 5, ["theme": .text("語学サロン"), "date": .date(day(3)), "status": .code("planned")])
    ]
    world.cards[.placement] = [
      card(.placement, 1, ["case": person, "stage": .code("first_interview"), "on": .date(day(0))])
    ]
    world.drafts = [
      FormDraft(
        command: "logNote", subject: "2026-0001 OLENA KOVALI : メモ",
        parts: [
          FormDraft.Part(
            .note, id: nil, version: nil, fixed: ["case": person], fields: ["on", "body"])
        ], also: [], asksReason: false, contents: ["0.body": .text("途中")], focus: "0.body",
        insertionPoint: 2)
    ]
    world.news = News(
      items: (world.cards[.case]?.first).map { [News.Item(card: $0, latest: change, count: 3)] }
        ?? [], head: 40)
    return world
  }()

  private static let change = JournalEntry(
    sequence: 39, step: 39, at: Instant(Int64(DeskHarness.today.dayNumber) * 86_400),
    who: colleague, command: "edit",
    record: Link(RecordAddress(.followUp, RecordID(1)), number: "F-0001"),
    before: ["action": .text("x")], after: ["action": .text("y")])

  package static func deadline(
    _ id: Int64, _ days: Int, _ rule: String, _ category: DeadlineCategory
  ) -> Card {
    card(
      .deadline, id,
      [
        "date": .date(day(days)), "warnFrom": .date(day(days - 10)), "rule": .code(rule),
        "category": .code(category.rawValue), "state": .code("to_confirm"),
        "case": World.full.link(.case, 1), "countedFrom": .date(day(days - 7)),
        "about": .text("RS-0012"),
      ])
  }

  private static func followUp(
    _ id: Int64, _ action: String, _ days: Int, of person: FieldValue
  ) -> Card {
    card(.followUp, id, ["action": .text(action), "due": .date(day(days)), "case": person])
  }

  /// An open record of the viewer's own.
  private static func card(
    _ kind: RecordKind, _ id: Int64, _ values: [String: FieldValue]
  ) -> Card {
    let address = RecordAddress(kind, RecordID(id))
    var card = Card(address, number: address.number)
    let owner = RecordDescription.of(kind).ownerField?.name ?? "owner"
    for (name, value) in values { card[name] = value }
    card[owner] = .link(DeskHarness.staff)
    card["isOpen"] = .flag(true)
    return card
  }
}
