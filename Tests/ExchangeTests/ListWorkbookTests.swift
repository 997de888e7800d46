import Casework
import Exchange
import Foundation
import Labels
import TestSupport
import Testing

struct ListWorkbookTests {
  private func host(_ number: Int, _ name: String) -> Card {
    var card = Card(RecordAddress(.host, RecordID(Int64(number))), number: "H-000\(number)")
    card["name"] = .text(name)
    card["stage"] = .code("hosting")
    card["hasPets"] = .flag(false)
    return card
  }

  private func write(
    _ cards: [Card], _ names: [String], of kind: RecordKind = .host, mostRows: Int = 1000
  ) throws -> ReadWorkbook {
    let folder = try ScratchFolder()
    let path = folder.path("list.xlsx")
    let book = try ListWorkbook(
      path, partsIn: folder.path, kind,
      columns: names.compactMap { RecordDescription.of(kind)[$0] }, words: Words(.en),
      author: "Kita", made: 1_775_000_000, mostRows: mostRows)
    for card in cards { book.append(card) }
    try book.close()
    return try ReadWorkbook(path)
  }

  @Test func `writes the labels and a row a record`() throws {
    let book = try write(
      [host(1, "佐藤"), host(2, "=1+1")], ["name", "stage", "hasPets"])
    let sheet = book.sheets[0]
    #expect(sheet.row(0) == ["No.", "Household", "Stage", "Pets"])
    #expect(sheet.row(1) == ["H-0001", "佐藤", "Hosting", "No"])
    #expect(sheet.row(2)[1] == "=1+1" && !sheet.xml.contains("<f>"))
    #expect(sheet.xml.contains("state=\"frozen\"") && sheet.xml.contains("<autoFilter"))
  }

  @Test func `writes numbers and days as such`() throws {
    var card = Card(RecordAddress(.case, RecordID(1)), number: "2026-0001")
    card["number"] = .text("2026-0001")
    card["opened"] = .date(try #require(CivilDate(iso: "2026-04-01")))
    card["birthDate"] = .date(try #require(CivilDate(iso: "1899-12-31")))
    let sheet = try write([card], ["number", "opened", "birthDate"], of: .case).sheets[0]
    #expect(sheet.cells[[1, 1]] == ReadWorkbook.Cell(text: "46113", isNumber: true))
    // A spreadsheet has no such day.
    #expect(sheet.cells[[1, 2]] == ReadWorkbook.Cell(text: "1899-12-31", isNumber: false))
  }

  @Test func `goes on on another sheet where one is full`() throws {
    let book = try write((1...7).map { host($0, "家\($0)") }, ["name"], mostRows: 4)
    #expect(book.sheets.map(\.rows) == [4, 4, 2])
    #expect(book.sheets.allSatisfy { $0.row(0) == ["No.", "Household"] })
    #expect(book.sheets[2].row(1) == ["H-0007", "家7"])
  }

  @Test func `has its header without a record`() throws {
    let book = try write([], ["name"])
    #expect(book.sheets.count == 1 && book.sheets[0].row(0) == ["No.", "Household"])
  }

  @Test func `says where it cannot be written`() {
    #expect(throws: (any Error).self) {
      let book = try ListWorkbook(
        "/nowhere/list.xlsx", partsIn: "/nowhere", .host, columns: [], words: Words(.en),
        author: "", made: 0)
      try book.close()
    }
  }
}
