/// A time in detention (収容): where, since when, until when; the visits are contacts that refer to it.
///
/// Where somebody is held is said here. What the row of their stay says of it
/// (`ResidenceRow.detainedAt`) is what was known when that row was written.
package struct Detention: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var place = ""
  package var on: CivilDate?
  package var until: CivilDate?
  package var ground: DetentionGround?
  package var nextVisit: CivilDate?
  package var visitors = ""
  package var ended: DetentionEnd?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.detention
  package static let letter = "DT"
  package static let titleFields = names(\.place)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let dueField: String? = name(\.nextVisit)
  package static let identity = Identity(keys: names(\.case, \.on))

  package static let fields: [Field<Detention>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("place", \.place, required: true, uses: .search, column: Column(2, width: 20)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field("until", \.until, days: .past, column: Column(5, width: 10)),
    Field("ground", \.ground, uses: .filter, column: Column(6, width: 14)),
    Field("nextVisit", \.nextVisit, uses: .sort, column: Column(4, width: 10)),
    // Who goes, and whom the person wishes to see.
    Field("visitors", \.visitors, uses: .search),
    Field("ended", \.ended, column: Column(7, width: 14)),
    Field("owner", \.owner, uses: .filter, column: Column(8, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: Detention?, in context: WriteContext) {
    if ended != nil, before?.ended == nil { until = until ?? context.day }
    // The visit that was planned is not, once nobody is held.
    if let until, before?.until == nil, let before, nextVisit == before.nextVisit,
      nextVisit.map({ until < $0 }) ?? false
    {
      nextVisit = nil
    }
  }

  package func problems(before: Detention?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(on, until, field: \Detention.until)
    // Nobody is visited where they are no longer held.
    if let until, let nextVisit, until < nextVisit {
      problems.append(FieldProblem(\Detention.nextVisit, .doesNotFit))
    }
    return problems
  }
}
