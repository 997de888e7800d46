import Casework
import Testing

@Suite struct `A gathering that repeats` {
  @Test(
    arguments: [
      // 3 October 2026 is a Saturday, the first of its month.
      (
        SessionRepeat.weekly, "2026-10-03", "2026-10-24",
        ["2026-10-10", "2026-10-17", "2026-10-24"]
      ),
      (.everyTwoWeeks, "2026-10-03", "2026-11-01", ["2026-10-17", "2026-10-31"]),
      (
        .monthlyByDate, "2026-10-31", "2027-03-31",
        ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]
      ),
      (
        .monthlyByWeekday, "2026-10-03", "2027-01-31", ["2026-11-07", "2026-12-05", "2027-01-02"]
      ),
      // The fifth Saturday: November and December 2026 have four.
      (.monthlyByWeekday, "2026-10-31", "2027-02-28", ["2027-01-30"]),
      (.weekly, "2026-10-03", "2026-10-09", []),
      (.weekly, "2026-10-03", "2026-10-01", []),
      // More than a year ahead is a slip of the keys.
      (.weekly, "2026-10-03", "2027-10-04", []),
    ] as [(SessionRepeat, String, String, [String])])
  func `takes place on these days`(
    repeats: SessionRepeat, first: String, last: String, expected: [String]
  ) throws {
    let dates = repeats.dates(
      after: try #require(CivilDate(iso: first)), upTo: try #require(CivilDate(iso: last)))
    #expect(dates.map(\.description) == expected)
  }
}
