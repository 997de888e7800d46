/// A part of a gathering with its own title and speakers, such as a session of a symposium.
package struct EventSession: Record {
  package var salon = Reference<Salon>(RecordID(0))
  package var begins: ClockTime?
  package var ends: ClockTime?
  package var title = ""
  package var speakers = ""
  package var languages: [Language] = []
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.eventSession
  package static let letter = "ES"
  package static let titleFields = names(\.title)
  package static let defaultSort = "begins"
  package static let identity = Identity(keys: names(\.salon, \.title), apart: names(\.begins))
  package static let fields: [Field<EventSession>] = [
    Field("salon", \.salon, required: true, uses: .filter, column: Column(2, width: 24)),
    Field("title", \.title, required: true, uses: .search, column: Column(1, width: 28)),
    Field("begins", \.begins, uses: .sort, column: Column(3, width: 5)),
    Field("ends", \.ends, column: Column(4, width: 5)),
    Field("speakers", \.speakers, uses: .search, column: Column(5, width: 24)),
    Field("languages", \.languages, column: Column(6, width: 12)),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: EventSession?, facts: CaseFacts) -> [FieldProblem] {
    guard let begins, let ends, ends < begins else { return [] }
    return [FieldProblem(\EventSession.ends, .endBeforeStart)]
  }
}
