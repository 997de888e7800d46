/// What a programme is to do in a city, so many times (活動計画).
package struct PlannedActivity: Record {
  package var programme = Reference<FundedProgramme>(RecordID(0))
  package var name = ""
  package var city = ""
  package var prefecture: Prefecture?
  package var planned: Int?
  package var doneElsewhere: Int?
  package var done: Int?
  package var until: CivilDate?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.activity
  package static let letter = "AC"
  package static let plural = "activities"
  package static let titleFields = names(\.name)
  package static let defaultSort = "city"
  package static let picture: RecordPicture? = .bars(
    TargetBars(
      of: name(\.city), in: name(\.programme), (name(\.done), name(\.planned))))
  package static let identity = Identity(
    keys: names(\.programme, \.name, \.city), apart: names(\.until))
  package static let fields: [Field<PlannedActivity>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(2, width: 22)),
    Field("city", \.city, required: true, uses: [.search, .sort], column: Column(1, width: 10)),
    Field("prefecture", \.prefecture, uses: .filter),
    Field("programme", \.programme, required: true, uses: .filter, column: Column(5, width: 24)),
    Field("planned", \.planned, required: true, column: Column(4, width: 4), range: 1...100_000),
    // What no gathering of ours stands for.
    Field("doneElsewhere", \.doneElsewhere, range: 0...100_000),
    // Kept by the database: gatherings held for it, and what was done elsewhere.
    Field("done", \.done, origin: .derived, column: Column(3, width: 4)),
    Field("until", \.until, column: Column(6, width: 10)),
    Field("notes", \.notes, uses: .search),
  ]
}
