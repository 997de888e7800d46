import Casework
import Foundation
import Testing

struct EraTests {
  @Test(
    arguments: [
      ("2019-04-30", "平成31年4月30日", "H31.04.30"), ("2019-05-01", "令和元年5月1日", "R01.05.01"),
      ("1989-01-07", "昭和64年1月7日", "S64.01.07"), ("1989-01-08", "平成元年1月8日", "H01.01.08"),
      ("1926-12-24", "大正15年12月24日", "T15.12.24"), ("1926-12-25", "昭和元年12月25日", "S01.12.25"),
      ("1912-07-29", "明治45年7月29日", "M45.07.29"), ("1912-07-30", "大正元年7月30日", "T01.07.30"),
      ("1873-01-01", "明治6年1月1日", "M06.01.01"), ("2026-10-03", "令和8年10月3日", "R08.10.03"),
    ])
  func `names a day by its era`(_ iso: String, _ long: String, _ short: String) {
    let date = CivilDate(iso: iso)
    #expect(date?.longEraText == long)
    #expect(date?.shortEraText == short)
    #expect(DateText.read(long) == date.map(DateText.Reading.date))
    #expect(DateText.read(short) == date.map(DateText.Reading.date))
  }

  @Test func `names no day before the new calendar by an era`() {
    #expect(CivilDate(iso: "1872-12-31")?.longEraText == nil)
  }

  @Test func `agrees with the Japanese calendar of Foundation`() throws {
    var calendar = Calendar(identifier: .japanese)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(CivilDate(iso: "1900-01-01")).dayNumber
    let last = try #require(CivilDate(iso: "2060-12-31")).dayNumber
    var wrong: [String] = []
    for number in first...last {
      let date = CivilDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let year = Era.of(date).map { date.year - $0.base }
      if year != parts.year || date.day != parts.day { wrong.append(date.description) }
    }
    #expect(wrong == [])
  }
}
