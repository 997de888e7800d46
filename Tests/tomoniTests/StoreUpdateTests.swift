import Foundation
import GRDB
import TestSupport
import Testing

/// A store that another version left is brought up to date before anything else, and says so where
/// that takes long.
struct StoreUpdateTests {
  private static let words = [
    "en": "Bringing the store up to date: ", "ja": "データを新しい形式と規則に合わせています: ",
  ]

  /// Lets the store look as if a program of other rules had written it.
  private func outdate(_ store: CommandStore, persons: Int = 0) throws {
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      for number in 0..<persons {
        try db.execute(
          sql: "INSERT INTO person (nameRoman) VALUES (?)", arguments: ["Person \(number)"])
      }
      try db.execute(sql: "UPDATE derived SET revision = 'before'")
    }
    try queue.close()
  }

  @Test(arguments: ["ja"])
  func `says how far it has come where it takes long, and once`(lang: String) throws {
    let store = try CommandStore()
    let words = try #require(Self.words[lang])
    try outdate(store, persons: 40_000)
    let first = try store.run("list", "cases", "--lang", lang)
    #expect(first.exit == .code(0))
    let lines = first.errors.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix(words) }, "\(first.errors)")
    let last = try #require(lines.last).split { !$0.isWholeNumber }.compactMap { Int($0) }
    #expect(last.count == 2 && last[0] == last[1] && last[0] > 80_000, "\(first.errors)")
    let second = try store.run("list", "cases", "--lang", lang)
    #expect(second.errors.isEmpty && second.output == first.output)
  }

  @Test func `says nothing where it is done at once`() throws {
    let store = try CommandStore()
    let before = try store.run("list", "deadlines")
    try outdate(store)
    #expect(try store.run("list", "deadlines").errors == before.errors)
  }
}
