import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CaseStore
@testable import Casework

/// Two people who write into the same few cases: no word of either is lost, and whoever comes second is
/// told.
///
/// A tenth by default; the whole 10,000 of T12 by `EDITS=10000`.
@Suite struct `Edits by two` {
  private static let count =
    ProcessInfo.processInfo.environment["EDITS"].flatMap(Int.init) ?? 600

  private struct Editor: Sendable {
    let path: String
    let name: String
    let cases: [RecordID]
    let count: Int

    /// Adds its words one by one; how often it was told of a conflict.
    func work() throws -> Int {
      let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { Desk.start }
      var random = SplitMix(seed: UInt64(name.utf8.reduce(0) { Int($0) &* 31 &+ Int($1) }))
      var conflicts = 0
      for number in 0..<count {
        let address = RecordAddress(.case, cases.randomElement(using: &random) ?? RecordID(1))
        var isDone = false
        while !isDone {
          let card = try store.detail(address, limit: 1).card
          let said = card["safeContact"].asText ?? ""
          usleep(UInt32.random(in: 0...3000, using: &random))
          do throws(Refusal) {
            _ = try store.save(
              Change(
                .case, id: address.id, version: card.version,
                values: ["safeContact": .text("\(said)\(name)\(number);")], command: "case.edit"))
            isDone = true
          } catch {
            guard case .conflict = error else { throw error }
            conflicts += 1
          }
        }
      }
      return conflicts
    }
  }

  @Test func `lose nothing`() throws {
    let desk = try Desk()
    // A text holds so much, and each word stays in it.
    let cases = try (0..<2 + Self.count / 2500).map { try desk.addCase("A\($0)") }
    let (path, half) = (desk.path, Self.count / 2)
    let conflicts = Mutex(0)
    // On threads of their own: the tests' are busy.
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      do {
        let met = try Editor(path: path, name: ["a", "b"][number], cases: cases, count: half).work()
        conflicts.withLock { $0 += met }
      } catch {
        Issue.record("\(error)")
      }
    }
    var words: [String] = []
    for id in cases {
      words += (try desk.card(.case, id)["safeContact"].asText ?? "")
        .split(separator: ";").map(String.init)
    }
    let expected = ["a", "b"].flatMap { name in (0..<half).map { "\(name)\($0)" } }
    #expect(words.count == expected.count && Set(words) == Set(expected))
    #expect(conflicts.withLock { $0 } > 0)
    #expect(try desk.store.verifyJournal().isWhole)
    print("edits: \(expected.count), conflicts told: \(conflicts.withLock { $0 })")
  }
}
