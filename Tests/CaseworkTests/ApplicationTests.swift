import Casework
import CustomDump
import Testing

/// What was applied for carries a stay on, and not a day that somebody ticked.
@Suite struct `An application` {
  /// A stay of six months up to the end of the year, with what its row says of a renewal.
  private static func scene(
    applied: String? = nil, decided: String? = nil, seen: String? = nil,
    _ build: (inout CaseOfDeadlines) -> Void
  ) -> CaseOfDeadlines {
    var record = CaseOfDeadlines()
    record.residence(
      .designatedActivities, "2026-06-30", expires: "2026-12-31", months: 6, applied: applied,
      decided: decided, seen: seen)
    build(&record)
    return record
  }

  private static func days(_ record: CaseOfDeadlines) -> [String] {
    record.deadlines.filter { [.periodOfStay, .specialPeriod].contains($0.rule) }
      .map { "\($0.rule.rawValue) \($0.date)\($0.done.map { " done \($0)" } ?? "")" }
  }

  private static let bare = ["period_of_stay 2026-12-31"]
  /// 31 December and two months: February has no 31st.
  private static let both = bare + ["special_period 2027-02-28"]

  @Test func `of a renewal or a change in time lets the stay go on, and of nothing else`() {
    for type in ApplicationType.allCases {
      let record = Self.scene { $0.application(type, "2026-12-01") }
      #expect(Self.days(record) == (type.extendsStay ? Self.both : Self.bare), "\(type)")
    }
    #expect(ApplicationType.allCases.filter(\.extendsStay) == [.renewal, .change])
  }

  @Test func `that came too late, or before the stay began, carries nothing`() {
    for day in ["2027-01-01", "2026-06-29"] {
      #expect(Self.days(Self.scene { $0.application(.renewal, day) }) == Self.bare, "\(day)")
    }
    #expect(Self.days(Self.scene { $0.application(.renewal, "2026-12-31") }) == Self.both)
  }

