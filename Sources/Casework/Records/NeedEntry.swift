/// How somebody stood in one domain of life on a day: a part of an assessment (ニーズ).
///
/// The database keeps it from the assessments; nobody saves one.
package struct NeedEntry: Record {
  package var on: CivilDate?
  package var `case` = Reference<Case>(RecordID(0))
  package var need = Reference<NeedsAssessment>(RecordID(0))
  package var domain = NeedDomain.housing
  package var score = NeedScore.notAssessed
  package var isFirst = false
  package var isLatest = false
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.needScore
  package static let letter = "NS"
  package static let titleFields = names(\.domain)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<NeedEntry>] = [
    Field(
      "on", \.on, days: .past, required: true, origin: .derived, uses: .sort,
      column: Column(1, width: 10)),
    Field(
      "case", \.case, required: true, origin: .derived,
      column: Column(2, width: 20)),
    Field("need", \.need, required: true, origin: .derived),
    Field(
      "domain", \.domain, required: true, origin: .derived,
      column: Column(3, width: 14)),
    Field("score", \.score, required: true, origin: .derived, column: Column(4, width: 14)),
    // Whether the assessment is the first of its case, and whether it is the latest.
    Field("isFirst", \.isFirst, origin: .derived, uses: .noForm),
    Field("isLatest", \.isLatest, origin: .derived, uses: .noForm),
    // Whether work on the case goes on.
    Field(
      "isOpen", \.isOpen, origin: .derived, uses: .noForm,
      view: FieldView("caseStanding", by: "case", .held)),
  ]
}
