/// A guest and a host who must not be brought together, and why.
package struct BlockedPair: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var host = Reference<Host>(RecordID(0))
  package var on: CivilDate?
  package var reason: LongText = ""
  package var staff: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.blockedPair
  package static let letter = "BP"
  /// It holds for every case of the person.
  package static let feedsDeadlines = DeadlineFeed.ofEveryCase
  package static let titleFields = names(\.host)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<BlockedPair>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("host", \.host, required: true, uses: .filter, column: Column(2, width: 16)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field("reason", \.reason, required: true, uses: .search, column: Column(4, width: 24)),
    Field("staff", \.staff, column: Column(5, width: 12)),
  ]
}
