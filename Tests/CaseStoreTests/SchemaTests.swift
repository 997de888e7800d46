@testable import CaseStore
import Casework
import CustomDump
import Foundation
import GRDB
import Testing

@Suite struct `The schema` {
  /// A column as the schema declares it.
  struct Declared: Equatable {
    var type: String
    var isRequired: Bool
    var isDerived: Bool
    var target: String?
    /// The codes of its CHECK, where it has one.
    var codes: [String]?
  }

  @Test(arguments: RecordKind.allCases)
  func `has exactly the columns of the field list`(kind: RecordKind) throws {
    let desk = try Desk()
    let declared = try desk.raw { db in
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [kind.rawValue])
      let targets = try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\"\(kind.rawValue)\")")
        .reduce(into: [String: String]()) { $0[$1["from"]] = $1["table"] }
      let rows = try Row.fetchAll(db, sql: "PRAGMA table_xinfo(\"\(kind.rawValue)\")")
      return rows.reduce(into: [String: Declared]()) { columns, row in
        let name: String = row["name"]
        columns[name] = Declared(
          type: row["type"], isRequired: row["notnull"] == 1, isDerived: row["hidden"] == 2,
          target: targets[name], codes: Self.codes(of: name, in: sql ?? ""))
      }
    }
    let description = RecordDescription.of(kind)
    let isOwn = !description.isMadeByStore
    var expected = [
      "id": Declared(type: "INTEGER", isRequired: false, isDerived: false),
      "version": Declared(type: "INTEGER", isRequired: true, isDerived: false),
    ]
    if isOwn { expected["uid"] = Declared(type: "BLOB", isRequired: true, isDerived: false) }
    for field in description.fields {
      if case .borrowed = field.origin { continue }
      // Worked out by a view whenever it is read.
      if field.view != nil { continue }
      expected[field.name] = Declared(field)
    }
    // Kept by the store although no rule of the form asks for them.
    for name in ["number", "code", "sortName", "sortRoman", "isOpen"] where expected[name] != nil {
      expected[name]?.isRequired = true
    }
    for name in ["isOpen", "isOwed"] { expected[name]?.isDerived = true }
    // They come and go with their assessments, by the database itself.
    if kind == .needScore { for name in ["case", "need"] { expected[name]?.target = nil } }
    // It follows from whom a letter goes to.
    if kind == .template {
      expected["consent"]?.isDerived = true
      expected["consent"]?.codes = nil
    }
    if kind == .person {
      for name in ["sortName", "sortRoman"] { expected[name]?.isDerived = true }
    }
    expectNoDifference(declared, expected)
  }

  private static func codes(of column: String, in sql: String) -> [String]? {
    guard let start = sql.range(of: "CHECK (\(column) IN (") else { return nil }
    let rest = sql[start.upperBound...].prefix { $0 != ")" }
    let codes = rest.split(separator: ",").map {
      $0.filter { !" \n'".contains($0) }
    }
    return codes == ["0", "1"] ? nil : codes
  }

  @Test func `calls open what the rules call not ended`() throws {
    let desk = try Desk()
    let row = try desk.raw { db in
      try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
        .reduce(into: [String: String]()) { $0[$1["name"]] = $1["sql"] }
    }
    func ends(_ table: String) -> Set<String> {
      let list = row[table]?.range(of: " NOT IN (").map { range in
        row[table]?[range.upperBound...].prefix { $0 != ")" } ?? ""
      }
      return Set((list ?? "").split(separator: ",").map { $0.filter { !" \n'".contains($0) } })
    }
    #expect(ends("case") == Set(CaseStatus.allCases.filter(\.isEnd).map(\.rawValue)))
    #expect(ends("homestay") == Set(StayStage.allCases.filter(\.isEnd).map(\.rawValue)))
    #expect(ends("placement") == Set(PlacementStage.allCases.filter(\.isEnd).map(\.rawValue)))
  }

  @Test(arguments: [
    "UPDATE \"case\" SET opened = '2026-02-31'", "UPDATE \"case\" SET status = 'lost'",
    "UPDATE \"case\" SET person = 99", "UPDATE \"case\" SET person = NULL",
    "UPDATE person SET interpreterNeeded = 2", "UPDATE person SET birthDate = 19900101",
    "INSERT INTO salon (theme, date, type, status, begins) VALUES ('x', '2026-01-01', 'salon', 'held', '25:00')",
    "UPDATE journalRow SET who = 2", "DELETE FROM journalRow", "UPDATE journal SET who = 'staff:2'",
    "DELETE FROM journal", "UPDATE journalWord SET word = 'x'", "DELETE FROM journalWord",
    "DELETE FROM journalContent",
    "UPDATE journalContent SET after = '{}'", "UPDATE journalContent SET salt = x'00'",
  ])
  func `refuses what is no value, and any change of the journal`(sql: String) throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    #expect(throws: DatabaseError.self) {
      try desk.execute("PRAGMA foreign_keys = ON; \(sql)")
    }
  }

  @Test func `keeps the next action, the last contact, names and days up to date`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Zed", ["nameKana": .text("ゼド")])
    func derived(_ fields: String...) throws -> [FieldValue] {
      let card = try desk.card(.case, id)
      return fields.map { card[$0] }
    }
    let later = try desk.addFollowUp(id, "later", due: 9)
    let first = try desk.addFollowUp(id, "first", due: 2)
    let due = FieldValue.date(Desk.today.adding(days: 2))
    #expect(try derived("nextAction", "nextActionDue") == [.text("first"), due])
    try desk.change(.followUp, first, ["done": .date(Desk.today)])
    #expect(try derived("nextAction") == [.text("later")])
    #expect(try desk.card(.followUp, first)["isOpen"] == .flag(false))
    _ = try desk.store.undo()
    #expect(try derived("nextAction") == [.text("first")])
    try desk.change(.followUp, first, ["due": .date(Desk.today.adding(days: 20))])
    #expect(try derived("nextAction") == [.text("later")])
    let other = try desk.addCase("Other")
    try desk.change(.followUp, later, ["case": .to(.case, other)])
    #expect(try derived("nextAction") == [.text("first")])
    #expect(try desk.card(.case, other)["nextAction"] == .text("later"))

    func contact(_ days: Int, made: Bool) throws -> RecordID {
      try desk.add(
        .contact,
        [
          "case": .to(.case, id), "on": .date(Desk.today.adding(days: days)),
          "contactMade": .flag(made),
        ])
    }
    _ = try contact(-1, made: false)
    #expect(try derived("lastContact") == [.absent])
    let made = try contact(-5, made: true)
    #expect(try derived("lastContact") == [.date(Desk.today.adding(days: -5))])
    try desk.change(.contact, made, ["on": .date(Desk.today)])
    #expect(try derived("lastContact") == [.date(Desk.today)])
    try desk.change(.contact, made, ["contactMade": .flag(false)])
    #expect(try derived("lastContact") == [.absent])

    #expect(try derived("sortName", "isOpen") == [.text("ゼド"), .flag(true)])
    try desk.change(
      .case, id,
      ["nameKana": .absent, "status": .code("not_eligible"), "receivingBody": .text("x")],
      reason: "x")
    #expect(try derived("sortName", "isOpen") == [.text("zed"), .flag(false)])

    let salon = try desk.add(.salon, ["theme": .text("x"), "date": .date(Desk.today)])
    let place = try desk.add(.attendance, ["salon": .to(.salon, salon), "case": .to(.case, id)])
    #expect(try desk.card(.attendance, place)["on"] == .date(Desk.today))
    try desk.change(.salon, salon, ["date": .day("2026-12-24")])
    #expect(try desk.card(.attendance, place)["on"] == .day("2026-12-24"))
  }

  @Test func `leaves an older store as it is where the disk has no room to bring it up to date`()
    throws
  {
    let queue = try DatabaseQueue()
    let old = Schema([(1, "CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(2500000))")])
    func migrate(to more: String, leaving left: UInt64?) throws -> Int? {
      let new = Schema(old.migrations + [(2, more)], room: { _ in left })
      try queue.writeWithoutTransaction { try new.migrate($0, path: "p") }
      return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }
    try queue.writeWithoutTransaction { try old.migrate($0, path: "p") }
    #expect(throws: Refusal.roomMissing(megabytes: 2)) {
      try migrate(to: "ALTER TABLE a ADD COLUMN y", leaving: 1_000_000)
    }
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
    // Nothing to do takes no room, and where nobody knows the room it is tried.
    try queue.writeWithoutTransaction {
      try Schema(old.migrations, room: { _ in 0 }).migrate($0, path: "p")
    }
    #expect(try migrate(to: "ALTER TABLE a ADD COLUMN y", leaving: nil) == 2)
    #expect(try #require(DiskSpace.left(beside: "/tmp/x")) > 0)
  }

  @Test func `migrates an older store in one transaction and leaves a newer one alone`() throws {
    let queue = try DatabaseQueue()
    let old = Schema([(1, "CREATE TABLE a (x); INSERT INTO a VALUES (1)")])
    let new = Schema(old.migrations + [(2, "ALTER TABLE a ADD COLUMN y")])
    let broken = Schema(new.migrations + [(3, "CREATE TABLE b (x)"), (4, "CREATE nonsense")])
    func version() throws -> Int? {
      try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }
    try queue.writeWithoutTransaction { try old.migrate($0, path: "p") }
    #expect(try version() == 1)
    try queue.writeWithoutTransaction { try new.migrate($0, path: "p") }
    #expect(try version() == 2)
    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { try broken.migrate($0, path: "p") }
    }
    #expect(try version() == 2)
    #expect(try queue.read { try !$0.tableExists("b") })
    #expect(throws: Refusal.storeNewer(path: "p", version: 2)) {
      try queue.writeWithoutTransaction { try old.migrate($0, path: "p") }
    }
  }
}

extension `The schema`.Declared {
  fileprivate init(_ field: FieldFacts) {
    self.init(type: "TEXT", isRequired: field.isRequired, isDerived: false)
    switch field.shape {
    case .number, .instant: type = "INTEGER"
    case .flag: (type, isRequired) = ("INTEGER", true)
    case .reference(let kind): (type, target) = ("INTEGER", kind.rawValue)
    case .choice(let catalogue)
    where ![
      "country", "language", "prefecture", "deskLanguage", "deadlineRule", "countedIndicator",
    ].contains(
      catalogue.name):
      codes = catalogue.codes
    default: break
    }
  }
}
