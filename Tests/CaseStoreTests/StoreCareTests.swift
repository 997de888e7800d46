import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// A copy that is kept, whatever program wrote the store.
@Suite struct `A kept copy` {
  @Test(arguments: try ReleasedStore.some())
  func `of a store of an older program leaves it as it is, and opens here`(number: Int) throws {
    let released = try ReleasedStore(ofSchema: number)
    let before = FileManager.default.contents(atPath: released.path)
    let copy = released.path + ".copy"
    try StoreCare.copy(released.path, to: copy)
    #expect(FileManager.default.contents(atPath: released.path) == before)
    let folder = try ScratchFolder()
    let place = folder.path("tomoni.db")
    let tally = try StoreCare.adopt(
      copy, called: "it", as: place, clock: { Instant(1_790_987_400) })
    #expect(tally.journal.fault == nil && tally.journal.entries > 0)
    let one = try released.open()
    let other = try CaseStore.open(place, as: .coordinator(RecordID(1))) { Instant(1_790_987_400) }
    #expect(try one.verifyJournal() == other.verifyJournal())
    let cases = try [one, other].map { try $0.page(ListQuery(.case), .first, count: 500).cards }
    #expect(!cases[0].isEmpty && cases[0] == cases[1])
    // Nothing of the copy is left but the store.
    let raw = try DatabaseQueue(path: place)
    #expect(try raw.read { try $0.tableExists("backupKey") } == false)
  }

  /// A copy that began anew after each change of somebody else never came to its end.
  @Test func `of a large store is of one moment, however often others write meanwhile`() throws {
    let desk = try Desk()
    try desk.execute("CREATE TABLE filler (content BLOB)")
    for _ in 0..<4 { try desk.execute("INSERT INTO filler VALUES (randomblob(9000000))") }
    let copy = desk.path + ".copy"
    var steps = 0
    try StoreCare.copy(desk.path, to: copy) { _, _ in
      steps += 1
      // Not for ever, so that a failure is one and no hanging.
      if steps < 40 { try? desk.execute("INSERT INTO filler VALUES ('later')") }
    }
    let rows = try DatabaseQueue(path: copy).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM filler")
    }
    #expect(steps > 3 && steps < 20 && rows == 4, "\(steps) steps, \(rows ?? -1) rows")
  }

  @Test func `of a damaged store is refused`() throws {
    let released = try ReleasedStore(ofSchema: 13)
    let copy = released.path + ".copy"
    try StoreCare.copy(released.path, to: copy)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
    try file.seek(toOffset: 4096 * 20)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    try file.close()
    #expect(throws: Refusal.self) { try StoreCare.tally(ofCopy: copy, called: "it") }
    let place = released.path + ".new"
    #expect(throws: Refusal.self) {
      try StoreCare.adopt(copy, called: "it", as: place, clock: { Instant(1_790_987_400) })
    }
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `puts the drafts of another state aside and takes no other store's key`() throws {
    let released = try ReleasedStore(ofSchema: 13)
    let copy = released.path + ".copy"
    try StoreCare.copy(released.path, to: copy)
    let folder = try ScratchFolder()
    let place = folder.path("tomoni.db")
    try folder.write("another store's", to: "tomoni.db.journal-key")
    #expect(throws: Refusal.storeExists(path: StoreFile(place).keyPath)) {
      try StoreCare.adopt(copy, called: "it", as: place, clock: { Instant(1_790_987_400) })
    }
    #expect(!FileManager.default.fileExists(atPath: place))
    try FileManager.default.removeItem(atPath: place + ".journal-key")
    let again = released.path + ".again"
    try StoreCare.copy(released.path, to: again)
    try folder.write("drafts", to: "drafts.db")
    _ = try StoreCare.adopt(again, called: "it", as: place, clock: { Instant(1_790_987_400) })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains { $0.hasPrefix("drafts.db.") } && !names.contains("drafts.db"))
  }
}
