import Casework
import Testing

/// What a heading says of a day.
struct DayHeadingTests {
  @Test(
    arguments: [
      ("3/8", nil, 3, 8, ""), ("2026-03-08", 2026, 3, 8, ""), ("3月8日(日)", nil, 3, 8, ""),
      ("3/8（日） 料理教室", nil, 3, 8, "料理教室"), ("料理教室 2026/3/8", 2026, 3, 8, "料理教室"),
      ("3月8日料理教室", nil, 3, 8, "料理教室"), ("第2回 3/8", nil, 3, 8, ""), ("３／８", nil, 3, 8, ""),
      ("8 Mar", nil, 3, 8, ""), ("Cooking 8 Mar 2026", 2026, 3, 8, "Cooking"),
      ("R8.3.8", 2026, 3, 8, ""), ("13/3", nil, 3, 13, ""),
    ] as [(String, Int?, Int, Int, String)])
  func `is read`(text: String, year: Int?, month: Int, day: Int, title: String) throws {
    let heading = try #require(DayHeading(text))
    #expect(heading.year == year && heading.month == month && heading.day == day)
    #expect(heading.title == title)
  }

  @Test(arguments: ["", "1", "1003", "2026", "氏名", "出席率", "3月", "1/7/1966", "日本語サロン", "14/30"])
  func `is not made of anything else`(text: String) {
    #expect(DayHeading(text) == nil)
  }
}
