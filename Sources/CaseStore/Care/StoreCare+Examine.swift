package import Casework
import Crypto
import Foundation
import GRDB

/// What a look through a whole store found, whoever may look into it; no record.
package struct StoreExamination: Sendable {
  /// The schema that wrote it last; one of an older program is brought up to date when it is opened.
  package let schema: Int
  package let newest: Int
  /// What does not fit, as SQLite says it: pages, tables and indexes, and no value.
  package let damage: [String]
  /// How many references lead to no record.
  package let loose: Int
  /// Nil of an older schema, and of a store that is damaged.
  package let journal: JournalVerdict?
  package let bytes: Int64
  /// What is left on its disk; nil where the file system does not say.
  package let room: UInt64?
  /// The copies that were taken from it, called by nobody's name.
  package let laptops: [LaptopCopy]
}

extension StoreCare {
  /// Goes through all of a store, as it is, and changes nothing.
  ///
  /// - Throws: what keeps it from being opened at all.
  package static func examine(_ path: String) throws(Refusal) -> StoreExamination {
    let file = StoreFile(path)
    let queue = try file.connectAsItIs()
    let key = try file.journalKeyBytes()
    return try Refusal.translating(path) {
      defer { try? queue.close() }
      return try queue.reading { db in
        let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter {
          $0 != "ok"
        }
        let schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let loose = try damage.isEmpty ? Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count : 0
        let isCurrent = damage.isEmpty && schema == Schema.current.version
        let chain = JournalChain(key: SymmetricKey(data: key))
        return StoreExamination(
          schema: schema, newest: Schema.current.version, damage: damage, loose: loose,
          journal: isCurrent ? try db.verifyJournal(chain, isWhole: true) : nil,
          bytes: FileState(file.real)?.size ?? 0, room: DiskSpace.left(beside: file.real),
          laptops: isCurrent ? try db.laptops() : [])
      }
    }
  }
}
