import Casework
import DeskWorld
import Labels
import Testing

@testable import Screens

/// What narrows a list is told in words, and no sign of a comparison is left in them.
@Suite struct `What narrows a list` {
  private func parts(_ filters: [FieldFilter], _ kind: RecordKind = .contact) -> [[String]] {
    [.ja, .en].map { FilterSentence(kind, Words($0)).parts(of: filters) }
  }

  private func day(_ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: 2026, month: month, day: day))
  }

  @Test func `is a period where two days belong together`() throws {
    let from = FieldFilter("on", .from(try day(10, 1)))
    func on(_ last: CivilDate) -> [[String]] { parts([from, FieldFilter("on", .upTo(last))]) }
    #expect(on(try day(10, 31)) == [["日付:2026年10月"], ["Date:Oct 2026"]])
    #expect(on(try day(12, 31)).allSatisfy { $0.count == 1 && !$0[0].contains("10-01") })
    #expect(on(try day(10, 20)).allSatisfy { $0.count == 1 && $0[0].contains("2026-10-20") })
    #expect(on(try day(10, 1)) == [["日付:2026-10-01"], ["Date:2026-10-01"]])
    // What lasts was not over on the first day.
    let lasting = parts(
      [
        FieldFilter("end", .absentOrFrom(try day(10, 2))),
        FieldFilter("start", .upTo(try day(10, 31))),
      ], .homestay)
    #expect(lasting == [["2026年10月に続いていたもの"], ["going on in Oct 2026"]])
  }

  @Test func `is told without signs, whatever is asked`() throws {
    let day = try day(11, 1)
    let tests: [FieldFilter.Test] = [
      .from(day), .upTo(day), .absent, .present, .atMost(3), .atLeast(3), .holds("x"), .named("x"),
      .not(.absent), .all([.absent]), .absentOrFrom(day), .equals(.flag(true)),
      .equals(.date(day)), .among([DeskHarness.staff]),
    ]
    for test in tests {
      for part in parts([FieldFilter("on", test)]).joined() {
        #expect(!part.isEmpty && !part.contains { "<>=".contains($0) }, "\(part)")
      }
    }
  }

  /// Behind each number of a report stands a list that says of what it is.
  @Test(arguments: Indicator.all, LabelLanguage.allCases)
  func `is told of every number of a report`(indicator: Indicator, language: LabelLanguage) {
    let query = indicator.query(DeskHarness.today, in: ReportWorld.period.days)
    for part in FilterSentence(query.kind, Words(language)).parts(of: query.filters) {
      #expect(!part.contains { "<>=_".contains($0) }, "\(part)")
    }
  }

  @Test func `names a few choices of many`() {
    let codes = CaseStatus.allCases.map(\.rawValue)
    let said = parts([FieldFilter("status", .equals(.codes(codes)))], .case)
    #expect(said[0].first?.hasSuffix("ほか \(codes.count - 3)") == true, "\(said)")
  }
}
