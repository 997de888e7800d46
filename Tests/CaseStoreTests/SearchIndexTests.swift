@testable import CaseStore
import Casework
import CustomDump
import Fold
import GRDB
import TestSupport
import Testing

/// The index of the search says of every text what the text itself says.
@Suite struct `The index of the search` {
  private static let pieces = [
    "田中", "花子", "髙﨑", "Nguyễn", "Sato", "ŞAHİN", "محمد", "Олена", "မြန်မာ", "สมชาย", "김민수",
    "090-1234-5678", "🙂", "𠮷野", "re", "fu", "gee", "の", "を", " ", "　", "・", "-", "\n", "\"", "*",
    "AND",
    "NOT (", "O'Brien", "ﾀﾅｶ",
  ]

  /// A row of the index: each term, where it stands.
  private func instances(_ db: Database) throws -> [String] {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen
        USING fts5vocab ('main', 'searchIndex', 'instance')
        """)
    return try String.fetchAll(
      db, sql: "SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM temp.seen ORDER BY 1")
  }

  private func texts(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql:
        "SELECT id || ' ' || ifnull(about, '-') || names || '|' || notes FROM searchText ORDER BY id"
    )
  }

  /// What is kept equals what is made anew from the records.
  private func expectRight(_ desk: Desk, _ comment: Comment) throws {
    try desk.raw { db in
      let kept = (try texts(db), try instances(db))
      try db.indexAll {}
      let made = (try texts(db), try instances(db))
      expectNoDifference(kept.0, made.0, "\(comment)")
      #expect(kept.1 == made.1, comment)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `finds each piece of a text and nothing else`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let desk = try Desk()
    func text() -> String {
      (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    for _ in 0..<25 {
      let id = try desk.addCase(text() + "x", ["nameNative": .text(text() + "y")])
      try desk.add(
        .note, ["case": .to(.case, id), "on": .date(Desk.today), "body": .text(text() + "z")])
    }
    try desk.raw { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, names, notes FROM searchText")
      for _ in 0..<150 {
        let typed = text()
        for word in SearchWord.all(of: typed) {
          for reach in SearchWord.Reach.allCases {
            for inNames in [true, false] {
              let pattern = word.pattern(reach)
              let expected = rows.filter { row in
                let texts = inNames ? [row["names"] as String] : [row["names"], row["notes"]]
                return texts.contains {
                  $0.unicodeScalars.split(separator: "\n").contains { line in
                    String(line).contains(pattern) && line.contains(pattern.unicodeScalars)
                  }
                }
              }
              let found = try Int64.fetchAll(
                db, sql: "SELECT rowid FROM searchIndex WHERE searchIndex MATCH ? ORDER BY rowid",
                arguments: [word.phrase(reach, inNames: inNames)])
              #expect(found == expected.map { $0["id"] }, "\(typed) \(word) \(reach)")
            }
          }
        }
      }
    }
  }

  @Test func `stays right through what is changed, moved, undone and taken away`() throws {
    let desk = try Desk()
    let first = try desk.addCase("Salma Haddad", ["phone": .text("090-1234-5678")])
    let second = try desk.addCase("Selma Hadad", ["nameNative": .text("سلمى حداد")])
    let note = try desk.add(
      .note, ["case": .to(.case, first), "on": .date(Desk.today), "body": .text("家主と 話した")])
    _ = try desk.addHost("佐藤家", beds: 2)
    try expectRight(desk, "added")
    try desk.change(.note, note, ["body": .text("家主から 返事")])
    try desk.change(.case, first, ["nameRoman": .text("Salma Al-Haddad"), "phone": .absent])
    try expectRight(desk, "changed")
    _ = try desk.store.undo()
    try expectRight(desk, "undone")
    try desk.change(.note, note, ["case": .to(.case, second)])
    try expectRight(desk, "of another case")
    let about = try desk.raw {
      try Int64.fetchOne($0, sql: "SELECT about FROM searchText WHERE notes <> ''")
    }
    #expect(about == second.rawValue)
    for _ in 0..<4 { _ = try desk.store.undo() }
    try expectRight(desk, "taken back")
    for _ in 0..<3 { _ = try desk.store.redo() }
    try expectRight(desk, "done again")
  }

  @Test func `follows what is told around a case that turned out to be another's twin`() throws {
    let desk = try Desk()
    let survivor = try desk.addCase("Hassan Ahmad")
    let twin = try desk.addCase("Ahmad Hassan")
    try desk.add(
      .note, ["case": .to(.case, twin), "on": .date(Desk.today), "body": .text("家主と話した")])
    func found() throws -> [RecordID] {
      try desk.store.page(ListQuery(.case, search: "家主"), .first, count: 9).cards
        .map(\.address.id)
    }
    #expect(try found() == [twin])
    try desk.change(
      .case, twin, ["status": .code("duplicate"), "survivingCase": .to(.case, survivor)],
      reason: "同じ人")
    #expect(try found() == [survivor])
    try expectRight(desk, "merged")
    _ = try desk.store.undo()
    #expect(try found() == [twin])
    try expectRight(desk, "taken apart")
  }

  @Test func `is made anew from a store that had none`() throws {
    for number in try ReleasedStore.some() {
      let released = try ReleasedStore(ofSchema: number)
      let store = try released.open()
      for (text, found) in [("haddad", 1), ("サルマ", 1), ("5678", 1), ("aunt", 1), ("nobody", 0)] {
        // The notes of the earliest stores were not kept.
        if text == "aunt", try store.count(ListQuery(.note)).value == 0 { continue }
        #expect(try store.count(ListQuery(.case, search: text)).value == found, "\(number) \(text)")
      }
    }
  }
}

extension Substring.UnicodeScalarView {
  fileprivate func contains(_ other: String.UnicodeScalarView) -> Bool {
    let (own, other) = (Array(self), Array(other))
    guard own.count >= other.count else { return false }
    return (0...(own.count - other.count)).contains { Array(own[$0..<($0 + other.count)]) == other }
  }
}
