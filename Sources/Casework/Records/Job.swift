/// A job that a company offers.
package struct Job: Record {
  package var company = Reference<Company>(RecordID(0))
  package var occupation = ""
  package var employmentType: EmploymentType?
  package var openings: Int?
  package var place = ""
  package var prefecture: Prefecture?
  package var payMinimum: Int?
  package var payMaximum: Int?
  package var japaneseLevel: JapaneseLevel?
  package var cefr: CEFRLevel?
  package var english: CEFRLevel?
  package var levelIsMust = false
  package var skills = ""
  package var weeklyHours: Int?
  package var colleagues: Int?
  package var conditions: LongText = ""
  package var isRemote = false
  package var sponsorsVisa = false
  package var receivedOn: CivilDate?
  package var closesOn: CivilDate?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.job
  package static let letter = "J"
  package static let titleFields = names(\.occupation)
  package static let timelineField: String? = name(\.receivedOn)
  package static let defaultSort = "-receivedOn"
  package static let identity = Identity(
    keys: names(\.company, \.occupation, \.receivedOn),
    apart: names(\.employmentType, \.prefecture, \.place))
  package static let fields: [Field<Job>] = [
    Field("company", \.company, required: true, uses: .filter, column: Column(2, width: 22)),
    Field("occupation", \.occupation, required: true, uses: .search, column: Column(1, width: 20)),
    Field("employmentType", \.employmentType, column: Column(4, width: 10)),
    Field("openings", \.openings, column: Column(7, width: 4), range: 1...10_000),
    Field("place", \.place, column: Column(6, width: 12)),
    Field("prefecture", \.prefecture),
    Field("payMinimum", \.payMinimum),
    Field("payMaximum", \.payMaximum),
    Field("japaneseLevel", \.japaneseLevel, column: Column(5, width: 6)),
    // Japanese and English that are needed, by the framework.
    Field("cefr", \.cefr),
    Field("english", \.english),
    // Nobody below the levels is proposed; else they are only wished for.
    Field("levelIsMust", \.levelIsMust),
    // Apart by commas.
    Field("skills", \.skills, uses: .search),
    Field("weeklyHours", \.weeklyHours, range: 1...60),
    Field("isRemote", \.isRemote),
    Field("sponsorsVisa", \.sponsorsVisa),
    Field(
      "receivedOn", \.receivedOn, days: .past, required: true, uses: .sort,
      column: Column(3, width: 10)),
    // The last day on which the request is valid.
    Field("closesOn", \.closesOn),
    // People of other countries who work there already.
    Field("colleagues", \.colleagues, range: 0...1_000_000),
    // Hours, insurance, contract: what the ledger of jobs asks beside the fields above.
    Field("conditions", \.conditions, uses: .search),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: Job?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(receivedOn, closesOn, field: \Job.closesOn)
    if let payMinimum, let payMaximum, payMaximum < payMinimum {
      problems.append(FieldProblem(\Job.payMaximum, .outOfRange))
    }
    return problems
  }

  /// Japanese by the framework that the job needs: as said, else as the level of the JLPT shows it.
  package var japanese: CEFRLevel? { cefr ?? japaneseLevel?.cefr() }
}
