@testable import CaseStore
import Casework
import GRDB
import TestSupport
import Testing

/// A sheet in which many are called the same: each row costs as much as one of a rare name, and still
/// nobody is taken for another or entered twice.
@Suite struct `A sheet of common names` {
  private static func sheet(_ count: Int) -> [ImportRow] {
    (1...count).map { number in
      ImportRow(
        number: number + 1,
        values: [
          "nameRoman": .text("Mohammed Ali"), "nameKana": .text("モハメド アリ"),
          "birthDate": .date(CivilDate(dayNumber: 4000 + 40 * number)),
          "opened": .date(Desk.today),
        ])
    }
  }

  private static func bring(_ rows: [ImportRow], into desk: Desk) throws -> ImportReport {
    try desk.store.importRows(.case, rows, options: ImportOptions())
  }

  private static func cases(_ desk: Desk) throws -> Int {
    try desk.raw { try $0.count("\"case\"") }
  }

  @Test(arguments: [60, 320]) func `takes in each, says of few others, and knows all again`(
    count: Int
  ) throws {
    let desk = try Desk()
    let report = try Self.bring(Self.sheet(count), into: desk)
    #expect(report.rows.allSatisfy { $0.fate == .added })
    #expect(report.rows.map(\.possible.count).max() == 3)
    let again = try Self.bring(Self.sheet(count), into: desk)
    #expect(again.rows.allSatisfy { $0.fate == .unchanged })
    #expect(try Self.cases(desk) == count)
  }

  @Test func `finds whom it brought before, though the day of birth was corrected since`() throws {
    let desk = try Desk()
    let rows = Self.sheet(40)
    _ = try Self.bring(rows, into: desk)
    let address = RecordAddress(.case, RecordID(7))
    let card = try desk.store.detail(address, limit: 1).card
    _ = try desk.store.save(
      Change(
        .case, id: address.id, version: card.version,
        values: ["birthDate": .date(CivilDate(dayNumber: 90))], command: "edit"))
    let again = try Self.bring(rows, into: desk)
    #expect(again.rows.allSatisfy { $0.fate == .unchanged })
    #expect(try Self.cases(desk) == rows.count)
  }

  @Test func `knows again whom no day of birth tells apart`() throws {
    let desk = try Desk()
    let rows = (1...230).map { number in
      ImportRow(
        number: number + 1,
        values: [
          "nameRoman": .text("Anonymous"), "phone": .text("090-0000-\(1000 + number)"),
          "opened": .date(Desk.today),
        ])
    }
    _ = try Self.bring(rows, into: desk)
    let again = try Self.bring(rows, into: desk)
    #expect(again.rows.allSatisfy { $0.fate == .unchanged })
    #expect(try Self.cases(desk) == rows.count)
  }

  @Test func `is told of the one who was born in the same month`() throws {
    let desk = try Desk()
    _ = try Self.bring(Self.sheet(250), into: desk)
    var row = Self.sheet(1)[0]
    row.values["birthDate"] = .date(CivilDate(dayNumber: 4000 + 40 * 240 + 1))
    let outcome = try #require(try Self.bring([row], into: desk).rows.first)
    #expect(outcome.fate == .added)
    #expect(outcome.possible.first?.address.id == RecordID(240))
  }
}

/// What the parts of a long import rest on.
@Suite struct `A copy in which a sheet is tried` {
  @Test func `is not kept where a column says what it may not`() throws {
    let desk = try Desk()
    _ = try desk.addCase("Amina")
    let file = desk.store.file
    let whole = try desk.store.read { try StoreFork(of: file, $0) }
    #expect(try whole.isSound())
    let spoilt = try desk.store.read { try StoreFork(of: file, $0) }
    try spoilt.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE \"case\" SET status = 'nonsense'")
    }
    #expect(try !spoilt.isSound())
  }

  @Test(arguments: [0, 1, 99, 100, 101, 1234]) func `is given the rows in their order`(count: Int) {
    let rows = (0..<count).map { ImportRow(number: $0) }
    #expect(ReadAhead(rows).map(\.number) == Array(0..<count))
  }
}
