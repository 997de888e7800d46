/// Somebody has seen a deadline as it stands: on this day, for the owner whose it is.
///
/// What counts as seen: that somebody says so with a key; that the owner, or who stands in for them,
/// opens the page of the case, on which its deadlines stand; that the owner sets its day or says what
/// happened. That it was one of many rows on Today, or stood beside a list, does not count. Of another
/// day, or for another owner, it has not been seen.
package struct Sighting: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var rule = DeadlineRuleID.periodOfStay
  package var countedFrom: CivilDate?
  package var about = ""
  package var due: CivilDate?
  package var on: CivilDate?
  package var staff = Reference<Staff>(RecordID(0))
  package var owner = Reference<Staff>(RecordID(0))

  package init() {}

  package static let kind = RecordKind.sighting
  package static let letter = "SG"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.rule)
  package static let defaultSort = "-on"

  package static let fields: [Field<Sighting>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("rule", \.rule, required: true, uses: .filter, column: Column(2, width: 18)),
    // Which deadline it is, and the day it was seen to have.
    Field("countedFrom", \.countedFrom, required: true),
    Field("about", \.about, required: true, column: Column(7, width: 10)),
    Field("due", \.due, required: true, column: Column(3, width: 10)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(4, width: 10)),
    Field("staff", \.staff, required: true, column: Column(5, width: 12)),
    // Whose deadline it was then.
    Field("owner", \.owner, required: true, column: Column(6, width: 12)),
  ]
}

extension Sighting {
  /// That a deadline was seen as it stands now; nil where it is nobody's.
  package static func change(
    of deadline: Card, on day: CivilDate, by staff: Link, command: String
  ) -> Change? {
    guard deadline.value(of: \DeadlineRecord.owner) != nil else { return nil }
    return Change(
      .sighting,
      values: [
        name(\.case): deadline[\DeadlineRecord.case],
        name(\.rule): deadline[\DeadlineRecord.rule],
        name(\.countedFrom): deadline[\DeadlineRecord.countedFrom],
        name(\.about): deadline[\DeadlineRecord.about],
        name(\.due): deadline[\DeadlineRecord.date],
        name(\.on): .date(day), name(\.staff): .link(staff),
        name(\.owner): deadline[\DeadlineRecord.owner],
      ], command: command)
  }
}
