/// An adult who lives in a host's home, and what the check found; all are named and checked before
/// the host is approved (domain model 3.6).
package struct HostAdult: Record {
  package var host = Reference<Host>(RecordID(0))
  package var name = ""
  package var result = AdultCheck.pending
  package var on: CivilDate?
  package var staff: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.hostAdult
  package static let letter = "HA"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let identity = Identity(names: names(\.name), keys: names(\.host), isOneRow: true)
  package static let fields: [Field<HostAdult>] = [
    Field("host", \.host, required: true, uses: .filter, column: Column(2, width: 16)),
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 16)),
    Field("result", \.result, required: true, column: Column(3, width: 10)),
    // The day of the check, or on which it was asked for.
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(4, width: 10)),
    // Who checked.
    Field("staff", \.staff, column: Column(5, width: 12)),
    Field("notes", \.notes),
  ]

  package func problems(before: HostAdult?, facts: CaseFacts) -> [FieldProblem] {
    result == .clear && staff == nil ? [FieldProblem(\HostAdult.staff, .required)] : []
  }
}
