import Casework
import Testing

/// Dates of birth no more exactly than they are known.
struct BirthDateTests {
  private func read(_ text: String) -> String {
    switch BirthDateText.read(text) {
    case .known(let birth): birth.text
    case .unknown: "unknown"
    case .ambiguous: "ambiguous"
    case .notADate: "not a date"
    }
  }

  @Test(
    arguments: [
      ("1990", "1990"), ("１９９０年", "1990"), ("1990年", "1990"), ("平成2年", "1990"), ("H2", "1990"),
      ("平成元年", "1989"), ("昭和64年", "1989"), ("昭和45", "1970"), ("S45年", "1970"), ("1990年生", "1990"),
      ("1990年生まれ", "1990"), ("1990年頃", "1990"), ("1990頃", "1990"), ("約1990年", "1990"),
      ("1990 (推定)", "1990"), ("1990年(推定)", "1990"), ("about 1990", "1990"), ("c. 1990", "1990"),
      ("1990?", "1990"), ("1990(平成2)年", "1990"), ("born 1990", "1990"), ("1990年月日不明", "1990"),
      ("1990-00-00", "1990"), ("1990/00/00", "1990"), ("1990-xx-xx", "1990"),
      ("1990年??月??日", "1990"),
      ("1990年不明", "1990"), ("1990-03", "1990-03"), ("1990/3", "1990-03"), ("1990.03", "1990-03"),
      ("1990年3月", "1990-03"), ("１９９０年３月", "1990-03"), ("平成2年3月", "1990-03"), ("H2.3", "1990-03"),
      ("3/1990", "1990-03"), ("1990-03-00", "1990-03"), ("1990年3月日不明", "1990-03"),
      ("1990年3月頃", "1990-03"), ("1990年3月不明", "1990-03"), ("2004-02-29", "2004-02-29"),
      ("平成2年3月5日", "1990-03-05"), ("1990年3月5日(月)", "1990-03-05"), ("19900305", "1990-03-05"),
      ("1990年(平成2年)3月5日", "1990-03-05"), ("1990-03-05 00:00", "1990-03-05"),
      ("1990-03-05生", "1990-03-05"), ("31/7/1966", "1966-07-31"),
      // A guess: the day and the month are not known.
      ("1990-03-05(推定)", "1990"), ("1990-01-01 (推定)", "1990"), ("平成2年3月5日頃", "1990"),
      ("1990-03-05?", "1990"), ("est. 1990-03-05", "1990"), ("1990/1/1推定", "1990"),
      ("不明", "unknown"), ("ー", "unknown"), ("－", "unknown"), ("-", "unknown"), ("？", "unknown"),
      ("Unknown", "unknown"), ("生年月日不明", "unknown"), ("N/A", "unknown"),
      ("1/7/1966", "ambiguous"), ("1990年代", "not a date"), ("1990-13", "not a date"),
      ("1990年13月", "not a date"),
      ("平成40年", "not a date"), ("昭和70年", "not a date"), ("令和0年", "not a date"),
      ("35歳", "not a date"),
      ("約35歳", "not a date"), ("1990(仮)", "not a date"), ("1990-02-30", "not a date"),
      ("90", "not a date"),
      ("いつか", "not a date"), ("1990-1995", "not a date"), ("1990年春", "not a date"),
      ("推定", "not a date"),
      ("1000", "not a date"), ("1990-03-05(予定)", "not a date"), ("199003", "not a date"),
    ])
  func `reads what is said and adds nothing`(_ text: String, _ expected: String) {
    #expect(read(text) == expected, "\(text)")
  }

