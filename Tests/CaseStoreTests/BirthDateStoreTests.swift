import CaseStore
import Casework
import Testing

/// A date of birth known in part, in the store: read with how much is known, imported and never
/// turned into a day.
@Suite struct BirthDateStoreTests {
  private func row(_ values: [String: FieldValue]) -> ImportRow {
    ImportRow(number: 2, values: values)
  }

  @Test func `reads a date of birth with how much of it is known`() throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "FATIMA NADIA", ["birthDate": .day("1990-01-01"), "birthDatePrecision": .code("year")])
    let page = try desk.store.page(
      ListQuery(.case), .first, count: 9, fields: ["number", "birthDate"])
    #expect(page.cards.map { $0.shown("birthDate") } == [.text("1990")])
    #expect(try desk.card(.case, id).shown("birthDate") == .text("1990"))
  }

  /// What the sheet says, what stands there; whether something is filled in, what differs.
  @Test(
    arguments: [
      ("1990-01-01", "year", "1990-03-05", nil, "1990-03-05", nil, []),
      ("1990-03-01", "month", "1990-03-05", "month", "1990-03-05", "month", []),
      ("1990-01-01", "year", "1990-03-05", "year", "1990-03-05", "year", []),
      ("1990-03-05", nil, "1990-01-01", "year", "1990-01-01", "year", ["birthDate"]),
      ("1990-01-01", "year", nil, nil, "1990-01-01", "year", []),
      ("1990-01-01", "year", nil, "unknown", "1990-01-01", "year", []),
      ("1990-03-05", nil, nil, "unknown", "1990-03-05", "exact", []),
      (nil, "unknown", "1990-03-05", nil, "1990-03-05", nil, []),
      (nil, "unknown", nil, nil, nil, "unknown", []),
    ] as [(String?, String?, String?, String?, String?, String?, [String])])
  func `never makes a day of a year, nor a year of a day`(
    _ sheetDay: String?, _ sheetPrecision: String?, _ day: String?, _ precision: String?,
    _ day2: String?, _ precision2: String?, _ differing: [String]
  ) throws {
    func values(_ day: String?, _ precision: String?) -> [String: FieldValue] {
      var values: [String: FieldValue] = [:]
      values["birthDate"] = day.map { .day($0) }
      values["birthDatePrecision"] = precision.map(FieldValue.code)
      return values
    }
    let desk = try Desk()
    let id = try desk.addCase(
      "FATIMA NADIA", values(day, precision).merging(["sourceNumber": .text("77")]) { $1 })
    let sheet = values(sheetDay, sheetPrecision).merging(
      ["sourceNumber": .text("77"), "nameRoman": .text("FATIMA NADIA")]) { $1 }
    for _ in 1...2 {
      let report = try desk.store.importRows(.case, [row(sheet)], options: ImportOptions())
      #expect(report.rows[0].differences.map(\.field) == differing)
      let card = try desk.card(.case, id)
      #expect(card["birthDate"] == day2.map { .day($0) } ?? .absent)
      #expect(card["birthDatePrecision"] == precision2.map(FieldValue.code) ?? .absent)
    }
  }

  @Test func `of another year makes the number that of another person`() throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "FATIMA NADIA", ["birthDate": .day("1991-03-05"), "sourceNumber": .text("77")])
    let sheet = row([
      "sourceNumber": .text("77"), "nameRoman": .text("FATIMA NADIA"),
      "birthDate": .day("1990-01-01"), "birthDatePrecision": .code("year"),
    ])
    let report = try desk.store.importRows(.case, [sheet], options: ImportOptions())
    guard case .refused(let problems) = report.rows[0].fate else {
      Issue.record("\(report.rows[0].fate)")
      return
    }
    #expect(problems.map(\.code) == [.numberOfAnother])
    #expect(try desk.card(.case, id)["birthDate"] == .day("1991-03-05"))
  }

  @Test func `overwrites a day that was invented by the year that is known`() throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "A B", ["birthDate": .day("1990-01-01"), "sourceNumber": .text("77")])
    var options = ImportOptions()
    options.overwrite = ["birthDate"]
    let sheet = row([
      "sourceNumber": .text("77"), "nameRoman": .text("A B"), "birthDate": .day("1991-01-01"),
      "birthDatePrecision": .code("year"),
    ])
    _ = try desk.store.importRows(.case, [sheet], options: options)
    #expect(try desk.card(.case, id).shown("birthDate") == .text("1991"))
  }

  @Test func `shows two editors no day that neither of them knows`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A B")
    let version = try desk.card(.case, id).version
    func save(_ day: String, _ precision: String?) throws {
      var values: [String: FieldValue] = ["birthDate": .day(day)]
      values["birthDatePrecision"] = precision.map(FieldValue.code)
      _ = try desk.store.save(
        Change(.case, id: id, version: version, values: values, command: "edit"))
    }
    try save("1990-01-01", "year")
    guard case .conflict(let conflicts, _)? = refusal({ try save("1991-03-01", "month") }) else {
      Issue.record("no conflict")
      return
    }
    let birth = try #require(conflicts.first { $0.field == "birthDate" })
    #expect(birth.yours == .text("1991-03") && birth.theirs == .text("1990"))
  }

  @Test func `opens no case in the future, by hand or from a sheet`() throws {
    let desk = try Desk()
    for day in ["2026-10-04", "2028-02-29", "2062-04-01"] {
      #expect(
        problems { _ = try desk.addCase("A B", ["opened": .day(day)]) } == ["opened": .dateInFuture]
      )
      let sheet = row(["nameRoman": .text("A B"), "opened": .day(day)])
      let report = try desk.store.importRows(.case, [sheet], options: ImportOptions())
      #expect(report.rows[0].fate == .refused([FieldProblem("opened", .dateInFuture)]))
    }
    #expect(try desk.store.page(ListQuery(.case), .first, count: 9).cards.isEmpty)
    _ = try desk.addCase("A B", ["opened": .date(Desk.today)])
  }
}