  @Test func `leaves the last day on the card in sight until its receipt is there`() {
    let receipt = RecordID(10)
    let seen = Self.scene { $0.application(.renewal, "2026-12-01", receipt: receipt) }
    #expect(
      Self.days(seen) == [
        "period_of_stay 2026-12-31 done 2026-12-01", "special_period 2027-02-28",
      ])
    // That the row was confirmed later proves the row, not the application.
    let row = Self.scene(seen: "2026-12-20") { $0.application(.renewal, "2026-12-01") }
    #expect(Self.days(row) == Self.both)
  }

  @Test func `wins over the day on the row of the stay`() {
    // The row says in time, the application that it was too late: no special period.
    let late = Self.scene(applied: "2026-12-30", seen: "2026-12-30") {
      $0.application(.renewal, "2027-01-04", receipt: RecordID(10))
    }
    #expect(Self.days(late) == Self.bare)
    // The row says nothing.
    #expect(Self.days(Self.scene { $0.application(.change, "2026-11-02") }) == Self.both)
    // Without an application the row stands as it did.
    #expect(Self.days(Self.scene(applied: "2026-12-01") { _ in }) == Self.both)
    // One of something else says nothing of a renewal.
    let other = Self.scene(applied: "2026-12-01") { $0.application(.permanent, "2026-12-20") }
    #expect(Self.days(other) == Self.both)
  }

  @Test func `that was decided ends it, whichever of the two knows`() {
    for (result, decided) in [(ApplicationResult.denied, "2027-01-20"), (.granted, "2027-01-20")] {
      let told = Self.scene {
        $0.application(.renewal, "2026-12-01", result: result, decided: decided)
      }
      #expect(Self.days(told) == ["period_of_stay 2026-12-31", "special_period 2027-01-20"])
    }
    let onRow = Self.scene(applied: "2026-12-01", decided: "2027-01-20") {
      $0.application(.renewal, "2026-12-01")
    }
    #expect(Self.days(onRow) == ["period_of_stay 2026-12-31", "special_period 2027-01-20"])
    let returned = Self.scene {
      $0.application(.renewal, "2026-12-01", result: .notAccepted, decided: "2027-01-20")
    }
    #expect(Self.days(returned) == Self.bare)
    // Withdrawn while the stay ran, or on a day nobody knows: nothing is counted on.
    for decided in ["2026-12-10", nil] {
      let gone = Self.scene {
        $0.application(.renewal, "2026-12-01", result: .withdrawn, decided: decided)
      }
      #expect(Self.days(gone) == Self.bare)
    }
  }

  @Test func `that is still decided counts before one that was refused`() {
    let record = Self.scene {
      $0.application(.renewal, "2026-11-01", result: .denied, decided: "2026-11-20")
      $0.application(.change, "2026-12-20")
      $0.application(.renewal, "2027-01-10")
    }
    #expect(Self.days(record) == Self.both)
  }

  @Test func `of the next stay says nothing of the one before`() {
    var record = CaseOfDeadlines()
    record.residence(
      .designatedActivities, "2025-12-31", expires: "2026-06-30", months: 6,
      applied: "2026-06-01")
    record.residence(.designatedActivities, "2026-06-30", expires: "2026-12-31", months: 6)
    record.application(.renewal, "2026-12-01")
    #expect(
      Self.days(record) == ["period_of_stay 2026-06-30 done 2026-06-01"] + Self.both)
  }

  @Test func `asks for its papers until they are filed or it is decided`() {
    func due(_ build: (inout CaseOfDeadlines) -> Void) -> [String] {
      Self.scene(build).deadlines.filter { $0.rule == .applicationDocuments }
        .map { "\($0.date)\($0.done.map { " done \($0)" } ?? "")" }
    }
    #expect(due { $0.application(.refugee, "2026-09-01", papers: "2026-10-18") } == ["2026-10-18"])
    #expect(
      due { $0.application(.refugee, "2026-09-01", papers: "2026-10-18", filed: "2026-10-02") }
        == ["2026-10-18 done 2026-10-02"])
    #expect(
      due { $0.application(.refugee, "2026-09-01", result: .withdrawn, papers: "2026-10-18") }
        == [])
    #expect(due { $0.application(.refugee, "2026-09-01") } == [])
  }

  @Test func `is filled in and checked`() throws {
    let today = try #require(CivilDate(iso: "2026-11-28"))
    var before = StatusApplication()
    before.on = today.adding(days: -20)
    var after = before
    (after.result, after.documentsFiled) = (.granted, "在職証明書")
    let context = WriteContext(today: today)
    after.settle(before: before, in: context)
    // What was filed when nothing was asked for answers no request.
    #expect(after.resultOn == today && after.documentsFiledOn == nil)
    before.documentsDue = today.adding(days: 3)
    after = before
    (after.result, after.documentsFiled) = (.granted, "在職証明書")
    after.settle(before: before, in: context)
    #expect(after.documentsFiledOn == today)
    // A new request asks again.
    var asked = after
    asked.documentsDue = today.adding(days: 20)
    asked.settle(before: after, in: context)
    #expect(asked.documentsFiledOn == nil)
    // A sheet does not know the day.
    var ofSheet = before
    ofSheet.result = .granted
    ofSheet.settle(before: nil, in: WriteContext(today: today, origin: .sheet))
    #expect(ofSheet.resultOn == nil)
    var back = after
    back.result = nil
    back.settle(before: after, in: context)
    #expect(back.resultOn == nil)
    var wrong = after
    (wrong.result, wrong.resultOn) = (nil, today.adding(days: -21))
    wrong.documentsDue = today.adding(days: -21)
    wrong.receipt = Reference(RecordID(4))
    var facts = CaseFacts(today: today)
    facts.casesOfLinks = ["receipt": RecordID(9)]
    expectNoDifference(
      Set(wrong.problems(before: nil, facts: facts).map { "\($0.field) \($0.code)" }),
      [
        "resultOn endBeforeStart", "documentsDue endBeforeStart", "result required",
        "receipt otherCase",
      ])
    #expect(after.problems(before: before, facts: CaseFacts(today: today)) == [])
  }
}
