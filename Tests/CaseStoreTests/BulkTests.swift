@testable import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport
import Testing

/// Long writing costs by what it writes, and keeps nothing of it in memory.
@Suite struct `Long writing` {
  private static func sheet(_ count: Int, from first: Int = 1) -> [ImportRow] {
    (first..<first + count).map { number in
      ImportRow(
        number: number + 1,
        values: [
          "nameRoman": .text("Person \(number)"), "sourceNumber": .text("K-\(number)"),
          "birthDate": .date(CivilDate(dayNumber: 1000 + number)), "owner": .text("Mori"),
          "opened": .date(Desk.today),
        ], remainder: "Remarks: row \(number)")
    }
  }

  /// The statements that `body` runs, also those within triggers.
  private static func statements(_ store: CaseStore, _ body: () throws -> Void) throws -> [String] {
    let lock = NSLock()
    nonisolated(unsafe) var found: [String] = []
    try store.trace { sql in lock.withLock { unsafe found.append(sql) } }
    try body()
    return unsafe found
  }

  /// A case with a refusal that can be appealed, and its deadlines as they are stored.
  private static func denied(_ desk: Desk) throws -> RecordID {
    let id = try desk.addCase("Amina")
    try desk.add(
      .procedure,
      [
        "case": .to(.case, id), "on": .date(Desk.today), "notifiedOn": .date(Desk.today),
        "procedureStage": .code("denied"),
      ])
    return id
  }

  private static func due(_ id: RecordID, in days: Int?) -> Change {
    Change(
      .ownDeadline,
      values: [
        "case": .to(.case, id), "on": .date(Desk.today), "rule": .code("appeal"),
        "due": days.map { .date(Desk.today.adding(days: $0)) } ?? .text("nonsense"),
      ], command: "deadline.add")
  }

  private static func deadlines(_ desk: Desk) throws -> [String] {
    try desk.raw {
      try String.fetchAll(
        $0, sql: "SELECT rule || ' ' || date || ' ' || warnFrom FROM deadline ORDER BY 1")
    }
  }

  @Test func `writes the deadlines of a case once for many saves`() throws {
    let desk = try Desk()
    let id = try Self.denied(desk)
    let statements = try Self.statements(desk.store) {
      try desk.store.bulk { writer in
        for number in 1...20 { _ = try writer.save(Self.due(id, in: number)) }
      }
    }
    #expect(statements.count { $0.hasPrefix("INSERT INTO \"owndeadline\"") } == 20)
    #expect(statements.count { $0.hasPrefix("DELETE FROM deadline") } == 1)
    let once = try Self.deadlines(desk)
    #expect(once.contains { $0.contains(Desk.today.adding(days: 20).description) })
    try desk.execute("DELETE FROM derived WHERE name = 'deadlines'")
    _ = try desk.open()
    #expect(try Self.deadlines(desk) == once)
  }

  /// What waits for a case is not forgotten where a later save is refused.
  @Test func `writes what follows from a save before a refused one`() throws {
    let desk = try Desk()
    let id = try Self.denied(desk)
    try desk.store.bulk { writer in
      _ = try writer.save(Self.due(id, in: 9))
      #expect(problems { try writer.save(Self.due(id, in: nil)) } != [:])
    }
    let found = try Self.deadlines(desk)
    #expect(found.contains { $0.contains(Desk.today.adding(days: 9).description) })
  }

