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
  func `reads and writes this and nothing else`(_ kind: RecordKind) {
    let told: [RecordKind: (VolunteerScope, Grant?, adds: Set<String>, corrects: Set<String>)] = [
      .case: (.assignedCase, nil, [], []),
      .contact: (
        .ownOnAssignedCase, nil,
        [
          "case", "on", "medium", "contactMade", "minutes", "language", "interpreter", "expenses",
          "summary",
        ],
        [
          "on", "medium", "contactMade", "minutes", "language", "interpreter", "expenses",
          "summary",
        ]
      ),
      .followUp: (.openOnAssignedCase, nil, [], ["done", "outcome"]),
      .homestay: (.openOnAssignedCase, .whereabouts, [], []),
      .checkIn: (
        .ownOnAssignedCase, .whereabouts, ["case", "homestay", "on", "asked", "mood", "notes"],
        ["on", "asked", "mood", "notes"]
      ),
      .comment: (.ownOnAssignedCase, nil, ["case", "body"], []),
      .document: (.onAssignedCase, .documents, [], []),
      .salon: (.hosted, nil, [], []),
      .attendance: (.atHosted, nil, [], ["result"]),
    ]
    let access = RecordDescription.of(kind).access
    let (reads, grant, adds, corrects) = told[kind] ?? (.none, nil, [], [])
    #expect(
      access
        == Access(
          reads: reads, grant: grant, adds: adds, corrects: corrects, commands: access.commands,
          isPrivate: kind == .savedView))
    #expect(told[kind] != nil || access.commands.isEmpty)
  }

  @Test func `is given nothing where nobody says so`() {
    #expect(Access.none == Access(reads: .none, adds: [], corrects: []))
    #expect(Access.none != Access(reads: .assignedCase))
    #expect(Access.none != Access(reads: .none, corrects: ["notes"]))
  }

  @Test(arguments: RecordKind.allCases)
  func `sees these fields and no other`(_ kind: RecordKind) {
    let ofPerson = [
      "alias", "interpreterNeeded", "japaneseLevel", "languages", "neverContactAuthorities",
      "safeContact",
    ]
    let seen: [RecordKind: [String]] = [
      .case: ofPerson + ["code", "nextAction", "nextActionDue"],
      .contact: [
        "case", "contactMade", "expenses", "interpreter", "language", "medium", "minutes", "on",
        "summary", "volunteer",
      ],
      .followUp: ["action", "case", "done", "due", "isOpen", "outcome"],
      .homestay: ["case", "end", "isOpen", "stage", "start"],
      .checkIn: ["asked", "case", "homestay", "mood", "notes", "on", "volunteer"],
      .comment: ["body", "case", "on", "type", "volunteer"],
      .document: ["case", "expiresOn", "on", "type"],
      .salon: ["begins", "date", "ends", "place", "theme", "themeEnglish"],
      .attendance: ["case", "on", "personRole", "result", "salon"],
      .person: ofPerson,
    ]
    let granted: [RecordKind: [Grant: [String]]] = [
      .case: [
        .contact: ["email", "emergencyContact", "phone"],
        .whereabouts: ["address", "city", "prefecture"], .health: ["barriers"],
        .legal: ["procedureStage", "statusOfResidence", "stayExpires", "workPermission"],
      ],
      .person: [
        .contact: ["email", "emergencyContact", "phone"],
        .whereabouts: ["address", "city", "prefecture"],
      ],
      .followUp: [.whereabouts: ["begins", "place"]],
      .document: [.documents: ["numberEnding"]],
    ]
    let fields = RecordDescription.of(kind).fields
    expectNoDifference(
      fields.filter { $0.audience == .assigned }.map(\.name).sorted(), (seen[kind] ?? []).sorted())
    for grant in Grant.allCases {
      expectNoDifference(
        fields.filter { $0.audience == .granted(grant) }.map(\.name).sorted(),
        granted[kind]?[grant] ?? [])
    }
    // No list shows what the card withholds, and what leads to a record is granted to nobody.
    for field in fields {
      #expect(field.volunteerColumn == nil || field.audience != .staff)
      if field.audience.grant != nil, case .reference = field.shape {
        Issue.record("\(kind) \(field.name)")
      }
    }
  }
}
