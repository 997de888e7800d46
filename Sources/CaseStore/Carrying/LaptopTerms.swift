package import Casework
import GRDB

/// What a copy that was taken along says of itself, in the first entry of its journal: nobody can make it
/// last longer without breaking the chain.
package struct LaptopTerms: Hashable, Sendable {
  package let id: String
  package let until: CivilDate

  /// Nil for a store that is no such copy.
  init?(in db: Database) throws {
    let first = try db.entries("j.sequence = ?", [1.databaseValue]).first
    guard let first, first.ownCommand == .laptopTaken,
      let id = first.told(.id), let until = first.told(.until).flatMap(CivilDate.init(iso:))
    else { return nil }
    self.id = id
    self.until = until
  }

  /// Refuses a copy whose last day is over, or that came home.
  func check(in db: Database, today: CivilDate) throws {
    let last = try db.lastEntry()
    if last?.ownCommand == .laptopReturned { throw Refusal.laptop(.home) }
    // A clock that is set back makes no day of it: it was as late as the last entry says.
    if max(today, last?.at.dateInJapan ?? today) > until { throw Refusal.laptop(.expired(until)) }
  }
}

extension Database {
  /// Whether a copy came home: that is the last that is written in it.
  func isLaptopHome() throws -> Bool { try lastEntry()?.ownCommand == .laptopReturned }

  fileprivate func lastEntry() throws -> JournalEntry? {
    try entries("j.sequence = ?", [journalHead().sequence.databaseValue]).first
  }
}

extension JournalEntry {
  /// A detail that the entry tells of a copy.
  func told(_ detail: LaptopCopy.Detail) -> String? {
    if case .text(let text)? = after[detail.rawValue] { text } else { nil }
  }
}

extension OpenedStore {
  /// Nil where the store is no copy that was taken along.
  package func laptopTerms() throws(Refusal) -> LaptopTerms? {
    try Refusal.translating(file.path) { try queue.reading { try LaptopTerms(in: $0) } }
  }
}
