import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct LedgerTextTests {
  private func cell(
    _ column: String, of row: LedgerRow, in ledger: Ledger = .seekers,
    _ language: LabelLanguage = .en
  ) throws -> String {
    let words = Words(language)
    let text = LedgerText(ledger, words)
    let place = try #require(text.header.firstIndex(of: words("ledger.column.\(column)")))
    return text.cells(row)[place]
  }

  @Test(arguments: Ledger.allCases, LabelLanguage.allCases)
  func `has a cell under every head, and says that it is to be compared`(
    ledger: Ledger, language: LabelLanguage
  ) {
    let text = LedgerText(ledger, Words(language))
    #expect(text.cells(LedgerRow()).count == text.header.count)
    #expect(Set(text.header).count == text.header.count)
    #expect(text.header.allSatisfy { !$0.hasPrefix("ledger.") })
    #expect(text.remark.contains(language.base == .ja ? "要確認" : "to confirm"))
  }

  @Test(arguments: [
    (nil, "1990-02-03"), (DatePrecision.exact, "1990-02-03"), (.month, "1990-02"),
    (.year, "1990"), (.unknown, ""),
  ])
  func `tells a day of birth no more exactly than it is known`(
    precision: DatePrecision?, text: String
  ) throws {
    var row = LedgerRow()
    var person = Person()
    person.birthDate = Made.day("1990-02-03")
    person.birthDatePrecision = precision
    row.person = person
    #expect(try cell("birthDate", of: row) == text)
  }

  @Test func `names a person only where the name may stand there`() throws {
    var row = LedgerRow()
    var person = Person()
    person.nameRoman = "SALMA"
    row.person = person
    #expect(try cell("name", of: row).isEmpty)
    row.showsName = true
    #expect(try cell("name", of: row) == "SALMA")
  }

  @Test func `says of part-time work only what a paper says`() throws {
    var row = LedgerRow()
    var permission = WorkPermissionRow()
    permission.workPermission = .partTime
    row.permission = permission
    #expect(try cell("outsideStatus", of: row, in: .employment).isEmpty)
  }
}
