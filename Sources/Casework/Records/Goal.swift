/// What somebody wants to reach, and the plan to get there: a part of the support plan (支援計画).
package struct Goal: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var goal = ""
  package var domain: NeedDomain?
  package var on: CivilDate?
  package var due: CivilDate?
  package var plan: LongText = ""
  package var stage = GoalStage.open
  package var endedOn: CivilDate?
  package var staff: Reference<Staff>?
  package var outcome: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.goal
  package static let letter = "G"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.goal)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<Goal>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("goal", \.goal, required: true, uses: .search, column: Column(2, width: 26)),
    Field("stage", \.stage, required: true, column: Column(3, width: 10)),
    Field("domain", \.domain, column: Column(6, width: 12)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(5, width: 10)),
    Field("due", \.due, column: Column(4, width: 10)),
    Field("plan", \.plan, uses: .search),
    Field("endedOn", \.endedOn, days: .past),
    Field("staff", \.staff, column: Column(7, width: 12)),
    Field("outcome", \.outcome),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package mutating func settle(before: Goal?, in context: WriteContext) {
    // A goal that is opened again has not ended.
    if stage == .open, let before, before.stage != .open, endedOn == before.endedOn {
      endedOn = nil
    }
    guard stage != before?.stage, stage != .open else { return }
    endedOn = endedOn ?? context.day
  }

  package func problems(before: Goal?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(on, due, field: \Goal.due)
      + DateOrder.problems(on, endedOn, field: \Goal.endedOn)
  }
}
