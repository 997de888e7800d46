/// How somebody stood on a day in the domains of life, as they and staff saw it.
///
/// A domain nobody spoke about is left empty.
package struct NeedsAssessment: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var staff: Reference<Staff>?
  package var housing: NeedScore?
  package var income: NeedScore?
  package var food: NeedScore?
  package var health: NeedScore?
  package var mentalHealth: NeedScore?
  package var japanese: NeedScore?
  package var legal: NeedScore?
  package var employment: NeedScore?
  package var education: NeedScore?
  package var family: NeedScore?
  package var safety: NeedScore?
  package var socialConnection: NeedScore?
  package var paperwork: NeedScore?
  package var transport: NeedScore?
  package var summary: LongText = ""

  package init() {}

  package static let kind = RecordKind.need
  package static let letter = "ND"
  package static let titleFields = names(\.on)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<NeedsAssessment>] =
    [
      Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
      Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    ]
    + scores.enumerated().map { index, score in
      Field(score.domain.field, score.path, column: Column(4 + index, width: 14))
    }
    + [
      Field("staff", \.staff, column: Column(3, width: 12)),
      Field("summary", \.summary, uses: .search, column: Column(20, width: 30)),
    ]

  /// The fourteen domains with the places of their scores.
  private static let scores:
    [(domain: NeedDomain, path: any WritableKeyPath<Self, NeedScore?> & Sendable)] =
      [
        (.housing, \.housing),
        (.income, \.income),
        (.food, \.food),
        (.health, \.health),
        (.mentalHealth, \.mentalHealth),
        (.japanese, \.japanese),
        (.legal, \.legal),
        (.employment, \.employment),
        (.education, \.education),
        (.family, \.family),
        (.safety, \.safety),
        (.socialConnection, \.socialConnection),
        (.paperwork, \.paperwork),
        (.transport, \.transport),
      ]

  package subscript(domain: NeedDomain) -> NeedScore? {
    get { Self.scores.first { $0.domain == domain }.flatMap { self[keyPath: $0.path] } }
    set {
      if let score = Self.scores.first(where: { $0.domain == domain }) {
        self[keyPath: score.path] = newValue
      }
    }
  }

  package func problems(before: NeedsAssessment?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if NeedDomain.allCases.allSatisfy({ self[$0]?.points == nil }) {
      problems.append(FieldProblem(NeedDomain.housing.field, .scoreRequired))
    }
    return problems
  }
}
