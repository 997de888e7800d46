import CaseStore
import Casework
import Testing

@Suite struct `A sheet that came in` {
  private func bring(_ desk: Desk, file: String = "表.csv") throws {
    var options = ImportOptions()
    options.file = file
    let rows = ["AMINA TESTOVA", "OMAR TESTOV"].enumerated().map {
      ImportRow(number: $0.offset + 2, values: ["nameRoman": .text($0.element)])
    }
    let report = try desk.store.importRows(.case, rows, options: options)
    #expect(report.isWritten)
  }

  @Test func `is taken back as one step that says which sheet it was`() throws {
    let desk = try Desk()
    try bring(desk)
    let note = ImportNote(.case, file: "表.csv", rows: 2)
    #expect(try desk.store.undo().imported == note)
    #expect(try desk.store.page(ListQuery(.case), .first, count: 9).cards.isEmpty)
    #expect(try desk.store.redo().imported == note)
    #expect(try desk.store.page(ListQuery(.case), .first, count: 9).cards.count == 2)
    #expect(try desk.store.undo().imported == note)
    // What is no import says nothing of a sheet.
    _ = try desk.store.save([Change(.host, values: ["name": .text("佐藤家")], command: "add")])
    #expect(try desk.store.undo().imported == nil)
  }

  @Test func `is in the journal once, beside its records`() throws {
    let desk = try Desk()
    try bring(desk)
    let entries = try desk.store.journalPiece(JournalFilter(), limit: 50).entries
    #expect(entries.compactMap(ImportNote.init) == [ImportNote(.case, file: "表.csv", rows: 2)])
    // A sheet that changes nothing leaves nothing.
    let rows = [ImportRow(number: 2, values: ["nameRoman": .text("AMINA TESTOVA")])]
    var options = ImportOptions()
    options.file = "again.csv"
    _ = try desk.store.importRows(.case, rows, options: options)
    #expect(try desk.store.journalPiece(JournalFilter(), limit: 50).entries.count == entries.count)
  }
}
