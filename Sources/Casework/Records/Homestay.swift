/// A stay of a guest with a host, from proposal to end.
package struct Homestay: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var host = Reference<Host>(RecordID(0))
  package var stage = StayStage.proposed
  package var stageSince: CivilDate?
  package var start: CivilDate?
  package var end: CivilDate?
  package var persons: Int?
  package var guestAgreedOn: CivilDate?
  package var hostAgreedOn: CivilDate?
  package var owner: Reference<Staff>?
  package var endReason: StayEndReason?
  package var moveOnPlan: LongText = ""
  package var moveOnState: MoveOnState?
  package var notes: LongText = ""
  package var isOpen = true
  package var leaves: CivilDate?

  package init() {}

  package static let kind = RecordKind.homestay
  package static let letter = "HS"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = [.stay, .consents]
  package static let titleFields = names(\.host)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let picture: RecordPicture? = .beds
  package static let identity = Identity(keys: names(\.case, \.host, \.start))
  package static let access = Access(
    reads: .openOnAssignedCase, grant: .whereabouts,
    commands: ["logCheckIn", "logContact", "logComment"])
  package static let fields: [Field<Homestay>] = [
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(1, width: 20)),
    Field("host", \.host, required: true, uses: .filter, column: Column(2, width: 16)),
    Field(
      "stage", \.stage, required: true, audience: .assigned, uses: [.filter],
      column: Column(3, width: 12), volunteerColumn: Column(2, width: 12)),
    Field(
      "stageSince", \.stageSince, origin: .derived, uses: [.sort, .noForm],
      column: Column(6, width: 10)),
    Field(
      "start", \.start, required: true, audience: .assigned, uses: .sort,
      column: Column(4, width: 10), volunteerColumn: Column(1, width: 10)),
    Field(
      "end", \.end, audience: .assigned, column: Column(5, width: 10),
      volunteerColumn: Column(3, width: 10)),
    // One bed each; one where it is not said.
    Field("persons", \.persons, range: 1...20),
    Field("guestAgreedOn", \.guestAgreedOn, days: .past),
    Field("hostAgreedOn", \.hostAgreedOn, days: .past),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("endReason", \.endReason, column: Column(8, width: 14)),
    // Where the guest goes next, and how far that is settled.
    Field("moveOnPlan", \.moveOnPlan),
    Field("moveOnState", \.moveOnState),
    Field("notes", \.notes, uses: .search),
    Field(
      "isOpen", \.isOpen, audience: .assigned, origin: .derived, uses: [.filter, .noForm]),
    // The morning on which it is left, one night at least; empty where no end is known.
    Field(
      "leaves", \.leaves, origin: .derived, uses: .noForm, view: FieldView("stayCourse", .whole)),
  ]

  package func problems(before: Homestay?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(start, end, field: \Homestay.end)
      + StagePath.problems(
        from: before?.stage, to: stage, field: \Homestay.stage, reason: facts.reason)
      + endProblems(before: before, facts: facts)
      + futureProblems(before: before, today: facts.today)
      + guardProblems(before: before, facts: facts)
  }
}
