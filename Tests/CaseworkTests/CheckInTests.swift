import Casework
import Testing

/// What check-ins do to what is due of a stay.
struct CheckInTests {
  private func stay(
    _ stage: StayStage = .inProgress, _ told: (inout CaseOfDeadlines) -> Void
  ) -> CaseOfDeadlines {
    var record = CaseOfDeadlines(lastContact: "2026-03-20")
    record.stay(stage, "2026-02-26")
    told(&record)
    return record
  }

  @Test func `are due until the guest was asked, whoever else was in touch`() {
    #expect(stay { _ in }.first(.stayCheckIn1) != nil)
    #expect(stay { $0.checkIn(.host, "2026-03-20") }.first(.stayCheckIn1) != nil)
    let asked = stay { $0.checkIn(.guest, "2026-02-27") }
    #expect(asked.first(.stayCheckIn1) == nil && asked.first(.stayCheckIn3) != nil)
  }

  @Test func `mean by what staff decide only the one they decided about`() {
    let decided = stay {
      $0.checkIn(.guest, "2026-03-05")
      $0.own(.stayCheckInBiweekly, on: "2026-03-19", done: "2026-03-19", from: "2026-03-05")
    }
    #expect(decided.first(.stayCheckInBiweekly)?.done != nil)
    var later = decided
    later.checkIn(.guest, "2026-03-20")
    let next = later.first(.stayCheckInBiweekly)
    #expect(next?.date == CaseOfDeadlines.day("2026-04-02") && next?.done == nil)
  }

  @Test func `stay urgent until the same person says better, or the stay ends`() {
    let urgent = stay { $0.checkIn(.guest, "2026-03-02", .urgent) }
    #expect(urgent.first(.stayUrgent)?.record == RecordAddress(.checkIn, RecordID(90)))
    #expect(DeadlineRule.of(.stayUrgent)?.category == .critical)
    var other = urgent
    other.checkIn(.host, "2026-03-03")
    #expect(other.first(.stayUrgent) != nil)
    var better = urgent
    better.checkIn(.guest, "2026-03-02", .concern)
    #expect(better.first(.stayUrgent) == nil)
    let over = stay(.endedEarly) { $0.checkIn(.guest, "2026-03-02", .urgent) }
    #expect(over.first(.stayUrgent) == nil)
  }

  /// A text may say that nothing is settled: only staff's word on how far it is ends it.
  @Test(
    arguments: [
      ("", nil, true), ("未定", nil, true), ("未定", .searching, true), ("公営住宅", .applied, false),
      ("", .applied, true), ("", .secured, false), ("公営住宅", .secured, false),
    ] as [(String, MoveOnState?, Bool)])
  func `ask where the guest goes next until it is settled`(
    plan: String, state: MoveOnState?, isDue: Bool
  ) {
    var record = CaseOfDeadlines()
    record.stay(.inProgress, "2026-02-26", until: "2026-04-30")
    #expect(record.first(.stayMoveOn) != nil)
    record.facts.stays = record.facts.stays.map { row in
      var stay = row.record
      stay.moveOnPlan = LongText(plan)
      stay.moveOnState = state
      return DeadlineFacts.Row(row.id, stay)
    }
    #expect((record.first(.stayMoveOn) != nil) == isDue)
  }

  @Test(arguments: [StayStage.confirmed, .inProgress, .extended])
  func `are due in every stay that holds a bed, also where nobody marked that it began`(
    stage: StayStage
  ) {
    #expect(stay(stage) { _ in }.first(.stayCheckIn1)?.date == CaseOfDeadlines.day("2026-02-27"))
    #expect(stay(.met) { _ in }.first(.stayCheckIn1) == nil)
  }
}
