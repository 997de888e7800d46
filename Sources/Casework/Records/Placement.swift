/// The way of one person to one job, from prospect to retention.
package struct Placement: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var company = Reference<Company>(RecordID(0))
  package var job: Reference<Job>?
  package var occupation = ""
  package var stage = PlacementStage.prospect
  package var stageSince: CivilDate?
  package var on: CivilDate?
  package var offerAcceptedOn: CivilDate?
  package var startedOn: CivilDate?
  package var endedOn: CivilDate?
  package var pausedOn: CivilDate?
  package var pausedFor: Reference<Placement>?
  package var statusResult: StatusChangeResult?
  package var statusDecidedOn: CivilDate?
  package var retentionCheckedOn: CivilDate?
  package var barriers: [Barrier] = []
  package var annualPay: Int?
  package var colleagues: Int?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true
  package var reached: PlacementStage?
  package var accompaniedFrom: CivilDate?
  package var dueIn6: CivilDate?
  package var stayed6: RetentionResult?
  package var dueIn12: CivilDate?
  package var stayed12: RetentionResult?

  package init() {}

  private static let course = FieldView("placementCourse", .held)

  package static let kind = RecordKind.placement
  package static let letter = "PL"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = [.placement, .consents]
  package static let titleFields = names(\.occupation)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let picture: RecordPicture? = .board(
    StageColumns(
      open: \Placement.stage, title: name(\.case), below: name(\.company),
      beside: names(\.stageSince, \.occupation, \.job, \.on, \.owner, \.isOpen, \.pausedOn),
      order: name(\.stageSince)))
  /// Somebody may come to the same employer twice: the days tell it.
  package static let identity = Identity(
    keys: names(\.case, \.company, \.occupation),
    apart: names(\.job, \.on, \.offerAcceptedOn, \.startedOn))
  package static let fields: [Field<Placement>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("company", \.company, required: true, uses: .filter, column: Column(3, width: 20)),
    Field("job", \.job, uses: .filter),
    Field("occupation", \.occupation, uses: .search, column: Column(4, width: 16)),
    Field("stage", \.stage, required: true, uses: [.filter], column: Column(2, width: 14)),
    Field(
      "stageSince", \.stageSince, origin: .derived, uses: [.sort, .noForm],
      column: Column(6, width: 10)),
    Field("on", \.on, required: true, uses: .sort, column: Column(5, width: 10)),
    Field("offerAcceptedOn", \.offerAcceptedOn, days: .past),
    Field("startedOn", \.startedOn, column: Column(6, width: 10)),
    Field("endedOn", \.endedOn),
    // Since when it waits because the person accepted another offer; emptied, it goes on.
    Field("pausedOn", \.pausedOn, days: .past, column: Column(8, width: 10)),
    // The placement whose acceptance paused it.
    Field("pausedFor", \.pausedFor, uses: .noForm),
    // What became of the application for a change of status: a result of its own.
    Field("statusResult", \.statusResult, uses: .filter),
    Field("statusDecidedOn", \.statusDecidedOn, days: .past),
    // For what it ended, of what stands in the way.
    Field("barriers", \.barriers),
    // When staff last asked how it goes at work.
    Field("retentionCheckedOn", \.retentionCheckedOn, days: .past),
    Field("annualPay", \.annualPay),
    Field("colleagues", \.colleagues, range: 0...1_000_000),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
    // What indicators ask of its course: the furthest stage, since when the person was accompanied,
    // and whether they were still there six and twelve months after the first day of work.
    Field("reached", \.reached, origin: .derived, uses: .noForm, view: course),
    Field("accompaniedFrom", \.accompaniedFrom, origin: .derived, uses: .noForm, view: course),
    Field("dueIn6", \.dueIn6, origin: .derived, uses: .noForm, view: course),
    Field("stayed6", \.stayed6, origin: .derived, uses: .noForm, view: course),
    Field("dueIn12", \.dueIn12, origin: .derived, uses: .noForm, view: course),
    Field("stayed12", \.stayed12, origin: .derived, uses: .noForm, view: course),
  ]

  package func problems(before: Placement?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(startedOn, endedOn, field: \Placement.endedOn)
    if before?.stage.isBeforeStart == true, PlacementStage.endsAfterStart.contains(stage) {
      problems.append(FieldProblem(\Placement.stage, .stageNotAllowed))
    }
    return problems + guards(before: before, facts: facts)
      + StagePath.problems(
        from: before?.stage, to: stage, field: \Placement.stage, reason: facts.reason)
  }
}
