/// Facts about a paper somebody has: never the paper itself, and of its number only the end.
package struct Document: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var type = DocumentType.residenceCard
  package var on: CivilDate?
  package var numberEnding = ""
  package var issuedOn: CivilDate?
  package var expiresOn: CivilDate?
  package var appearOn: CivilDate?
  package var lostOn: CivilDate?
  package var changedOn: CivilDate?
  package var seenBy: Reference<Staff>?
  package var keptAt = ""
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.document
  package static let letter = "D"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let access = Access(
    reads: .onAssignedCase, grant: .documents,
    commands: ["reveal", "logComment", "logContact", "logCheckIn"])
  package static let fields: [Field<Document>] = [
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(1, width: 20)),
    Field(
      "type", \.type, required: true, audience: .assigned, uses: .filter,
      column: Column(2, width: 18), volunteerColumn: Column(1, width: 18)),
    // The day somebody saw the paper, or was told of it.
    Field(
      "on", \.on, days: .past, required: true, audience: .assigned, uses: .sort,
      column: Column(4, width: 10)),
    Field(
      "numberEnding", \.numberEnding, audience: .granted(.documents),
      uses: [.masked, .sealed], column: Column(6, width: 8)),
    Field("issuedOn", \.issuedOn, days: .past),
    Field(
      "expiresOn", \.expiresOn, audience: .assigned, uses: .sort, column: Column(3, width: 10),
      volunteerColumn: Column(2, width: 10)),
    // The day on the paper to report or to appear by (届出日, 出頭日).
    Field("appearOn", \.appearOn, column: Column(5, width: 10)),
    // When the person knew that it was lost, and when something that stands on it became another.
    Field("lostOn", \.lostOn, days: .past),
    Field("changedOn", \.changedOn, days: .past),
    Field("seenBy", \.seenBy, column: Column(7, width: 12)),
    Field("keptAt", \.keptAt, uses: .search),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: Document?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(issuedOn, expiresOn, field: \Document.expiresOn)
    // Of the individual number only that there is one may be kept.
    if type == .myNumber, !numberEnding.isEmpty {
      problems.append(FieldProblem(\Document.numberEnding, .numberNotKept))
    }
    return problems
  }
}
