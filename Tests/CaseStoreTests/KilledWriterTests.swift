import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport
import Testing

/// A program that is killed while it writes: what it told of is there and nothing else but the one
/// change it was at, and the store is whole.
///
/// 8 kills by default; the whole 1,000 of T3, over some 100,000 acknowledged changes, by `KILLS=1000`.
@Suite struct `A killed writer` {
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap(Int.init) ?? 8
  /// A store grows, and each look at all of it takes longer.
  private static let killsOfOneStore = 20

  @Test func `leaves all it told of, and a whole store`() throws {
    var random = SplitMix(seed: 20_261_130)
    var told = 0
    for first in stride(from: 0, to: Self.kills, by: Self.killsOfOneStore) {
      let desk = try Desk()
      let id = try desk.addCase("A")
      var known: [Int64: Int] = [:]
      var entries = try desk.store.verifyJournal().entries
      for kill in first..<min(first + Self.killsOfOneStore, Self.kills) {
        let least = Int.random(in: 1...200, using: &random)
        let lines = try Writer(desk, case: id, "work", kill)
          .lines(
            atLeast: least,
            thenKillAfter: .microseconds(Int.random(in: 0...4000, using: &random)))
        #expect(lines.count >= least, "kill \(kill)")
        told += lines.count
        for line in lines {
          let parts = line.split(separator: " ").compactMap { Int64($0) }
          try #require(parts.count == 2, "\(line)")
          known[parts[0]] = parts[1] == 0 ? nil : Int(parts[1])
        }
        let before = entries
        (known, entries) = try expectKept(known, in: desk, kill: kill)
        #expect(0...1 ~= entries - before - lines.count, "kill \(kill): entries of the journal")
      }
    }
    #expect(told >= Self.kills)
    print("killed writers: \(Self.kills), changes they told of: \(told)")
  }

  /// - Parameter known: the notes that are there as far as was told, and the number in each.
  /// - Returns: those that are there, and how many entries the journal has.
  private func expectKept(_ known: [Int64: Int], in desk: Desk, kill: Int) throws -> (
    [Int64: Int], entries: Int
  ) {
    let (kept, check) = try desk.raw { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, body FROM note")
      return (
        Dictionary(
          uniqueKeysWithValues: rows.map { row in (row["id"] as Int64, row["body"] as String) }),
        try String.fetchAll(db, sql: "PRAGMA integrity_check")
      )
    }
    // The change it was killed at may be there, whole, or not.
    let other = Set(known.keys).union(kept.keys).filter { known[$0].map(String.init) != kept[$0] }
    #expect(other.count <= 1, "kill \(kill): \(other.map { (known[$0], kept[$0]) })")
    #expect(check == ["ok"], "kill \(kill)")
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.isWhole, "kill \(kill)")
    return (kept.compactMapValues { Int($0) }, verdict.entries)
  }
}
