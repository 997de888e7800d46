/// A pledge to the Global Refugee Forum: what somebody promised, and how far it has come.
package struct Pledge: Record {
  package var name = ""
  package var nameEnglish = ""
  package var partner: Reference<PartnerOrganisation>?
  package var objective: PledgeObjective?
  package var stage = PledgeStage.planning
  package var participation: ParticipationLevel?
  package var committed: Int?
  package var disbursed: Int?
  package var currency: Currency?
  package var pledgedOn: CivilDate?
  package var firstYear: Int?
  package var lastYear: Int?
  package var owner: Reference<Staff>?
  package var updatedOn: CivilDate?
  package var updateDue: CivilDate?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.pledge
  package static let letter = "PG"
  package static let titleFields = names(\.name)
  package static let defaultSort = "updateDue"
  package static let dueField: String? = name(\.updateDue)
  package static let picture: RecordPicture? = .board(
    StageColumns(
      \Pledge.stage, path: [.planning, .inProgress, .fulfilled],
      below: name(\.partner)))
  package static let identity = Identity(
    names: names(\.name, \.nameEnglish), apart: names(\.partner, \.objective))
  package static let fields: [Field<Pledge>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 28)),
    Field("nameEnglish", \.nameEnglish, uses: .search, rewrites: .roman(of: "name")),
    Field("partner", \.partner, uses: .filter, column: Column(4, width: 20)),
    Field("objective", \.objective, uses: .filter, column: Column(6, width: 20)),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(2, width: 8)),
    // How far refugees take part in it.
    Field("participation", \.participation, uses: .filter, column: Column(7, width: 14)),
    Field("committed", \.committed, column: Column(8, width: 14), range: 0...moneyLimit),
    Field("disbursed", \.disbursed, column: Column(9, width: 14), range: 0...moneyLimit),
    Field("currency", \.currency),
    // The first update is due six months after it.
    Field("pledgedOn", \.pledgedOn, days: .past),
    Field("firstYear", \.firstYear, range: 1900...2999),
    Field("lastYear", \.lastYear, range: 1900...2999),
    Field("owner", \.owner, uses: .filter, column: Column(10, width: 12)),
    // Kept by the database: the day of the latest update, and six months after it.
    Field("updatedOn", \.updatedOn, origin: .derived, column: Column(5, width: 10)),
    Field("updateDue", \.updateDue, origin: .derived, uses: .sort, column: Column(3, width: 10)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  /// The most that a sum of money may be, in any currency.
  static let moneyLimit = 1_000_000_000_000

  package mutating func settle(before: Pledge?, in context: WriteContext) {
    if before == nil { pledgedOn = pledgedOn ?? context.day }
  }

  package func problems(before: Pledge?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if (committed ?? disbursed) != nil, currency == nil {
      problems.append(FieldProblem(\Pledge.currency, .required))
    }
    if let firstYear, let lastYear, lastYear < firstYear {
      problems.append(FieldProblem(\Pledge.lastYear, .outOfRange))
    }
    return problems
  }
}
