@testable import CaseStore
import Casework
import GRDB
import Testing

struct DuplicateTests {
  private static let known: [String: FieldValue] = [
    "nameRoman": .text("Satō Hassan"), "nameKana": .text("サトウ・ハッサン"),
    "nameNative": .text("髙橋 邊"), "birthDate": .day("1990-02-03"),
    "nationality": .code("SYR"), "phone": .text("090-1234-5678"),
  ]

  private func reasons(
    _ values: [String: FieldValue], in desk: Desk
  ) throws -> [DuplicateMatch.Reason] {
    try desk.store.duplicates(of: values, limit: 9).first?.match.reasons ?? []
  }

  @Test(
    arguments: [
      (["nameRoman": .text("SATOU HASAN")], [.sameRomanName]),
      (["nameKana": .text("ｻﾄｳ ﾊｯｻﾝ")], [.sameName]),
      (["nameKana": .text("さとう　はっさん")], [.sameName]),
      (["nameNative": .text("高橋 辺")], [.sameName]),
      (["nameUsed": .text("Hassan Sato")], [.swappedName]),
      (["phone": .text("+81 90 1234 5678")], [.samePhone]),
      (["phone": .text("０９０１２３４５６７８")], [.samePhone]),
      (
        ["nameRoman": .text("SATO HASSEN"), "birthDate": .day("1990-02-03")],
        [.similarName, .sameBirthDate]
      ),
      (
        [
          "nameRoman": .text("SATO HASSEN"), "birthDate": .day("1990-03-02"),
          "nationality": .code("SYR"),
        ],
        [.similarName, .swappedBirthDate, .sameNationality]
      ),
      (
        ["nameRoman": .text("SATO"), "birthDate": .day("1990-02-03")], []
      ),
      (
        ["nameNative": .text("حسن ساتو"), "birthDate": .day("1990-02-03")],
        [.similarSound, .sameBirthDate]
      ),
      (
        ["nameNative": .text("حسن ساتو"), "birthDate": .day("1990-03-02")],
        [.similarSound, .swappedBirthDate]
      ),
      (
        ["nameNative": .text("حسن ساتو"), "birthDate": .day("1990-02-09")],
        [.similarSound, .sameBirthMonth]
      ),
      // How a name sounds says nothing alone.
      (["nameNative": .text("حسن ساتو"), "nationality": .code("SYR")], []),
      (["nameNative": .text("حسن ساتو")], []),
      (["phone": .text("5678")], []),
    ] as [([String: FieldValue], [DuplicateMatch.Reason])])
  func `finds who was entered before, however they are written`(
    _ values: [String: FieldValue], _ expected: [DuplicateMatch.Reason]
  ) throws {
    let desk = try Desk()
    _ = try desk.addCase("x", Self.known)
    _ = try desk.addCase("SOMEBODY ELSE", ["birthDate": .day("1980-02-03")])
    #expect(try reasons(values, in: desk) == expected)
  }

  @Test(
    arguments: [
      ("أحمد حسن", "احمد حسن"), ("Олена Ковалі", "ОЛЕНА КОВАЛІ"), ("မောင်တင်", "မောင်တင်"),
      ("ዮሃንስ አበበ", "አበበ ዮሃንስ"),
    ])
  func `knows a name in any script`(_ kept: String, _ typed: String) throws {
    let desk = try Desk()
    _ = try desk.addCase("x", ["nameNative": .text(kept)])
    #expect(try !reasons(["nameNative": .text(typed)], in: desk).isEmpty)
  }

  @Test func `follows changes of a person and undo`() throws {
    let desk = try Desk()
    let id = try desk.addCase("x", Self.known)
    let asked: [String: FieldValue] = ["phone": .text("070-8765-4321")]
    #expect(try reasons(asked, in: desk) == [])
    try desk.change(.case, id, asked)
    #expect(try reasons(asked, in: desk) == [.samePhone])
    #expect(try desk.store.duplicates(of: asked, limit: 9).first?.link.number == "2026-0001")
    _ = try desk.store.undo()
    #expect(try reasons(asked, in: desk) == [])
    _ = try desk.store.undo()
    #expect(try desk.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM duplicateKey") } == 0)
  }

  @Test func `a volunteer learns of nobody`() throws {
    let desk = try Desk()
    let id = try desk.addCase("x", Self.known)
    let volunteer = try desk.addVolunteer("V")
    try desk.assign(volunteer, to: id)
    let session = try desk.open(as: .volunteer(volunteer))
    #expect(refusal { try session.duplicates(of: Self.known, limit: 9) } == .notPermitted)
  }

  @Test func `keeps keys for the persons of an older store`() throws {
    let desk = try Desk()
    let store = try desk.open(
      ofSchema: 5,
      holding: """
        INSERT INTO person (nameRoman, phone) VALUES ('x', '090-1234-5678');
        INSERT INTO "case" (number, code, person, status, opened)
        VALUES ('2026-0001', 'ABCDEFGH', 1, 'active', '2026-09-01');
        """)
    #expect(try store.duplicates(of: ["phone": .text("09012345678")], limit: 9).count == 1)
  }

  @Test func `is read along indexes`() throws {
    let desk = try Desk()
    _ = try desk.addCase("x", Self.known)
    var statements: Set<String> = []
    let store = try desk.open()
    try store.trace { statements.insert($0) }
    _ = try store.duplicates(of: Self.known, limit: 9)
    // What the index itself reads is its own.
    let queries = statements.filter { $0.hasPrefix("SELECT") && !$0.contains("searchIndex_") }
    #expect(queries.contains { $0.contains("duplicateKey") })
    try desk.raw { db in
      for sql in queries {
        let nothing = [DatabaseValue](repeating: .null, count: sql.filter { $0 == "?" }.count)
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(nothing))
        let steps = plan.map { $0["detail"] as String }
        #expect(
          steps.allSatisfy {
            // Of a key only so many are looked at.
            (!$0.hasPrefix("SCAN") || $0.contains("VIRTUAL TABLE") || $0 == "SCAN latest")
              && !$0.contains("TEMP B-TREE")
          },
          "\(sql) \(steps)")
      }
    }
  }
}
