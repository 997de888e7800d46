@testable import CaseStore
import Casework
import Testing

/// Every system that the organisations told of has its place: what is entered about it is shown, found
/// and counted.
@Suite struct `A row of the domain` {
  /// What was entered for a row, and what must come of it.
  struct Entered {
    var kind: RecordKind
    var id: RecordID
    /// What its page says.
    var shown: [String: FieldValue]
    /// The list it is found in.
    var found: ListQuery
    /// What is counted, as it came out and as it must.
    var reported: [(FieldValue, FieldValue)] = []
  }

  /// Section 1 of the domain, by number and by what the seed calls it.
  static let rows: [(number: Int, name: String)] = [
    (1, "WELgee Salon"), (2, "refugee homestays"), (3, "employment coordination"),
    (4, "51 successful job matches"), (5, "a refugee colleague"), (6, "150 probonos"),
    (7, "barriers"), (8, "Partnering with more companies"), (9, "WELgee Family"),
    (10, "regardless of residency status"), (12, "news of hires"),
    (13, "Global Exchange of Knowledge"), (14, "over 40 pledges"), (15, "four objectives"),
    (16, "refugee participation in each pledge"), (17, "money of a pledge"),
    (18, "JBF and Music Brings Us Together"), (19, "working groups and DX"),
    (20, "Global Attitudes survey"), (21, "symposium"), (22, "year 1 of 3"),
    (23, "activities by city"), (24, "missions"), (25, "alternatives to detention"),
    (26, "grants given"), (27, "local governments"), (28, "named actors"),
  ]

  @Test(arguments: rows.map(\.number))
  func `is created, shown, found and reported`(number: Int) throws {
    let desk = try Desk()
    let entered = try #require(try Self.enter(number, desk))
    let card = try desk.card(entered.kind, entered.id)
    for (field, value) in entered.shown { #expect(card[field] == value, "\(number) \(field)") }
    let page = try desk.store.page(entered.found, .first, count: 9)
    #expect(page.cards.map(\.address).contains(RecordAddress(entered.kind, entered.id)))
    #expect(!entered.reported.isEmpty)
    for (got, wanted) in entered.reported { #expect(got == wanted, "\(number)") }
  }

  /// Row 11: figures of the world are no records; they are a table with sources, at the foot of each
  /// report.
  @Test func `context figures have their source and their day`() throws {
    let figures = Dictionary(uniqueKeysWithValues: ContextFigure.all.map { ($0.code, $0) })
    for (code, value) in [("displaced", 123_200_000), ("foreign_residents", 3_956_619)] {
      let figure = try #require(figures[code])
      #expect(figure.value == value && !figure.source.isEmpty)
    }
  }

  static let day = FieldValue.date(Desk.today)

  static func partner(_ desk: Desk, _ name: String) throws -> RecordID {
    try desk.add(.partner, ["name": .text(name)])
  }

  /// A record of a kind with these values, found by a word, and what is reported of it.
  static func one(
    _ desk: Desk, _ kind: RecordKind, _ values: [String: FieldValue], word: String = "",
    where filter: FieldFilter? = nil, _ reported: (RecordID) throws -> [(FieldValue, FieldValue)]
  ) throws -> Entered {
    let id = try desk.add(kind, values)
    return Entered(
      kind: kind, id: id, shown: values.filter { if case .link = $0.value { false } else { true } },
      found: ListQuery(kind, search: word, filters: [filter].compactMap(\.self)),
      reported: try reported(id))
  }

  static func number(_ desk: Desk, _ indicator: Indicator) throws -> FieldValue {
    .number(Int(try desk.store.number(indicator) ?? -1))
  }

  static func count(_ desk: Desk, _ query: ListQuery) throws -> FieldValue {
    .number(try desk.store.count(query).value)
  }

  static func hire(
    _ desk: Desk, _ more: [String: FieldValue] = [:]
  ) throws -> (case: RecordID, values: [String: FieldValue]) {
    let person = try desk.addCase("SARA")
    let company = try desk.add(.company, ["name": .text("青葉食品")])
    let values: [String: FieldValue] = [
      "case": .to(.case, person), "company": .to(.company, company), "occupation": .text("調理"),
      "on": day, "offerAcceptedOn": day,
    ]
    return (person, values.merging(more) { $1 })
  }

  static func enter(_ number: Int, _ desk: Desk) throws -> Entered? {
    if number <= 13 { return try enterWork(number, desk) }
    return number <= 19 ? try enterPledges(number, desk) : try enterAround(number, desk)
  }
}
