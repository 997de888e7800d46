import Casework
import CustomDump
import Testing

@testable import CaseStore

/// A list told field by field is the list of its cards.
@Suite struct `A list that is told` {
  @Test(arguments: RecordKind.allCases)
  func `says of each record what its card says`(_ kind: RecordKind) throws {
    let desk = try Self.filled()
    let fields = RecordDescription.of(kind).fields
    var cards: [Told] = []
    try desk.store.forEach(ListQuery(kind), fields: fields.map(\.name)) { card in
      cards.append(Told(card.number, fields.map { card.shown($0.name) }))
    }
    let sink = Sink(fields)
    let count = try desk.store.tell(ListQuery(kind), fields: fields.map(\.name), to: sink)
    #expect(count == cards.count)
    expectNoDifference(sink.told, cards)
    // A column alone: what helps to read it is not told.
    for field in fields {
      let one = Sink([field])
      _ = try desk.store.tell(ListQuery(kind), fields: [field.name], limit: 2, to: one)
      let place = fields.firstIndex(of: field) ?? 0
      expectNoDifference(
        one.told, cards.prefix(2).map { Told($0.number, [$0.values[place]]) })
    }
  }

  @Test func `is read by one statement however long it is`() throws {
    let desk = try Self.filled()
    let fields = RecordDescription.of(.case).fields
    func statements(_ limit: Int) throws -> Int {
      var count = 0
      let store = try desk.open()
      try store.trace { if $0.contains("FROM \"case\" AS t") { count += 1 } }
      let told = try store.tell(
        ListQuery(.case), fields: fields.map(\.name), limit: limit, to: Sink(fields))
      #expect(told == min(limit, 5))
      return count
    }
    #expect(try statements(1) == 1)
    #expect(try statements(100) == 1)
  }

