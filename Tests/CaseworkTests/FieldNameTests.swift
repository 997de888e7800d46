import Testing

@testable import Casework

@Suite("Names of fields")
struct FieldNameTests {
  @Test("Every field of every record is found by its path", arguments: RecordKind.allCases)
  func found(_ kind: RecordKind) {
    expectFound(kind.recordType)
  }

  private func expectFound<R: Record>(_ record: R.Type) {
    for field in R.fields { #expect(FieldNames.name(field.path, of: record) == field.facts.name) }
  }

  @Test(
    "Every property of a record is a field, and called as the property",
    arguments: RecordKind.allCases)
  func isField(_ kind: RecordKind) {
    let properties = Mirror(reflecting: kind.recordType.init()).children.compactMap(\.label)
    #expect(Set(properties) == kind.ownNames)
  }

  @Test("A path written elsewhere is the one of the list")
  func written() {
    #expect(Homestay.name(\.stage) == "stage")
    #expect(Homestay.name(\.case) == "case")
    #expect(ResidenceRow.names(\.on, \.expires, \.corrects) == ["on", "expires", "corrects"])
    #expect(FieldProblem(\Consent.status, .required) == FieldProblem("status", .required))
    #expect(FieldFilter(\FollowUp.due, .present) == FieldFilter("due", .present))
    #expect(SortOrder(\Case.number, descending: true) == SortOrder(code: "-number"))
    #expect(RecordDescription.of(.host)[\Host.capacity]?.name == "capacity")
  }

  @Test("An indicator names only fields of its own kind", arguments: Indicator.all)
  func named(_ indicator: Indicator) {
    let query = indicator.query(CivilDate(dayNumber: 20_000))
    var names = indicator.groupings + query.filters.map(\.field)
    names += [indicator.day, query.sort?.field].compactMap(\.self)
    let description = RecordDescription.of(indicator.kind)
    for name in names { #expect(description[name] != nil, "\(name)") }
  }

  @Test("Values are read and written by path, as the record's struct holds them")
  func values() {
    var values: [String: FieldValue] = [:]
    values[\Placement.stage] = PlacementStage.offer.fieldValue
    values[\Placement.pausedOn] = .absent
    values[\Placement.case] = .link(Link(RecordAddress(.case, RecordID(7)), number: "2026-0007"))
    #expect(values["stage"] == .code("offer"))
    #expect(values.value(of: \Placement.stage) == .offer)
    #expect(values.value(of: \Placement.pausedOn) == nil)
    #expect(values.value(of: \Placement.company) == nil)
    #expect(values.value(of: \Placement.case)?.id == RecordID(7))
    #expect(values.aboutCase?.number == "2026-0007")
    values[\Placement.stage] = .code("no such stage")
    #expect(values.value(of: \Placement.stage) == nil)

    var card = Card(RecordAddress(.case, RecordID(7)), values: ["owner": .withheld])
    card[\Case.status] = CaseStatus.intake.fieldValue
    card[\Person.callName] = .text("Ali")
    #expect(card["status"] == .code("intake"))
    #expect(card.value(of: \Case.status) == .intake)
    #expect(card.value(of: \Person.callName) == "Ali")
    #expect(card.value(of: \Case.owner) == nil)
  }
}

extension RecordKind {
  /// The fields of its own records, without those taken over from others.
  fileprivate var ownNames: Set<String> {
    Set(
      RecordDescription.of(self).fields.filter {
        if case .borrowed = $0.origin { false } else { true }
      }.map(\.name))
  }
}
