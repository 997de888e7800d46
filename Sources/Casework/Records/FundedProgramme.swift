/// A programme with its money: own work, or work that somebody funds, year by year (事業).
package struct FundedProgramme: Record {
  package var name = ""
  package var type = ProgrammeClass.selfOperated
  package var funder: Reference<PartnerOrganisation>?
  package var year: Int?
  package var years: Int?
  package var start: CivilDate?
  package var end: CivilDate?
  package var budget: Int?
  package var spent: Int?
  package var planned: Int?
  package var done: Int?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.fundedProgramme
  package static let letter = "PM"
  package static let plural = "programmes"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let picture: RecordPicture? = .bars(
    TargetBars(
      of: name(\.name), (name(\.spent), name(\.budget)), (name(\.done), name(\.planned)),
      (name(\.year), name(\.years))))
  package static let identity = Identity(
    names: names(\.name), apart: names(\.year, \.start, \.funder))
  package static let fields: [Field<FundedProgramme>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 26)),
    Field("type", \.type, required: true, uses: .filter, column: Column(2, width: 10)),
    Field("funder", \.funder, uses: .filter, column: Column(3, width: 18)),
    // Year n of m.
    Field("year", \.year, column: Column(8, width: 4), range: 1...50),
    Field("years", \.years, column: Column(9, width: 4), range: 1...50),
    Field("start", \.start, required: true, uses: .sort, column: Column(10, width: 10)),
    Field("end", \.end, column: Column(11, width: 10)),
    // Yen, of this year.
    Field("budget", \.budget, column: Column(4, width: 11)),
    Field("spent", \.spent, column: Column(5, width: 11)),
    // Kept by the database from the plan: how often something was to be, and was, done.
    Field("planned", \.planned, origin: .derived, column: Column(7, width: 4)),
    Field("done", \.done, origin: .derived, column: Column(6, width: 4)),
    Field("owner", \.owner, uses: .filter, column: Column(12, width: 12)),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: FundedProgramme?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(start, end, field: \FundedProgramme.end)
    if let year, let years, years < year {
      problems.append(FieldProblem(\FundedProgramme.years, .outOfRange))
    }
    return problems
  }
}