  @Test func `names what it refers to only where that is asked for`() throws {
    let desk = try Self.filled()
    let field = try #require(RecordDescription.of(.followUp)["case"])
    let sink = Sink([field], wantsNames: false)
    _ = try desk.store.tell(ListQuery(.followUp), fields: ["case"], to: sink)
    let links = sink.told.compactMap { told in
      if case .link(let link) = told.values[0] { link } else { nil }
    }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.number.hasPrefix("2026-") && $0.title.isEmpty })
  }

  @Test func `mends what is no text, and ends at a zero byte, as a card does`() throws {
    let desk = try Desk()
    for text in ["x'e3819fff41'", "x'41004200'", "x'c3'", "x'eda080'", "x''", "x'f09f9180'"] {
      _ = try desk.addHost("A")
      try desk.execute(
        """
        PRAGMA ignore_check_constraints = 1;
        UPDATE host SET name = CAST(\(text) AS TEXT) WHERE id = (SELECT max(id) FROM host)
        """)
    }
    try Self.expectSame(desk, .host, ["name"])
  }

  @Test(
    arguments: [
      ("status", "'parked'"), ("status", "7"), ("opened", "'令和8年'"), ("opened", "'2026-02-30'"),
      ("opened", "'2026-1-05'"), ("programmes", "'salon x'"), ("risk", "'extreme'"),
      ("birthDate", "'1990'"),
    ])
  func `refuses what cannot be read, as a card does`(_ field: String, _ value: String) throws {
    let desk = try Desk()
    let id = try desk.addCase("Amina", ["birthDate": .date(Desk.today)])
    let table = field == "birthDate" ? "person" : "\"case\""
    try desk.execute(
      """
      PRAGMA ignore_check_constraints = 1;
      UPDATE \(table) SET \(field) = \(value)
      """)
    let fields = try [#require(RecordDescription.of(.case)[field])]
    #expect(
      refusal {
        try desk.store.tell(ListQuery(.case), fields: [field], to: Sink(fields))
      } == .unreadable(RecordAddress(.case, id), field: field))
  }

  @Test(arguments: [
    ("exact", "1990-03-05"), ("month", "1990-03"), ("year", "1990"), ("unknown", ""),
  ])
  func `says of a birth what is known`(_ precision: String, _ text: String) throws {
    let desk = try Desk()
    let day = try #require(CivilDate(iso: "1990-03-05"))
    _ = try desk.addCase("A", ["birthDate": .date(day), "birthDatePrecision": .code(precision)])
    for fields in [["birthDate"], ["birthDate", "birthDatePrecision"]] {
      let facts = try fields.map { try #require(RecordDescription.of(.case)[$0]) }
      let sink = Sink(facts)
      _ = try desk.store.tell(ListQuery(.case), fields: fields, to: sink)
      let expected: FieldValue =
        text.isEmpty ? .absent : text.count == 10 ? .date(day) : .text(text)
      #expect(sink.told.map { $0.values[0] } == [expected])
    }
  }

  @Test func `is none for a volunteer, and ends where its reader ends it`() throws {
    let desk = try Self.filled()
    struct Stop: Error {}
    let sink = Sink([], stopping: Stop())
    #expect(throws: Stop.self) {
      try desk.store.tell(ListQuery(.case), fields: [], to: sink)
    }
    #expect(try desk.store.count(ListQuery(.case)).value > 0)
    let volunteer = try desk.addVolunteer("内山")
    let theirs = try desk.open(as: .volunteer(volunteer))
    #expect(
      refusal { try theirs.tell(ListQuery(.case), fields: [], to: Sink([])) } == .notPermitted)
  }

  private static func expectSame(_ desk: Desk, _ kind: RecordKind, _ names: [String]) throws {
    let fields = try names.map { try #require(RecordDescription.of(kind)[$0]) }
    var cards: [Told] = []
    try desk.store.forEach(ListQuery(kind), fields: names) { card in
      cards.append(Told(card.number, names.map { card.shown($0) }))
    }
    let sink = Sink(fields)
    _ = try desk.store.tell(ListQuery(kind), fields: names, to: sink)
    expectNoDifference(sink.told, cards)
  }

  private static func filled() throws -> Desk {
    let desk = try Desk()
    for index in 0..<5 {
      let id = try desk.addCase(
        "Name \(index)",
        [
          "nameKana": .text("なまえ\(index)"), "opened": .date(Desk.today),
          "nationality": .code("SYR"),
          "languages": .codes(["ar", "en"]), "birthDate": .date(Desk.today),
          "birthDatePrecision": .code(index == 0 ? "year" : "exact"),
        ])
      _ = try desk.addFollowUp(id, "電話する", due: index)
      let host = try desk.addHost("佐藤家 \(index)")
      try desk.add(
        .homestay,
        ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
      try desk.add(
        .contact, ["case": .to(.case, id), "on": .date(Desk.today), "medium": .code("phone")])
    }
    _ = try desk.addVolunteer("内山")
    return desk
  }
}

/// A record as it was told.
private struct Told: Equatable {
  let number: String
  let values: [FieldValue]
  /// Links are equal where they lead to the same record; here they must be called alike too.
  let names: [String]

  init(_ number: String, _ values: [FieldValue]) {
    self.number = number
    self.values = values
    names = values.map { value in
      if case .link(let link) = value { "\(link.number) \(link.title) \(link.reading)" } else { "" }
    }
  }
}

/// Makes values again of what it is told.
private final class Sink: FieldSink {
  let wantsNames: Bool
  private(set) var told: [Told] = []
  private let fields: [FieldFacts]
  private let stop: (any Error)?
  private var number = ""
  private var values: [FieldValue] = []

  init(_ fields: [FieldFacts], wantsNames: Bool = true, stopping stop: (any Error)? = nil) {
    (self.fields, self.wantsNames, self.stop) = (fields, wantsNames, stop)
  }

  func begin(number: Span<UInt8>) {
    self.number = Self.string(number)
    values = []
  }

  func text(_ column: Int, _ text: Span<UInt8>) { value(column, .text(Self.string(text))) }

  func code(_ column: Int, _ index: Int) {
    guard case .choice(let catalogue) = fields[column].shape else { return }
    value(column, .code(catalogue.codes[index]))
  }

  func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>
  ) {
    let link = Link(
      address, number: Self.string(number), title: Self.string(title),
      reading: Self.string(reading))
    value(column, .link(link))
  }

  func value(_ column: Int, _ value: FieldValue) {
    #expect(column == values.count)
    values.append(value)
  }

  func end(_ card: () throws -> Card) throws {
    if let stop { throw stop }
    told.append(Told(number, values))
  }

  private static func string(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
