import Casework
import Testing

/// Who paid what, and what somebody lives on.
struct MoneyTests {
  private static let today = CivilDate(dayNumber: 20_785)

  private func codes<R: Record>(_ record: R, cases: [String: RecordID] = [:]) -> [String] {
    var facts = CaseFacts(today: Self.today)
    facts.casesOfLinks = cases
    return record.problems(before: nil, facts: facts).map { "\($0.field) \($0.code)" }
  }

  @Test(arguments: FeePayer.allCases) func `a fee names a fund and a repayment where there is one`(
    payer: FeePayer
  ) {
    var fee = Fee()
    (fee.on, fee.amount, fee.payer) = (Self.today, 6000, payer)
    #expect(codes(fee) == [])
    fee.programme = Reference(RecordID(1))
    let hasFund = payer == .fund || payer == .advance
    #expect(codes(fee) == (hasFund ? [] : ["programme doesNotFit"]))
    fee.programme = nil
    fee.repaidOn = Self.today
    #expect(codes(fee) == (payer == .advance ? [] : ["repaidOn doesNotFit"]))
  }

  /// What applications cost and how long an allowance takes are asked by funders and told each year.
  @Test func `what it costs stands in reports that are ready`() {
    for layout in [ReportLayout.annual, .funder] {
      let items = layout.sections.flatMap(\.items)
      let fees = items.filter { $0.indicator == .fees }
      #expect(fees.map(\.grouping) == Fee.names(\.payer, \.type).map(Optional.some))
      #expect(items.contains { $0.indicator == .allowanceWait })
    }
    #expect(
      ReportLayout.annual.sections.flatMap(\.items).contains { $0.indicator == .retentionOver })
  }

  @Test func `a fee is for an application of the same person`() {
    var fee = Fee()
    fee.case = Reference(RecordID(1))
    fee.application = Reference(RecordID(5))
    #expect(codes(fee, cases: ["application": RecordID(1)]) == [])
    #expect(codes(fee, cases: ["application": RecordID(2)]) == ["application otherCase"])
  }

  @Test func `an allowance is granted before it ends`() {
    var allowance = Allowance()
    allowance.on = Self.today.adding(days: -60)
    #expect(codes(allowance) == [])
    var granted = allowance
    granted.result = .granted
    granted.settle(before: allowance, in: WriteContext(today: Self.today))
    #expect(granted.resultOn == Self.today)
    granted.until = Self.today.adding(days: -1)
    #expect(codes(granted) == ["until endBeforeStart"])
    granted.until = Self.today.adding(months: 4)
    granted.endedOn = Self.today
    #expect(codes(granted) == [])
    granted.result = .refused
    #expect(codes(granted) == ["endedOn doesNotFit"])
    var back = granted
    back.result = nil
    back.settle(before: granted, in: WriteContext(today: Self.today))
    #expect(back.resultOn == nil)
  }
}
