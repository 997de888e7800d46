/// Since when the organisation helps somebody for this reason: a row of the first legal axis.
package struct SupportCategoryRow: AxisRow {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var supportCategory = SupportCategory.asylumSeeker
  package var document: Reference<Document>?
  package var confirmedBy: Reference<Staff>?
  package var confirmedOn: CivilDate?
  package var corrects: Reference<SupportCategoryRow>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.supportCategory
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let letter = "SC"
  package static let plural = "supportcategories"
  package static let titleFields = names(\.supportCategory)

  package static let fields: [Field<SupportCategoryRow>] =
    firstFields(\.case, \.on) + [
      Field(
        "supportCategory", \.supportCategory, required: true, uses: .filter,
        column: Column(2, width: 18))
    ] + lastFields(\.document, \.confirmedBy, \.confirmedOn, \.corrects, \.notes)

  package func problems(before: SupportCategoryRow?, facts: CaseFacts) -> [FieldProblem] {
    axisProblems(before: before, facts: facts)
  }
}
