/// Support that was given once, of one kind.
package struct Service: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var serviceType = ServiceType.community
  package var staff: Reference<Staff>?
  package var provider = ""
  package var minutes: Int?
  package var nights: Int?
  package var amount: Int?
  package var summary: LongText = ""

  package init() {}

  package static let kind = RecordKind.service
  package static let letter = "SV"
  package static let titleFields = names(\.serviceType)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<Service>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field(
      "serviceType", \.serviceType, required: true, uses: .filter, column: Column(2, width: 16)),
    Field("summary", \.summary, uses: .search, column: Column(4, width: 26)),
    // Who gave it, where that was not our own staff.
    Field("provider", \.provider, uses: .search, column: Column(5, width: 16)),
    Field("staff", \.staff, column: Column(6, width: 12)),
    Field("minutes", \.minutes, range: 0...1440),
    // Of a place in a shelter.
    Field("nights", \.nights, range: 1...366),
    // In yen.
    Field("amount", \.amount, column: Column(7, width: 9)),
  ]
}
