/// Something to be remembered about a case.
package struct Note: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var confidentiality = Confidentiality.staffOnly
  package var body: LongText = ""
  package var staff: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.note
  package static let letter = "N"
  package static let titleFields = names(\.on)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<Note>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("body", \.body, required: true, uses: .search, column: Column(3, width: 40)),
    Field("confidentiality", \.confidentiality, required: true, column: Column(5, width: 12)),
    Field("staff", \.staff, column: Column(4, width: 12)),
  ]
}
