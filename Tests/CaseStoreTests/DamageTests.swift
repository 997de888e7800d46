import CustomDump
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore
@testable import Casework

/// A file that a disk has damaged: no crash, and nothing shown for true that is not, or the check of the
/// journal or a backup finds it.
///
/// A part by default; the whole 5,000 of T5 by `DAMAGES=5000`, one of them by `DAMAGE=1195`.
@Suite struct `A damaged file` {
  private static let numbers: Range<Int> = {
    let environment = ProcessInfo.processInfo.environment
    if let one = environment["DAMAGE"].flatMap(Int.init) { return one..<one + 1 }
    return 0..<(environment["DAMAGES"].flatMap(Int.init) ?? 120)
  }()

  @Test func `is refused, or shows what it held, or is found out`() throws {
    let desk = try `A volunteer`.Scene(.assigned).desk
    try desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let folder = try ScratchFolder()
    let path = folder.path("tomoni.db")
    for ending in ["", ".journal-key"] {
      try FileManager.default.copyItem(atPath: desk.path + ending, toPath: path + ending)
    }
    // Opened once, so that it is the file that was there before: in another one all is looked at.
    _ = try CaseStore.open(path, as: .coordinator(RecordID(1))) { Desk.start }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let page = 4096
    let shown = try Self.shown(of: desk.store)
    var (refused, same, found) = (0, 0, 0)
    for number in Self.numbers {
      var random = SplitMix(seed: UInt64(number))
      var bytes = whole
      let pages = bytes.count / page
      switch number % 5 {
      case 0, 1:
        for _ in 0..<Int.random(in: 1...64, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
        }
      case 2: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      case 3:
        let place = Int.random(in: 0..<pages, using: &random) * page
        bytes.replaceSubrange(place..<place + page, with: Data(count: page))
      default:
        let (one, two) = (
          Int.random(in: 1..<pages, using: &random) * page,
          Int.random(in: 1..<pages, using: &random) * page
        )
        let first = bytes[one..<one + page]
        bytes.replaceSubrange(one..<one + page, with: bytes[two..<two + page])
        bytes.replaceSubrange(two..<two + page, with: first)
      }
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: bytes)
      try file.close()
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
      do {
        let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { Desk.start }
        let now = try Self.shown(of: store)
        if now == shown {
          same += 1
          continue
        }
        let isFound = try Self.isFound(in: store, folder)
        #expect(isFound, "damage \(number) is not noticed: \(diff(shown, now) ?? "")")
        found += 1
      } catch let refusal as Refusal {
        refused += 1
        // What is broken is called so.
        switch refusal {
        case .storeDamaged, .notAStore, .storage, .unreadable, .storeNewer, .storeMissing,
          .unknownViewer, .notFound, .strayLog, .diskFull:
          break
        default: Issue.record("damage \(number): \(refusal)")
        }
      }
    }
    #expect(refused + same + found == Self.numbers.count)
    #expect(Self.numbers.count < 50 || refused > 0 && same > 0)
    print("damaged files: \(refused) refused, \(same) alike, \(found) found by the journal")
  }

  /// By the check of the journal, or by a backup, which looks at what follows from the records too.
  private static func isFound(in store: CaseStore, _ folder: ScratchFolder) throws -> Bool {
    if try !store.verifyJournal().isWhole { return true }
    let copy = folder.path("copy.db")
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try StoreCare.copy(folder.path("tomoni.db"), to: copy)
    return try !StoreCare.tally(ofCopy: copy, called: "copy", isDeep: true).journal.isWhole
  }

  /// What all lists show, and the pages of all records.
  private static func shown(of store: CaseStore) throws -> String {
    var all: [Any] = []
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      let fields = RecordDescription.of(kind).stored.map(\.name)
      let cards = try store.page(ListQuery(kind), .first, count: 99, fields: fields).cards
      all.append(cards)
      for card in cards.prefix(3) { all.append(try store.detail(card.address, limit: 20).card) }
    }
    return String(customDumping: all)
  }
}