  @Test(arguments: ["10/3", "1003", "3 Oct", "10月3日", "23/10"])
  func `asks for the year where none is said`(text: String) {
    let today = CivilDate(dayNumber: 20_700)
    #expect(throws: FieldProblem("birthDate", .yearMissing, .text(text))) {
      try FieldValue.birth(text, today: today)
    }
  }

  @Test func `takes a month written in English, and today`() throws {
    let today = CivilDate(dayNumber: 20_700)
    #expect(try FieldValue.birth("today", today: today) == .date(today))
    #expect(read("October 1990") == "1990-10")
    #expect(read("Oct 1990") == "1990-10")
    #expect(read("about 3 October 1990") == "1990")
    #expect(read("3 October 1990") == "1990-10-03")
  }

  @Test(arguments: ["2004", "1990-03", "1868", "1990-03-05", "2027-12"])
  func `reads back what it writes`(text: String) { #expect(read(text) == text) }

  /// Every era year: one year of the western calendar, as the days of that year say.
  @Test func `knows the years of the eras`() {
    for year in 1874...2030 {
      guard let first = CivilDate(year: year, month: 1, day: 1),
        let last = CivilDate(year: year, month: 12, day: 31)
      else { continue }
      for day in [first, last] {
        guard let era = Era.of(day) else { continue }
        #expect(read("\(era.name)\(year - era.base)年") == String(year))
        #expect(read("\(era.letter)\(year - era.base)") == String(year))
      }
    }
  }

  @Test func `is shown and compared as far as it is known`() throws {
    let day = try #require(CivilDate(iso: "1990-03-05"))
    let other = try #require(CivilDate(iso: "1990-01-01"))
    let exact = try #require(BirthDate(day, nil))
    let year = try #require(BirthDate(other, .year))
    let month = try #require(BirthDate(day, .month))
    #expect(exact.shown == .date(day) && exact.isExact)
    #expect(year.shown == .text("1990") && month.shown == .text("1990-03") && !year.isExact)
    #expect(exact.agrees(with: year) && year.agrees(with: month) && exact.agrees(with: month))
    #expect(!month.agrees(with: try #require(BirthDate(other, .exact))))
    #expect(BirthDate(day, .unknown) == nil && BirthDate(nil, .year) == nil)
    var card = Card(RecordAddress(.person, RecordID(1)))
    card["birthDate"] = .date(day)
    #expect(card.shown("birthDate") == .date(day))
    card["birthDatePrecision"] = .code("year")
    #expect(card.shown("birthDate") == .text("1990"))
    card["birthDatePrecision"] = .code("unknown")
    #expect(card.shown("birthDate") == .absent)
  }

  @Test(
    arguments: [
      // typed, chosen by hand, before; date and precision that are saved
      ("1990", nil, nil, "1990-01-01", "year"), ("1990-03", nil, nil, "1990-03-01", "month"),
      ("1990-03-05", nil, nil, "1990-03-05", nil),
      ("1990-03-05", nil, "year", "1990-03-05", "exact"),
      ("1990-03-05", "year", nil, "1990-03-05", "year"),
      ("1990", "month", nil, "1990-01-01", "year"),
      ("1990", "exact", nil, "1990-01-01", "year"),
      ("1990", "unknown", nil, "1990-01-01", "unknown"),
      ("1991", nil, "year", "1991-01-01", nil), ("1990-03", "year", "month", "1990-03-01", "year"),
      ("不明", nil, nil, nil, "unknown"), ("不明", "exact", "year", nil, "unknown"),
    ] as [(String, String?, String?, String?, String?)])
  func `puts what was typed into its two fields`(
    _ typed: String, _ chosen: String?, _ before: String?, _ date: String?, _ precision: String?
  ) throws {
    var values = ["birthDate": try FieldValue.birth(typed)]
    if let chosen { values["birthDatePrecision"] = .code(chosen) }
    BirthDate.separate(&values, before: before.flatMap(DatePrecision.init(rawValue:)))
    #expect(
      values["birthDate"] == (date.flatMap(CivilDate.init(iso:)).map(FieldValue.date) ?? .absent))
    #expect(values["birthDatePrecision"] == precision.map(FieldValue.code))
  }

  @Test func `says nothing of the day where it is emptied`() {
    var values: [String: FieldValue] = ["birthDate": .absent]
    BirthDate.separate(&values, before: .year)
    #expect(values == ["birthDate": .absent, "birthDatePrecision": .absent])
  }
}
