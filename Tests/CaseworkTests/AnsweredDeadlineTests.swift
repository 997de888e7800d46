import Casework
import Testing

/// Deadlines that a later row answered: whether they were kept.
@Suite struct `An answered deadline` {
  /// As `appeal due 2026-05-08 done 2026-05-03`.
  private func done(_ facts: CaseOfDeadlines) -> [String] {
    facts.deadlines.compactMap { deadline in
      deadline.done.map { "\(deadline.rule.rawValue) due \(deadline.date) done \($0)" }
    }
  }

  @Test(arguments: [("2026-05-03", "2026-05-03"), ("2026-05-20", "2026-05-20")])
  func `is that of an appeal, on the day it was brought`(on: String, done day: String) {
    var facts = CaseOfDeadlines()
    facts.procedure(.denied, "2026-05-01", notice: "2026-05-01")
    facts.procedure(.appeal, on)
    #expect(done(facts) == ["appeal due 2026-05-08 done \(day)"])
  }

  @Test func `was kept where offices were closed on its last day`() {
    var facts = CaseOfDeadlines()
    // The seventh day is a Saturday.
    facts.procedure(.denied, "2026-05-09", notice: "2026-05-09")
    facts.procedure(.appeal, "2026-05-18")
    #expect(done(facts) == ["appeal due 2026-05-16 done 2026-05-16"])
  }

  @Test func `is that of a lawsuit, from the notice it counts from`() {
    var facts = CaseOfDeadlines()
    facts.procedure(.denied, "2026-01-05", notice: "2026-01-05")
    facts.procedure(.appeal, "2026-01-10")
    facts.procedure(.appealDismissed, "2026-03-02", notice: "2026-03-02")
    facts.procedure(.lawsuit, "2026-04-01")
    #expect(
      done(facts) == [
        "appeal due 2026-01-12 done 2026-01-10", "lawsuit due 2026-09-02 done 2026-04-01",
      ])
  }

  @Test
  func `is the end of a stay that a new row followed, from the application where it was in time`() {
    var facts = CaseOfDeadlines()
    facts.residence(.student, "2025-01-10", expires: "2025-07-10", applied: "2025-07-01")
    facts.residence(
      .designatedActivities, "2025-08-20", expires: "2026-02-20", applied: "2026-03-01")
    facts.residence(.designatedActivities, "2026-03-10", expires: "2026-09-10")
    facts.residence(.longTermResident, "2026-08-01", expires: "2027-08-01")
    #expect(
      done(facts) == [
        "period_of_stay due 2025-07-10 done 2025-07-01",
        "period_of_stay due 2026-02-20 done 2026-03-10",
        "period_of_stay due 2026-09-10 done 2026-08-01",
      ])
    #expect(facts.open.contains("2027-08-01 period_of_stay"))
  }

  @Test func `stays with an ended case, and what was open does not`() {
    var facts = CaseOfDeadlines(.closed, closed: "2026-06-01")
    facts.procedure(.denied, "2026-05-01", notice: "2026-05-01")
    facts.procedure(.appeal, "2026-05-03")
    facts.procedure(.denied, "2026-05-20", notice: "2026-05-20")
    #expect(
      done(facts).filter { $0.hasPrefix("appeal") } == ["appeal due 2026-05-08 done 2026-05-03"])
    #expect(!facts.open.contains { $0.hasSuffix("appeal") })
  }

  /// As `appeal mistake OD-0040 打ち間違い`.
  private func said(_ facts: CaseOfDeadlines) -> [String] {
    facts.deadlines.map { DeadlineRecord($0, of: facts.facts) }.compactMap { deadline in
      deadline.answer.map {
        "\(deadline.rule.rawValue) \($0.rawValue) \(deadline.answerRecord) \(deadline.reason.text)"
      }
    }
  }

  @Test func `says what was said of it, by whom, when, why and where`() throws {
    var facts = CaseOfDeadlines()
    facts.procedure(.denied, "2026-05-01", notice: "2026-05-01")
    facts.own(.appeal, on: "2026-05-03", done: "2026-05-02")
    #expect(said(facts) == ["appeal done OD-0040 "])
    var own = facts.facts.own[0].record
    (own.answer, own.reason, own.staff) = (.mistake, "打ち間違い", Reference(RecordID(5)))
    facts.facts.own = [DeadlineFacts.Row(RecordID(40), own)]
    #expect(said(facts) == ["appeal mistake OD-0040 打ち間違い"])
    let record = DeadlineRecord(try #require(facts.first(.appeal)), of: facts.facts)
    #expect(record.answeredBy == own.staff && record.answeredOn?.description == "2026-05-03")
    // A row that answers it says more than somebody's word.
    facts.procedure(.appeal, "2026-05-06")
    #expect(said(facts) == ["appeal recorded PR-0201 "])
  }

  /// Whatever was said of the end of a stay: it is read, and the stay is over all the same.
  @Test func `of a stay is open until a new row says otherwise`() {
    var facts = CaseOfDeadlines()
    facts.residence(.student, "2025-01-10", expires: "2026-01-10")
    facts.own(.periodOfStay, on: "2026-01-12", done: "2026-01-12")
    #expect(said(facts) == ["period_of_stay done OD-0040 "])
    #expect(facts.open.contains("2026-01-10 period_of_stay"))
    facts.residence(.student, "2026-02-10", expires: "2027-02-10")
    #expect(said(facts).contains("period_of_stay recorded RS-0301 "))
    #expect(!facts.open.contains("2026-01-10 period_of_stay"))
  }

  @Test func `is not open again because staff had set its day`() {
    var facts = CaseOfDeadlines()
    facts.procedure(.denied, "2026-05-01", notice: "2026-05-01")
    facts.own(.appeal, on: "2026-05-02", due: "2026-05-07")
    facts.procedure(.appeal, "2026-05-06")
    #expect(done(facts) == ["appeal due 2026-05-07 done 2026-05-06"])
    #expect(!facts.open.contains { $0.hasSuffix("appeal") })
  }
}
