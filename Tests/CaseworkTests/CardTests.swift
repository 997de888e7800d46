import Casework
import CustomDump
import Testing

/// A record as it leaves the store, and who may see what of it.
@Suite struct `A card` {
  private static let address = RecordAddress(.host, RecordID(21))

  @Test func `tells apart what is empty, what is withheld and what nobody asked for`() {
    var card = Card(
      Self.address,
      values: ["name": .value(.text("佐藤家")), "city": .value(.absent), "phone": .withheld])
    #expect(card["name"] == .text("佐藤家") && card[\Host.name] == .text("佐藤家"))
    for field in ["city", "phone", "email"] { #expect(card[field] == .absent) }
    #expect(card.content("city") == .value(.absent))
    #expect(card.content("phone") == .withheld)
    #expect(card.content("email") == nil)
    #expect(Set(card.fieldNames) == ["name", "city", "phone"])
    card[\Host.capacity] = .number(3)
    card["name"] = .absent
    #expect(card.content("capacity") == .value(.number(3)))
    #expect(card.content("name") == .value(.absent))
    #expect(Set(card.fieldNames) == ["name", "city", "phone", "capacity"])
  }

  @Test func `is a record as far as it holds one`() {
    var card = Card(Self.address, values: ["phone": .withheld, "stage": .withheld])
    card[\Host.name] = .text("佐藤家")
    card[\Host.diets] = .codes(["halal"])
    var host = Host()
    (host.name, host.diets) = ("佐藤家", [.halal])
    expectNoDifference(Host(card), host)
    #expect(card.value(of: \Host.diets) == [.halal])
    #expect(card.value(of: \Host.stage) == nil)
    #expect(card.value(of: \Host.phone) == "")
    // Of another type than the field's: nothing.
    card[\Host.diets] = .text("halal")
    #expect(card.value(of: \Host.diets) == nil && Host(card).diets.isEmpty)
  }

  @Test(
    arguments: [
      (.host, 21, "H-0021"), (.person, 1, "P-0001"), (.homestay, 9999, "HS-9999"),
      (.company, 12345, "E-12345"), (.case, 0, "C-0000"),
    ] as [(RecordKind, Int64, String)])
  func `has a number of its kind`(_ kind: RecordKind, _ id: Int64, _ number: String) {
    #expect(RecordAddress(kind, RecordID(id)).number == number)
  }

  @Test func `is led to by links that are one where they lead to one`() {
    let link = Link(Self.address, number: "H-0021", title: "佐藤家", reading: "サトウケ")
    #expect(link == Link(Self.address) && Set([link, Link(Self.address)]).count == 1)
    #expect(link != Link(RecordAddress(.host, RecordID(22)), number: "H-0021", title: "佐藤家"))
    #expect(link != Link(RecordAddress(.person, RecordID(21)), number: "H-0021"))
    #expect(RecordID(2) < RecordID(10) && !(RecordID(10) < RecordID(2)))
  }

  @Test func `of a new record says what is filled, and names no version`() {
    var host = Host()
    host.name = "佐藤家"
    let change = Change(adding: host, command: "add")
    #expect(change.kind == .host && change.id == nil && change.version == nil)
    #expect(change.values["name"] == .text("佐藤家") && change.values["stage"] == .code("enquiry"))
    #expect(change.values["city"] == nil && change.values["stageSince"] == nil)
    #expect(change.reason.isEmpty && change.command == "add")
  }
}

/// What a volunteer may do, kind by kind: a list that grows only on purpose.
@Suite struct `A volunteer` {
  @Test(arguments: RecordKind.allCases)
  func `reads cases and own contacts, and writes nothing`(_ kind: RecordKind) {
    let access = RecordDescription.of(kind).access
    let reads: VolunteerScope =
      switch kind {
      case .case: .assignedCase
      case .contact: .ownOnAssignedCase
      default: .none
      }
    #expect(access == Access(reads: reads, isPrivate: kind == .savedView))
    #expect(!access.adds && access.writes.isEmpty)
  }

  @Test func `is given nothing where nobody says so`() {
    #expect(Access.none == Access(reads: .none, adds: false, writes: []))
    #expect(Access.none != Access(reads: .assignedCase))
    #expect(Access.none != Access(reads: .none, writes: ["notes"]))
  }

  @Test(arguments: RecordKind.allCases)
  func `sees these fields and no other`(_ kind: RecordKind) {
    let ofPerson = [
      "alias", "interpreterNeeded", "japaneseLevel", "languages", "neverContactAuthorities",
      "safeContact",
    ]
    let seen: [String] =
      switch kind {
      case .case:
        [
          "alias", "code", "interpreterNeeded", "japaneseLevel", "languages",
          "neverContactAuthorities", "nextAction", "nextActionDue", "safeContact",
        ]
      case .contact:
        [
          "case", "contactMade", "expenses", "interpreter", "language", "medium", "minutes", "on",
          "summary", "volunteer",
        ]
      case .person: ofPerson
      default: []
      }
    let fields = RecordDescription.of(kind).fields
    expectNoDifference(fields.filter { $0.audience == .assigned }.map(\.name).sorted(), seen)
    // No list shows what the card withholds.
    for field in fields where field.volunteerColumn != nil { #expect(field.audience == .assigned) }
  }
}
