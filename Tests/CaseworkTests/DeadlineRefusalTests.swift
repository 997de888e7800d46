import Casework
import Testing

/// An appeal (審査請求, 7 days) and a lawsuit (取消訴訟, 6 months) belong to each refusal, whatever is
/// written down after it: whole lists.
struct DeadlineRefusalTests {
  struct Course: Sendable, CustomTestStringConvertible {
    let steps: [(stage: ProcedureStage, on: String)]
    let open: [String]
    var testDescription: String {
      steps.map { "\($0.stage.rawValue) \($0.on)" }.joined(separator: ", ")
    }

    init(_ steps: [(ProcedureStage, String)], _ open: [String]) {
      self.steps = steps
      self.open = open
    }
  }

  /// Each step is notified on its own day.
  ///
  /// Letters of triage are A, so that the months since the application are out of the way.
  private func open(_ course: Course) -> [String] {
    var record = CaseOfDeadlines()
    for (stage, on) in course.steps { record.procedure(stage, on, notice: on, triage: .a) }
    return record.open
  }

  @Test(arguments: [
    Course([(.applicationRefugee, "2026-05-01")], []),
    Course(
      [(.applicationRefugee, "2026-05-01"), (.denied, "2026-11-24")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    // Complementary protection on an application as a refugee refuses refugee status.
    Course(
      [(.applicationRefugee, "2026-05-01"), (.grantedComplementary, "2026-11-24")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course(
      [
        (.applicationRefugee, "2026-05-01"), (.interview, "2026-07-01"),
        (.grantedComplementary, "2027-02-25"),
      ], ["2027-03-04 appeal", "2027-08-25 lawsuit"]),
    Course(
      [(.reapplication, "2026-05-01"), (.grantedComplementary, "2026-11-24")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course(
      [
        (.applicationRefugee, "2026-04-01"), (.applicationComplementary, "2026-05-01"),
        (.grantedComplementary, "2026-11-24"),
      ], ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    // Who applied for it alone got all of it; so did whoever got it after a refusal of it.
    Course([(.applicationComplementary, "2026-05-01"), (.grantedComplementary, "2026-11-24")], []),
    Course([(.grantedComplementary, "2026-11-24")], []),
    Course([(.deniedComplementary, "2026-11-24"), (.grantedComplementary, "2026-11-27")], []),
    Course([(.deniedComplementary, "2026-11-24")], ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course([(.deniedHumanitarian, "2026-11-24")], ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    // A new application, a withdrawal, an interview or a lawsuit is no appeal.
    Course(
      [(.denied, "2026-11-24"), (.reapplication, "2026-11-26")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course(
      [(.denied, "2026-11-24"), (.applicationComplementary, "2026-11-26")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course([(.denied, "2026-11-24"), (.lawsuit, "2026-11-27")], ["2026-12-01 appeal"]),
    Course(
      [(.denied, "2026-11-24"), (.none, "2026-11-25"), (.withdrawn, "2026-11-27")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    // One that was missed stays, however much is written down after it.
    Course(
      [(.denied, "2024-02-22"), (.reapplication, "2026-01-10"), (.interview, "2026-09-01")],
      ["2024-02-29 appeal", "2024-08-22 lawsuit"]),
    // Two refusals: each has its own days, and an appeal answers one.
    Course(
      [(.denied, "2026-11-24"), (.deniedComplementary, "2026-11-26")],
      ["2026-12-01 appeal", "2026-12-03 appeal", "2027-05-24 lawsuit", "2027-05-26 lawsuit"]),
    Course(
      [(.denied, "2026-11-24"), (.deniedComplementary, "2026-11-26"), (.appeal, "2026-11-27")],
      ["2026-12-01 appeal", "2027-05-24 lawsuit"]),
    Course(
      [
        (.denied, "2026-11-24"), (.deniedComplementary, "2026-11-26"), (.appeal, "2026-11-27"),
        (.appeal, "2026-11-30"),
      ], []),
    // An appeal in time: the lawsuit counts from what is decided on it.
    Course([(.denied, "2026-11-24"), (.appeal, "2026-12-01")], []),
    Course(
      [(.denied, "2026-01-05"), (.appeal, "2026-01-09"), (.appealDismissed, "2026-11-24")],
      ["2027-05-24 lawsuit"]),
    Course([(.appealDismissed, "2026-11-24")], ["2027-05-24 lawsuit"]),
    Course(
      [(.denied, "2026-01-05"), (.appealDismissed, "2026-11-24"), (.reapplication, "2026-11-25")],
      ["2027-05-24 lawsuit"]),
    Course(
      [
        (.denied, "2026-01-05"), (.appeal, "2026-01-09"), (.appealDismissed, "2026-11-24"),
        (.lawsuit, "2026-11-25"),
      ], []),
    // The seventh day was a Saturday: made on the Monday it was made in time; a week later it was not,
    // and the lawsuit counts on from the refusal.
    Course([(.denied, "2026-11-21"), (.appeal, "2026-11-30")], []),
    Course([(.denied, "2026-11-21"), (.appeal, "2026-12-07")], ["2027-05-21 lawsuit"]),
    // Taken back: as if it had not been made, but for its seven days.
    Course(
      [(.denied, "2026-11-24"), (.appeal, "2026-11-27"), (.withdrawn, "2026-12-20")],
      ["2027-05-24 lawsuit"]),
    // Side by side.
    Course(
      [(.denied, "2026-11-24"), (.lawsuit, "2026-11-26"), (.appeal, "2026-11-27")], []),
    Course(
      [(.denied, "2026-11-24"), (.appeal, "2026-11-26"), (.lawsuit, "2026-11-27")], []),
    // As the answer to an appeal it is open to a lawsuit alone.
    Course(
      [(.denied, "2026-01-05"), (.appeal, "2026-01-09"), (.grantedComplementary, "2026-11-24")],
      ["2027-05-24 lawsuit"]),
    // What was refused was given after all.
    Course([(.denied, "2026-11-24"), (.appeal, "2026-11-27"), (.appealUpheld, "2027-11-27")], []),
    Course([(.denied, "2026-11-24"), (.grantedRefugee, "2027-01-27")], []),
    // A late appeal while another application runs is about the refusal of that one.
    Course(
      [(.denied, "2025-11-20"), (.reapplication, "2026-01-10"), (.appeal, "2026-11-27")],
      ["2025-11-27 appeal", "2026-05-20 lawsuit"]),
  ])
  func `belongs to each refusal`(_ course: Course) {
    #expect(open(course) == course.open)
  }

  @Test(arguments: ProcedureStage.allCases)
  func `is not ended by a row that answers nothing`(_ stage: ProcedureStage) {
    let answers: Set<ProcedureStage> = [.appeal, .appealUpheld, .appealDismissed, .grantedRefugee]
    for refusal in [ProcedureStage.denied, .deniedHumanitarian, .deniedComplementary] {
      for (on, next) in [("2026-11-24", "2026-11-24"), ("2027-12-25", "2028-01-31")] {
        var record = CaseOfDeadlines()
        record.procedure(refusal, on, notice: on)
        record.procedure(stage, next, notice: next)
        let appeal = record.deadlines.contains {
          $0.rule == .appeal && $0.countedFrom == CaseOfDeadlines.day(on) && $0.done == nil
            && $0.record.id == RecordID(200)
        }
        let isGiven = stage == .grantedComplementary && refusal == .deniedComplementary
        #expect(appeal == !(answers.contains(stage) || isGiven), "\(refusal) \(stage)")
      }
    }
  }

  @Test func `is done where staff said so, each by itself`() {
    var record = CaseOfDeadlines()
    record.procedure(.denied, "2026-11-24", notice: "2026-11-24", triage: .a)
    record.procedure(.deniedComplementary, "2026-11-26", notice: "2026-11-26", triage: .a)
    record.own(.appeal, on: "2026-11-27", done: "2026-11-27", from: "2026-11-24")
    #expect(
      record.open == ["2026-12-03 appeal", "2027-05-24 lawsuit", "2027-05-26 lawsuit"])
  }

  @Test func `keeps the months since an application beside a lawsuit`() {
    var record = CaseOfDeadlines()
    record.procedure(.denied, "2026-01-05", notice: "2026-01-05", triage: .d1)
    record.procedure(.reapplication, "2026-02-10")
    record.procedure(.lawsuit, "2026-03-01")
    let months = record.first(.sixMonthsSinceApplication)
    #expect(months?.date == CaseOfDeadlines.day("2026-08-10"))
    // The letter of the application before says nothing of this one.
    #expect(months?.doubts == [.assumed])
  }
}
