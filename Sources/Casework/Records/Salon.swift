/// A gathering: a salon, where people meet, talk and eat together, or another session.
package struct Salon: Record {
  package var theme = ""
  package var type = SessionType.salon
  package var status = SessionStatus.planned
  package var date: CivilDate?
  package var begins: ClockTime?
  package var ends: ClockTime?
  package var place = ""
  package var prefecture: Prefecture?
  package var capacity: Int?
  package var languages: [Language] = []
  package var programme: LongText = ""
  package var owner: Reference<Staff>?
  package var headcountCitizens: Int?
  package var headcountRefugees: Int?
  package var headcountStaff: Int?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.salon
  package static let titleFields = ["theme"]
  package static let timelineField: String? = "date"
  package static let defaultSort = "-date"
  package static let fields: [Field<Salon>] = [
    Field("theme", \.theme, required: true, uses: .search, column: Column(1, width: 24)),
    Field("date", \.date, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("begins", \.begins, column: Column(6, width: 5)),
    Field("ends", \.ends),
    Field("type", \.type, required: true, uses: .filter, column: Column(4, width: 14)),
    Field("status", \.status, required: true, uses: .filter, column: Column(3, width: 8)),
    Field("place", \.place, uses: .search, column: Column(5, width: 16)),
    Field("prefecture", \.prefecture),
    Field("capacity", \.capacity, column: Column(7, width: 4), range: 1...10_000),
    Field("languages", \.languages, column: Column(8, width: 12)),
    Field("owner", \.owner),
    Field("programme", \.programme),
    Field("headcountRefugees", \.headcountRefugees, range: 0...10_000),
    Field("headcountCitizens", \.headcountCitizens, range: 0...10_000),
    Field("headcountStaff", \.headcountStaff, range: 0...10_000),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: Salon?, facts: CaseFacts) -> [FieldProblem] {
    guard let begins, let ends, ends < begins else { return [] }
    return [FieldProblem("ends", .endBeforeStart)]
  }
}
