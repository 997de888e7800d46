/// How a guest or a host is in a stay, asked on one day (domain model 3.6).
package struct CheckIn: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var homestay = Reference<Homestay>(RecordID(0))
  package var on: CivilDate?
  package var asked = StaySide.guest
  package var mood = StayMood.good
  package var staff: Reference<Staff>?
  package var volunteer: Reference<Volunteer>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.checkIn
  package static let letter = "CK"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = .startOfStay
  package static let titleFields = names(\.mood)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let access = Access(
    reads: .ownOnAssignedCase, grant: .whereabouts,
    adds: Set(names(\.case, \.homestay)).union(told), corrects: told,
    commands: ["logContact", "logCheckIn", "logComment", "edit"])
  /// What somebody tells of a check-in of their own.
  private static let told = Set(names(\.on, \.asked, \.mood, \.notes))
  package static let fields: [Field<CheckIn>] = [
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(1, width: 20)),
    Field(
      "homestay", \.homestay, required: true, audience: .assigned, uses: .filter,
      column: Column(7, width: 16)),
    Field(
      "on", \.on, days: .past, required: true, audience: .assigned, uses: .sort,
      column: Column(2, width: 10), volunteerColumn: Column(1, width: 10)),
    Field(
      "asked", \.asked, required: true, audience: .assigned, column: Column(3, width: 8),
      volunteerColumn: Column(2, width: 8)),
    Field(
      "mood", \.mood, required: true, audience: .assigned, column: Column(4, width: 12),
      volunteerColumn: Column(3, width: 12)),
    Field(
      "notes", \.notes, audience: .assigned, uses: .search, column: Column(5, width: 26),
      volunteerColumn: Column(4, width: 26)),
    Field("staff", \.staff, column: Column(6, width: 12)),
    Field("volunteer", \.volunteer, audience: .assigned, uses: .filter),
  ]

  package func problems(before: CheckIn?, facts: CaseFacts) -> [FieldProblem] {
    let isNew = before.map { $0.on != on || $0.homestay != homestay } ?? true
    if isNew, let on, let start = facts.startOfStay, on < start {
      return [FieldProblem(\CheckIn.on, .stayNotBegun, .date(start))]
    }
    let owner = facts.casesOfLinks[Self.name(\.homestay)]
    return owner == nil || owner == `case`.id ? [] : [FieldProblem(\CheckIn.homestay, .otherCase)]
  }
}