  @Test func `filling keeps nothing where a save was refused, also where it went on`() throws {
    let desk = try Desk()
    let host = Change(.host, values: ["name": .text("x")], command: "host.add")
    let wrong = Change(.host, values: ["nobody": .text("x")], command: "host.add")
    #expect(
      problems {
        try desk.store.bulk(filling: true) { writer in
          _ = try writer.save(host)
          _ = try? writer.save(wrong)
          _ = try? writer.save(host)
        }
      } == ["nobody": .notFound])
    #expect(try desk.store.count(ListQuery(.host)) == ListCount(0))
  }

  @Test func `a row of a sheet costs the same number of statements however long the sheet`() throws
  {
    func count(_ rows: Int) throws -> [String] {
      let desk = try Desk()
      return try Self.statements(desk.store) {
        let report = try desk.store.importRows(
          .case, Self.sheet(rows), options: ImportOptions())
        #expect(report.isWritten && report.rows.count == rows)
      }
    }
    let (few, many) = (try count(200), try count(600))
    #expect(!few.contains { $0.contains("SAVEPOINT") })
    let each = Double(many.count - few.count) / 400
    // Person, case and note with their entries, triggers, keys, texts and deadlines.
    #expect(each < 75, "\(each) statements a row")
  }

  @Test func `keeps no entry of a row that is in its place`() throws {
    let desk = try Desk()
    _ = try desk.store.write { step in
      var importer = Importer(step, .case, ImportOptions(), isCareful: false)
      var most = 0
      _ = try importer.run(Self.sheet(300)) { _ in most = max(most, step.entries.count) }
      #expect(most <= 4)
      #expect(step.count >= 900)
    }
  }

  @Test func `a refused row in a long sheet leaves nothing behind, and the others stay`() throws {
    let desk = try Desk()
    var rows = Self.sheet(250)
    rows[120].values["status"] = .code("nonsense")
    rows[121].values["owner"] = .text("Nobody else")
    rows[121].values["birthDate"] = .date(Desk.today.adding(days: 5))
    var options = ImportOptions()
    #expect(try !desk.store.importRows(.case, rows, options: options).isWritten)
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(0))
    options.skipBad = true
    let report = try desk.store.importRows(.case, rows, options: options)
    let refused = report.rows.filter { if case .refused = $0.fate { true } else { false } }
    #expect(refused.map(\.number) == [122, 123])
    #expect(report.newStaff == ["Mori"])
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(248))
    #expect(try desk.raw { try String.fetchAll($0, sql: "SELECT name FROM staff") }.count == 2)
    let numbers = try desk.raw {
      try String.fetchAll($0, sql: "SELECT number FROM \"case\" ORDER BY id")
    }
    #expect(numbers.last == "2026-0248")
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.isWhole)
    // The good rows once more change nothing.
    let again = try desk.store.importRows(.case, rows, options: options)
    #expect(!again.isWritten)
    #expect(try desk.store.verifyJournal() == verdict)
  }

  @Test func `a long sheet in an empty store leaves the indexes as they were`() throws {
    let desk = try Desk()
    let indexes = """
      SELECT tbl_name || ' ' || sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
      ORDER BY tbl_name, rowid
      """
    let before = try desk.raw { try String.fetchAll($0, sql: indexes) }
    _ = try desk.store.importRows(.case, Self.sheet(1100), options: ImportOptions())
    #expect(try desk.raw { try String.fetchAll($0, sql: indexes) } == before)
    #expect(
      try desk.raw { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    // In the store itself they are never missed: others read lists meanwhile.
    let statements = try Self.statements(desk.store) {
      _ = try desk.store.importRows(
        .case, Self.sheet(1050, from: 2001), options: ImportOptions())
    }
    #expect(!statements.contains { $0.hasPrefix("DROP INDEX") })
    #expect(try desk.raw { try $0.count("\"case\"") } == 2150)
  }

  @Test func `an import that is stopped leaves nothing`() throws {
    struct Stop: Error {}
    let desk = try Desk()
    let before = try desk.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") }
    #expect(throws: Stop.self) {
      try desk.store.importRows(.case, Self.sheet(90), options: ImportOptions()) { done in
        if done == 60 { throw Stop() }
      }
    }
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(0))
    #expect(try desk.store.verifyJournal().isWhole)
    #expect(try desk.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") } == before)
  }

  /// An id is never given twice, so a new record is never the one that stood there before.
  @Test func `no table gives an id twice`() throws {
    let desk = try Desk()
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      let sql = try desk.raw {
        try String.fetchOne(
          $0, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?",
          arguments: [kind.rawValue])
      }
      #expect(sql?.contains("AUTOINCREMENT") == true, "\(kind)")
    }
  }
}

@Suite struct `The line of JSON in the journal` {
  private static let texts: [String] = {
    let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    return [
      "", "a\"b\\c/d", controls, "\u{7F}\u{80}\u{2028}\u{2029}\u{FEFF}", "山田 é 😀", "e\u{301}",
    ]
  }()

  @Test(arguments: texts) func `is what the general encoder writes`(text: String) throws {
    struct Value: Encodable {
      let value: DatabaseValue
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value.storage {
        case .int64(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        default: try container.encodeNil()
        }
      }
    }
    let values: [String: DatabaseValue] = [
      "a": text.databaseValue, "B": .null, "a10": 5.databaseValue,
      "a2": Int64.min.databaseValue, "case": (-7).databaseValue, "caseX": "x".databaseValue,
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let expected = String(
      decoding: try encoder.encode(values.mapValues { Value(value: $0) }), as: UTF8.self)
    var line = JSONLine()
    for name in values.keys.sorted() { line.add(name, values[name] ?? .null) }
    #expect(line.text == expected)
  }
}
