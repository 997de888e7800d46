/// Data that got out, was lost or may have been (漏えい等事案): what and whose, and who was told by when.
///
/// Of one person alone it has to be reported where it is of the kind that everything here is: that
/// somebody sought refuge (the Act on the Protection of Personal Information, article 26).
package struct Incident: Record {
  package var name = ""
  package var on: CivilDate?
  package var happenedOn: CivilDate?
  package var cause = IncidentCause.misdirected
  package var people: Int?
  package var leaked: LongText = ""
  package var reportBy: CivilDate?
  package var reportLast: CivilDate?
  package var reportedOn: CivilDate?
  package var finalBy: CivilDate?
  package var finalOn: CivilDate?
  package var toldOn: CivilDate?
  package var told: LongText = ""
  package var measures: LongText = ""
  package var closedOn: CivilDate?
  package var owner: Reference<Staff>?
  package var due: CivilDate?
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.incident
  package static let letter = "IN"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let dueField: String? = name(\.due)
  package static let isDueByLaw = true
  package static let asksFirst = names(\.name, \.on, \.cause, \.people, \.leaked)
  package static let identity = Identity(names: names(\.name), apart: names(\.on))

  package static let fields: [Field<Incident>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 24)),
    // The day on which somebody of the organisation knew.
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("happenedOn", \.happenedOn, days: .past),
    Field("cause", \.cause, required: true, uses: .filter, column: Column(6, width: 14)),
    // How many people the data are about.
    Field("people", \.people, column: Column(5, width: 6), range: 0...9_999_999),
    Field("leaked", \.leaked, uses: .search),
    // Counted from the day it was found: the day to report by, the last one, and that of the final
    // report.
    Field("reportBy", \.reportBy, uses: .noForm, column: Column(3, width: 10)),
    Field("reportLast", \.reportLast, uses: .noForm, column: Column(7, width: 10)),
    Field("reportedOn", \.reportedOn, days: .past, column: Column(8, width: 10)),
    Field("finalBy", \.finalBy, uses: .noForm, column: Column(4, width: 10)),
    Field("finalOn", \.finalOn, days: .past, column: Column(9, width: 10)),
    Field("toldOn", \.toldOn, days: .past),
    // Who was told beside the authority: the people themselves, funders, partners.
    Field("told", \.told, uses: .search),
    Field("measures", \.measures, uses: .search),
    Field("closedOn", \.closedOn, days: .past),
    Field("owner", \.owner, uses: .filter, column: Column(10, width: 12)),
    Field("due", \.due, uses: [.noForm, .sort]),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: Incident?, in context: WriteContext) {
    guard let on else { return }
    let rules = dayRules
    (reportBy, reportLast, finalBy) = (
      rules[Self.name(\.reportBy)]?.date(from: on), rules[Self.name(\.reportLast)]?.date(from: on),
      rules[Self.name(\.finalBy)]?.date(from: on)
    )
    due = closedOn != nil || finalOn != nil ? nil : reportedOn == nil ? reportBy : finalBy
  }

  package var dayRules: [String: DutyRule] {
    let last = cause.isMalicious ? "leak_final_malicious" : "leak_final"
    let ids = [
      Self.name(\.reportBy): "leak_report", Self.name(\.reportLast): "leak_report_last",
      Self.name(\.finalBy): last, Self.name(\.due): reportedOn == nil ? "leak_report" : last,
    ]
    return ids.compactMapValues(DutyRule.of)
  }

  package func problems(before: Incident?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(happenedOn, on, field: \Incident.on)
      + DateOrder.problems(on, reportedOn, field: \Incident.reportedOn)
      + DateOrder.problems(reportedOn ?? on, finalOn, field: \Incident.finalOn)
      + DateOrder.problems(on, toldOn, field: \Incident.toldOn)
      + DateOrder.problems(on, closedOn, field: \Incident.closedOn)
  }
}
