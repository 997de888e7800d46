import Casework
import Foundation
import Testing

struct CivilDateTests {
  @Test(
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (2000, 2, 29, true), (1900, 2, 29, false),
      (2026, 2, 30, false), (2026, 4, 31, false), (2026, 12, 31, true), (2026, 0, 1, false),
      (2026, 13, 1, false), (2026, 1, 0, false), (1868, 1, 1, true), (1867, 12, 31, false),
      (2999, 12, 31, true), (3000, 1, 1, false), (Int.max, Int.max, Int.min, false),
    ])
  func `knows the days of the calendar`(_ year: Int, _ month: Int, _ day: Int, _ exists: Bool) {
    #expect((CivilDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test func `agrees with the calendar of Foundation on every day of two centuries`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(CivilDate(iso: "1900-01-01")).dayNumber
    let last = try #require(CivilDate(iso: "2100-12-31")).dayNumber
    #expect(last - first == 73_413)
    var wrong: [Int] = []
    for number in first...last {
      let date = CivilDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let agrees =
        date.dayNumber == number && date.year == parts.year && date.month == parts.month
        && date.day == parts.day && date.weekday + 1 == parts.weekday
        && CivilDate(iso: date.description) == date
      if !agrees { wrong.append(number) }
    }
    #expect(wrong == [])
  }

  @Test func `clips day numbers to its years`() {
    #expect(CivilDate(dayNumber: .min).description == "1868-01-01")
    #expect(CivilDate(dayNumber: .max).description == "2999-12-31")
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-11-15", 3, "2027-02-15"),
      ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
      ("2026-05-31", 0, "2026-05-31"), ("2999-12-01", 1, "2999-12-01"),
    ])
  func `adds months and clips to the end of a shorter one`(
    _ from: String, _ months: Int, _ to: String
  ) {
    #expect(CivilDate(iso: from)?.adding(months: months).description == to)
  }

  @Test(arguments: [
    "2026-4-1", "2026-04-1", "26-04-01", "2026/04/01", "", "2026-04-01 ", "2026-04",
  ])
  func `reads ISO dates and nothing else`(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }
}
