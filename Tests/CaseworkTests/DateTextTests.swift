import Casework
import Testing

struct DateTextTests {
  @Test(
    arguments: [
      ("2026-04-01", "2026-04-01"), ("2026/4/1", "2026-04-01"), ("2026.4.1", "2026-04-01"),
      ("20260401", "2026-04-01"), ("２０２６－０４－０１", "2026-04-01"), ("２０２６／４／１", "2026-04-01"),
      ("2026年4月1日", "2026-04-01"), ("2026年 4月 1日(水)", "2026-04-01"),
      ("令和8年4月1日", "2026-04-01"), ("令和８年４月１日", "2026-04-01"), ("R8.4.1", "2026-04-01"),
      ("r08/04/01", "2026-04-01"), ("Ｒ８．４．１", "2026-04-01"), ("令和元年5月1日", "2019-05-01"),
      ("平成元年1月8日", "1989-01-08"), ("H31.4.30", "2019-04-30"), ("昭和６４年１月７日", "1989-01-07"),
      ("S41.7.1", "1966-07-01"), ("大正15年12月24日", "1926-12-24"), ("T1.7.30", "1912-07-30"),
      ("31/7/1966", "1966-07-31"), ("7/31/1966", "1966-07-31"), ("5/5/1966", "1966-05-05"),
      ("2026-04-01 00:00:00", "2026-04-01"), ("2026-04-01T09:30:00Z", "2026-04-01"),
      ("2026年4月1日 9時30分", "2026-04-01"), (" 2026-04-01 ", "2026-04-01"),
    ])
  func `reads a whole date`(_ text: String, _ iso: String) {
    #expect(DateText.read(text) == CivilDate(iso: iso).map(DateText.Reading.date))
  }

  @Test(
    arguments: [
      ("3 October 1990", "1990-10-03"), ("10 Mar 1990", "1990-03-10"), ("Oct 3 1990", "1990-10-03"),
      ("Oct. 3rd, 1990", "1990-10-03"), ("3-OCT-1990", "1990-10-03"), ("1 Sept 2026", "2026-09-01"),
      ("the 2nd of May 2026", "2026-05-02"), ("Sat 3 Oct 2026", "2026-10-03"),
      ("1990 oct 3", "1990-10-03"), ("３ Ｏｃｔ １９９０", "1990-10-03"),
      ("Friday, August 21, 2026", "2026-08-21"),
    ])
  func `reads a month written in English`(_ text: String, _ iso: String) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(DateText.read(text) == .date(date))
    #expect(DateText.read(text, today: try #require(Self.today), monthFirst: false) == .date(date))
    #expect(BirthDateText.read(text) == BirthDate(date, nil).map(BirthDateText.Reading.known))
  }

  @Test(arguments: [
    "3 Oct", "Oct 1990", "31 Feb 1990", "3 4 Oct 1990", "3 Oct 90", "3 Okt 1990", "3 Oct Nov 1990",
    "3 Oct 1990 1991", "oc 3 1990", "3 Oct 1990 (?)x",
  ])
  func `refuses what is no whole date with a month`(_ text: String) {
    #expect(DateText.read(text) == .notADate)
  }

  @Test(arguments: ["1/7/1966", "01-07-1966", "１／７／１９６６", "12.11.2001"])
  func `never guesses which number is the month`(_ text: String) {
    #expect(DateText.read(text) == .ambiguous)
  }

  @Test(
    arguments: [
      "", "？", "2026-02-30", "令和８年２月３０日", "昭和６４年１月８日", "平成31年5月1日", "令和0年1月1日",
      "R8.13.1", "26-04-01", "8.4.1", "2026-04", "4/1", "20261301", "2026-04-01-02", "令和",
      "32/1/1966", "未定", "0000-00-00", "１２３４５", "99999999999999999999-1-1", "2026-0x-01",
      "明日", "+3",
    ])
  func `refuses what is no whole date`(_ text: String) {
    #expect(DateText.read(text) == .notADate)
  }

  /// Tuesday 22 September 2026.
  static let today = CivilDate(year: 2026, month: 9, day: 22)

  @Test(
    arguments: [
      ("10/3", "2026-10-03"), ("1003", "2026-10-03"), ("１０／３", "2026-10-03"),
      ("9/22", "2026-09-22"), ("9/21", "2026-09-21"), ("8/22", "2027-08-22"),
      ("8/23", "2026-08-23"), ("10月3日", "2026-10-03"), ("0922", "2026-09-22"),
      ("+3d", "2026-09-25"), ("+3", "2026-09-25"), ("-1w", "2026-09-15"), ("+2w", "2026-10-06"),
      ("+1m", "2026-10-22"), ("+1y", "2027-09-22"), ("－３", "2026-09-19"), ("金", "2026-09-25"),
      ("火", "2026-09-29"), ("月曜日", "2026-09-28"), ("fri", "2026-09-25"),
      ("Sunday", "2026-09-27"), ("今日", "2026-09-22"), ("きょう", "2026-09-22"),
      ("today", "2026-09-22"), ("明日", "2026-09-23"), ("Tomorrow", "2026-09-23"),
      ("昨日", "2026-09-21"), ("R8.10.3", "2026-10-03"), ("2026-9-22", "2026-09-22"),
    ])
  func `reads what somebody types`(_ text: String, _ iso: String) throws {
    let today = try #require(Self.today)
    #expect(DateText.read(text, today: today) == CivilDate(iso: iso).map(DateText.Reading.date))
  }

  @Test(arguments: [
    "2/30", "13/1", "1331", "+", "-", "+x", "+99999999999999999999d", "3", "日程", "d",
  ])
  func `refuses what nobody can mean`(_ text: String) throws {
    #expect(DateText.read(text, today: try #require(Self.today)) == .notADate)
  }

  @Test(
    arguments: [
      ("10/3", nil), ("3/10", nil), ("1003", nil), ("10.3", nil), ("23/10", "2026-10-23"),
      ("10/23", "2026-10-23"), ("5/5", "2027-05-05"), ("10月3日", "2026-10-03"),
      ("3 Oct", "2026-10-03"), ("Oct 3rd", "2026-10-03"), ("21 sep", "2026-09-21"),
    ] as [(String, String?)])
  func `asks which number is the month where people do not agree`(
    _ text: String, _ iso: String?
  ) throws {
    let expected = iso.flatMap { CivilDate(iso: $0) }.map(DateText.Reading.date) ?? .ambiguous
    let today = try #require(Self.today)
    #expect(DateText.read(text, today: today, monthFirst: false) == expected)
  }

  @Test func `asks for day and month also where typed`() throws {
    #expect(DateText.read("1/7/1966", today: try #require(Self.today)) == .ambiguous)
  }
}
