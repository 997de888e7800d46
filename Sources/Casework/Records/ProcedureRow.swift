/// A step of the procedure for recognition (難民認定等手続): a row of the second legal axis.
package struct ProcedureRow: AxisRow {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var procedureStage = ProcedureStage.applicationRefugee
  package var notifiedOn: CivilDate?
  package var triageLetter: TriageLetter?
  package var applicationNumber: Int?
  package var newMaterialOn: CivilDate?
  package var judgmentServedOn: CivilDate?
  package var document: Reference<Document>?
  package var confirmedBy: Reference<Staff>?
  package var confirmedOn: CivilDate?
  package var corrects: Reference<ProcedureRow>?
  package var notes: LongText = ""
  package var stands = true

  package init() {}

  package static let kind = RecordKind.procedure
  package static let letter = "PR"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.procedureStage)

  package static let fields: [Field<ProcedureRow>] =
    firstFields(\.case, \.on) + [
      Field(
        "procedureStage", \.procedureStage, required: true, uses: .filter,
        column: Column(2, width: 18)),
      // The day the person was given notice of it, from which the days of an appeal count.
      Field("notifiedOn", \.notifiedOn, days: .past, column: Column(4, width: 10)),
      Field("triageLetter", \.triageLetter),
      // Which application it is: 2 for the first re-application.
      Field(
        "applicationNumber", \.applicationNumber, column: Column(9, width: 11), range: 1...20),
      // When material that gives good grounds (相当の理由がある資料) was filed with it.
      Field("newMaterialOn", \.newMaterialOn, days: .past, column: Column(10, width: 12)),
      // The day on which the judgment of a court was served, from which an appeal to the next counts.
      Field("judgmentServedOn", \.judgmentServedOn, days: .past),
    ] + lastFields(\.document, \.confirmedBy, \.confirmedOn, \.corrects, \.notes) + [
      // Whether no later row corrects it.
      Field(
        "stands", \.stands, origin: .derived, uses: .noForm,
        view: FieldView("procedureStanding", .whole))
    ]

  package func problems(before: ProcedureRow?, facts: CaseFacts) -> [FieldProblem] {
    axisProblems(before: before, facts: facts)
  }
}
