import Casework
import Testing

/// Three days to ask for a hearing and three to object, which nothing but an answer ends.
struct DeadlineDeportationTests {
  private func day(_ iso: String) -> CivilDate { CaseOfDeadlines.day(iso) }

  private func detained() -> CaseOfDeadlines {
    var record = CaseOfDeadlines()
    record.residence(.none, "2026-03-01", basis: .inDetention) {
      $0.findingNotifiedOn = CaseOfDeadlines.day("2026-03-09")
    }
    return record
  }

  @Test func `a newer row of the stay answers no notice`() {
    var record = detained()
    record.residence(.none, "2026-03-10", basis: .monitoringBeforeOrder)
    #expect(record.first(.oralHearing)?.date == day("2026-03-12"))
    #expect(record.first(.oralHearing)?.done == nil)
  }

  @Test func `a hearing that was asked for, or held, answers the finding`() {
    var record = detained()
    record.residence(.none, "2026-03-11", basis: .inDetention) {
      $0.hearingRequestedOn = CaseOfDeadlines.day("2026-03-11")
    }
    #expect(record.first(.oralHearing)?.done == day("2026-03-11"))
    record = detained()
    record.residence(.none, "2026-04-01", basis: .inDetention) {
      $0.rulingNotifiedOn = CaseOfDeadlines.day("2026-04-01")
    }
    #expect(record.first(.oralHearing)?.done == day("2026-04-01"))
    #expect(record.first(.objection)?.date == day("2026-04-04"))
  }

  @Test func `an answer to an earlier notice is none to a later one`() {
    var record = CaseOfDeadlines()
    record.residence(.none, "2026-03-01", basis: .inDetention) {
      $0.findingNotifiedOn = CaseOfDeadlines.day("2026-03-09")
      $0.hearingRequestedOn = CaseOfDeadlines.day("2026-03-10")
    }
    record.residence(.none, "2026-06-01", basis: .inDetention) {
      $0.findingNotifiedOn = CaseOfDeadlines.day("2026-06-08")
    }
    let hearings = record.deadlines.filter { $0.rule == .oralHearing }
    #expect(hearings.map(\.done) == [day("2026-03-10"), nil])
  }

  @Test func `a lawsuit, or a status, ends the days to bring one`() {
    func record(_ rows: (inout CaseOfDeadlines) -> Void = { _ in }) -> CaseOfDeadlines {
      var record = CaseOfDeadlines()
      record.residence(.none, "2026-03-01", basis: .inDetention) {
        $0.rulingNotifiedOn = CaseOfDeadlines.day("2026-03-05")
        $0.decisionNotifiedOn = CaseOfDeadlines.day("2026-04-10")
        $0.orderNotifiedOn = CaseOfDeadlines.day("2026-04-17")
      }
      rows(&record)
      return record
    }
    let rules: [DeadlineRuleID] = [.decisionLawsuit, .orderLawsuit]
    let open = rules.compactMap { record().first($0) }
    #expect(open.map(\.date) == [day("2026-10-10"), day("2026-10-17")])
    #expect(open.allSatisfy { $0.done == nil && $0.category == .critical })
    // A decision is given on an objection, so that there was one.
    #expect(record().first(.objection)?.done == day("2026-04-10"))
    let sued = record {
      $0.residence(.none, "2026-06-01", basis: .provisionalRelease) {
        $0.lawsuitFiledOn = CaseOfDeadlines.day("2026-05-20")
      }
    }
    #expect(rules.compactMap { sued.first($0)?.done } == [day("2026-05-20"), day("2026-05-20")])
    let permitted = record {
      $0.residence(.designatedActivities, "2026-06-01", expires: "2027-06-01", months: 12)
    }
    #expect(rules.allSatisfy { permitted.first($0) == nil })
  }

  @Test func `special permission to stay ends the procedure`() {
    var record = detained()
    record.residence(.designatedActivities, "2026-03-20", expires: "2027-03-20", months: 12)
    #expect(record.first(.oralHearing) == nil)
  }

  @Test func `both weigh as what the right to be here hangs on, and are late the day after`() {
    let hearing = detained().first(.oralHearing)
    #expect(hearing?.category == .critical)
    #expect(DeadlineRule.of(.oralHearing)?.warningDays.max() == 3)
  }
}
