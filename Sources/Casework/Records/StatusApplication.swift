/// An application for a status or for what hangs on one (在留申請): filed, with its papers, and what
/// became of it.
///
/// Where there is one of a renewal or a change, it says when the present stay was applied for, and
/// not the row of the stay (`ResidenceRow.told(by:)`).
package struct StatusApplication: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var type = ApplicationType.renewal
  package var on: CivilDate?
  package var receiptNumber = ""
  package var receipt: Reference<Document>?
  package var office = ""
  package var documentsAsked: LongText = ""
  package var documentsDue: CivilDate?
  package var documentsFiled: LongText = ""
  package var documentsFiledOn: CivilDate?
  package var result: ApplicationResult?
  package var resultOn: CivilDate?
  package var lawyer = ""
  package var legalAid: LegalAid?
  package var interpreter = ""
  package var interpreterOn: CivilDate?
  package var staff: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.application
  package static let letter = "AP"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let asksFirst = names(\.type, \.on, \.receiptNumber, \.receipt)
  package static let identity = Identity(keys: names(\.case, \.type, \.on))

  package static let fields: [Field<StatusApplication>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("type", \.type, required: true, uses: .filter, column: Column(2, width: 16)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field("receiptNumber", \.receiptNumber, uses: .search, column: Column(6, width: 12)),
    // The paper that shows that it was filed.
    Field("receipt", \.receipt, column: Column(9, width: 16)),
    Field("office", \.office, uses: .search, column: Column(10, width: 16)),
    Field("documentsAsked", \.documentsAsked, uses: .search),
    Field("documentsDue", \.documentsDue, column: Column(5, width: 10)),
    Field("documentsFiled", \.documentsFiled, uses: .search),
    Field("documentsFiledOn", \.documentsFiledOn, days: .past),
    Field("result", \.result, uses: .filter, column: Column(4, width: 10)),
    Field("resultOn", \.resultOn, days: .past, column: Column(7, width: 10)),
    Field("lawyer", \.lawyer, uses: .search, column: Column(8, width: 14)),
    Field("legalAid", \.legalAid),
    Field("interpreter", \.interpreter),
    Field("interpreterOn", \.interpreterOn),
    Field("staff", \.staff, column: Column(11, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: StatusApplication?, in context: WriteContext) {
    if result != nil, before?.result == nil { resultOn = resultOn ?? context.day }
    // A result that is taken back takes its day with it.
    if result == nil, before?.result != nil, resultOn == before?.resultOn { resultOn = nil }
    guard let before, documentsDue != nil else { return }
    if documentsDue != before.documentsDue {
      // What was filed before answers nothing that is asked for now.
      if documentsFiledOn == before.documentsFiledOn { documentsFiledOn = nil }
    } else if documentsFiled != before.documentsFiled {
      documentsFiledOn = documentsFiledOn ?? context.day
    }
  }

  package func problems(
    before: StatusApplication?, facts: CaseFacts
  ) -> [FieldProblem] {
    var problems = DateOrder.problems(on, resultOn, field: \StatusApplication.resultOn)
    problems += DateOrder.problems(on, documentsDue, field: \StatusApplication.documentsDue)
    problems += DateOrder.problems(
      on, documentsFiledOn, field: \StatusApplication.documentsFiledOn)
    if result == nil, resultOn != nil {
      problems.append(FieldProblem(\StatusApplication.result, .required))
    }
    if let owner = facts.casesOfLinks[Self.name(\.receipt)], owner != `case`.id {
      problems.append(FieldProblem(\StatusApplication.receipt, .otherCase))
    }
    return problems
  }
}
