import Casework
import Foundation
import GRDB

/// The store as an older program left it, in a file beside it.
///
/// It is kept before the store is brought up to date, until the next time, or until somebody is erased. With
/// the older program it is the store again.
package struct BeforeUpdate {
  private let real: String

  /// That of the store at a path.
  package init(beside store: String) { real = StoreFile(store).real }

  private static let ending = ".before-"

  /// The copies that lie there, by their paths.
  package var paths: [String] {
    let url = URL(fileURLWithPath: real)
    let folder = url.deletingLastPathComponent().path
    let prefix = url.lastPathComponent + Self.ending
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// Copies the store, in which nobody else can write while the caller holds it, and removes what was kept
  /// before.
  ///
  /// - Parameter schema: the one that it has.
  func keep(schema: Int) throws {
    let place = "\(real)\(Self.ending)\(Digits.pad(schema, 3))"
    let unfinished = place + ".new"
    unsafe unlink(unfinished)
    do {
      try PrivateFile.create(unfinished, Data())
    } catch {
      throw Refusal.cannotWrite(unfinished)
    }
    defer { unsafe unlink(unfinished) }
    // SQLite copies from no connection that is about to write.
    let source = try DatabaseQueue(path: real, configuration: StoreFile.configuration)
    let queue = try DatabaseQueue(path: unfinished, configuration: StoreFile.configuration)
    try source.unsafeRead { db in
      try queue.writeWithoutTransaction { copy in
        try db.backup(to: copy)
        // One file, whatever is done with it.
        try copy.execute(sql: "PRAGMA journal_mode = DELETE")
      }
    }
    try queue.close()
    try source.close()
    try PrivateFile.synchronize(unfinished)
    guard unsafe rename(unfinished, place) == 0 else { throw Refusal.cannotWrite(place) }
    for path in paths where path != place { unsafe unlink(path) }
  }

  /// Removes all of them: who is erased is in none.
  func forget() {
    for path in paths { unsafe unlink(path) }
  }
}
