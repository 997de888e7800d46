/// A member of staff stands in for another who is absent, from one day to another.
///
/// On these days lists of one's own work include the work of the absent colleague; the cover ends
/// by itself.
package struct Cover: Record {
  package var staff = Reference<Staff>(RecordID(0))
  package var coveredBy = Reference<Staff>(RecordID(0))
  package var from: CivilDate?
  package var to: CivilDate?

  package init() {}

  package static let kind = RecordKind.cover
  package static let letter = "CV"
  package static let titleFields = names(\.staff)
  package static let timelineField: String? = name(\.from)
  package static let defaultSort = "-from"
  package static let fields: [Field<Cover>] = [
    // Who is absent.
    Field("staff", \.staff, required: true, uses: .filter, column: Column(1, width: 16)),
    Field("coveredBy", \.coveredBy, required: true, uses: .filter, column: Column(2, width: 16)),
    Field("from", \.from, required: true, uses: .sort, column: Column(3, width: 10)),
    // The last day.
    Field("to", \.to, required: true, column: Column(4, width: 10)),
  ]

  package func problems(before: Cover?, facts: CaseFacts) -> [FieldProblem] {
    (staff == coveredBy ? [FieldProblem(\Cover.coveredBy, .sameStaff)] : [])
      + DateOrder.problems(from, to, field: \Cover.to)
  }
}

extension ListQuery {
  /// The covers in which a member of staff stands in for somebody on a day.
  package static func covers(by staff: RecordAddress, on day: CivilDate) -> ListQuery {
    ListQuery(
      .cover,
      filters: [
        FieldFilter(\Cover.coveredBy, .equals(.link(Link(staff)))),
        FieldFilter(\Cover.from, .upTo(day)),
        FieldFilter(\Cover.to, .from(day)),
      ])
  }
}
