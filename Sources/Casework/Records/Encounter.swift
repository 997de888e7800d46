/// A record that two people met at a gathering, kept only because both wish it.
///
/// Without the wish nothing is written: who knows whom can endanger either of them.
package struct Encounter: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var salon = Reference<Salon>(RecordID(0))
  package var met: Reference<Case>?
  package var metName = ""
  package var bothWish = false
  package var on: CivilDate?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.encounter
  package static let letter = "EN"
  package static let titleFields = names(\.metName)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<Encounter>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("salon", \.salon, required: true, uses: .filter, column: Column(4, width: 24)),
    // Who was met: a person of another case, or anybody by name.
    Field("met", \.met, uses: .filter, column: Column(2, width: 20)),
    Field("metName", \.metName, uses: .search, column: Column(3, width: 16)),
    Field("bothWish", \.bothWish),
    // The day of the gathering, kept by the database so that a timeline reads one table.
    Field("on", \.on, origin: .derived, uses: .sort, column: Column(5, width: 10)),
    Field("notes", \.notes),
  ]

  /// When the wish is taken back, the record no longer says whom the person met.
  package mutating func settle(before: Encounter?, in context: WriteContext) {
    guard before != nil, !bothWish else { return }
    (met, metName, notes) = (nil, "", "")
  }

  package func problems(before: Encounter?, facts: CaseFacts) -> [FieldProblem] {
    // The wish is taken back: nothing is left of it.
    if before != nil, !bothWish { return [] }
    if met == nil, metName.isEmpty { return [FieldProblem(\Encounter.met, .required)] }
    if met == `case` { return [FieldProblem(\Encounter.met, .samePerson)] }
    return bothWish ? [] : [FieldProblem(\Encounter.bothWish, .wishRequired)]
  }
}
