/// A company that employs, or may come to employ, people with a refugee background.
package struct Company: Record {
  package var name = ""
  package var nameKana = ""
  package var nameRoman = ""
  package var stage = CompanyStage.lead
  package var stageSince: CivilDate?
  package var industry = ""
  package var contactPerson = ""
  package var phone = ""
  package var email = ""
  package var prefecture: Prefecture?
  package var address = ""
  package var owner: Reference<Staff>?
  package var declineReason = ""
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.company
  package static let letter = "E"
  package static let plural = "companies"
  /// A consent names a company by its name.
  package static let feedsDeadlines = DeadlineFeed.ofCases(
    of: .placement, by: Placement.name(\.company), when: [name(\.name)])
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let picture: RecordPicture? = .board(
    StageColumns(
      \Company.stage, path: CompanyStage.path, below: name(\.contactPerson),
      beside: names(\.stageSince)))
  /// Branches and namesakes; a company has several telephones, but sits in one place.
  package static let identity = Identity(
    names: names(\.name), apart: names(\.prefecture, \.address, \.phone, \.email))
  package static let fields: [Field<Company>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 26)),
    Field("nameKana", \.nameKana, uses: [.search, .kana], rewrites: .kana(of: "name")),
    Field("nameRoman", \.nameRoman, uses: .search, rewrites: .roman(of: "name")),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(2, width: 14)),
    Field("stageSince", \.stageSince, origin: .derived, uses: .noForm),
    Field("industry", \.industry, uses: .search, column: Column(4, width: 16)),
    Field("contactPerson", \.contactPerson, uses: .search, column: Column(3, width: 14)),
    Field("phone", \.phone, uses: [.search, .telephone]),
    Field("email", \.email),
    Field("prefecture", \.prefecture, column: Column(5, width: 8)),
    Field("address", \.address),
    Field("owner", \.owner, column: Column(6, width: 12)),
    Field("declineReason", \.declineReason),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: Company?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let isMoved = before?.stage != stage && !facts.isImport
    if stage == .declined, isMoved, declineReason.isEmpty {
      problems.append(FieldProblem(\Company.declineReason, .required))
    }
    // A dormant company, or one after a hiring, may go back to an earlier stage without a reason.
    if let before, before.stage == .dormant || before.stage == .postHire { return problems }
    return problems
      + StagePath.problems(
        from: before?.stage, to: stage, field: \Company.stage, reason: facts.reason)
  }
}
