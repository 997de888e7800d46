import CaseStore
import Casework
import Testing

/// The number on a printed sheet, and the consent that stands on it.
@Suite struct `A numbered sheet` {
  private struct Stopped: Error {}

  private func print(_ desk: Desk, _ record: RecordID, as sheet: String = "consent") throws -> Int {
    let address = RecordAddress(.case, record)
    let number = try desk.card(.case, record).number
    var given = 0
    let told = try desk.store.noteSheet(
      ExportNote(sheet: sheet, of: number, address, format: "pdf"),
      making: { given = $0 })
    #expect(told == given)
    return told
  }

  @Test func `has the number of the entry that says when it was printed, and no other has it`()
    throws
  {
    let desk = try Desk()
    let record = try desk.addCase("SALMA HADDAD")
    let numbers = [try print(desk, record), try print(desk, record)]
    #expect(numbers[0] < numbers[1])
    let entries = try desk.store.journal(JournalFilter(), limit: 2)
    #expect(entries.map(\.sequence) == numbers.reversed())
    let said = entries[0].after.values.map { "\($0)" }.joined()
    #expect(said.contains("consent") && !said.contains("SALMA"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `that could not be made is not in the journal`() throws {
    let desk = try Desk()
    let record = try desk.addCase("A")
    let before = try desk.store.journal(JournalFilter(), limit: 1).first?.sequence
    let note = ExportNote(sheet: "consent", of: "", RecordAddress(.case, record), format: "pdf")
    #expect(throws: Refusal.self) {
      try desk.store.noteSheet(note, making: { _ in throw Stopped() })
    }
    #expect(try desk.store.journal(JournalFilter(), limit: 1).first?.sequence == before)
  }

  @Test func `stands in a consent of the case that it was printed for, and in no other`() throws {
    let desk = try Desk()
    let (record, other) = (try desk.addCase("A"), try desk.addCase("B"))
    let sheet = try print(desk, record)
    let rights = try print(desk, record, as: "rights")
    let consent = try desk.consent(record, .companies, ["sheet": .number(sheet)])
    // One sheet has several answers on it.
    try desk.consent(record, .hostFamilies, ["sheet": .number(sheet)])
    #expect(try desk.card(.consent, consent)["sheet"] == .number(sheet))
    for (about, number) in [
      (other, sheet), (record, sheet + 1000), (record, rights), (record, 1),
    ] {
      #expect(
        problems { try desk.consent(about, .companies, ["sheet": .number(number)]) }
          == ["sheet": .sheetUnknown])
    }
    #expect(problems { try desk.consent(record, .companies, ["sheet": .number(0)]) } != [:])
    try desk.consent(record, .lawyers)
    // What stood there is not asked about when something else is written.
    try desk.change(.consent, consent, ["notes": .text("x")])
    #expect(problems { try desk.change(.consent, consent, ["case": .to(.case, other)]) } != [:])
  }

  @Test func `of a case that was merged stands in a consent of the one that stayed`() throws {
    let desk = try Desk()
    let (record, survivor) = (try desk.addCase("A"), try desk.addCase("B"))
    let sheet = try print(desk, record)
    try desk.change(
      .case, record,
      ["status": CaseStatus.duplicate.fieldValue, "survivingCase": .to(.case, survivor)],
      reason: "x")
    try desk.consent(survivor, .companies, ["sheet": .number(sheet)])
  }

  @Test func `that is not known here is named when it comes with a sheet of rows`() throws {
    let desk = try Desk()
    let record = try desk.addCase("A")
    let sheet = try print(desk, record)
    let rows = [sheet, sheet + 7].enumerated().map { index, number in
      ImportRow(
        number: index + 2,
        values: [
          "case": .to(.case, record), "scope": ConsentScope.companies.fieldValue,
          "status": .code("given"), "on": .date(Desk.today.adding(days: -index)),
          "sheet": .number(number),
        ], remainder: "", problems: [])
    }
    var options = ImportOptions()
    options.dryRun = true
    let report = try desk.store.importRows(.consent, rows, options: options)
    #expect(report.rows[0].fate == .added)
    guard case .refused(let problems) = report.rows[1].fate else {
      Issue.record("\(report.rows[1].fate)")
      return
    }
    #expect(problems.map(\.code) == [.sheetUnknown])
  }
}
