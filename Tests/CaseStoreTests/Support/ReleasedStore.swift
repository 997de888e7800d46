@testable import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport

/// A copy of a store in `Tests/Stores` as the program of an earlier schema left it; gone with the
/// value.
final class ReleasedStore {
  let path: String
  private let folder: ScratchFolder

  private static let stores = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Stores")

  /// The numbers of the schemas of which one is kept.
  static func numbers() throws -> [Int] {
    try FileManager.default.contentsOfDirectory(atPath: stores.path)
      .filter { $0.hasSuffix(".db.gz") }.compactMap { Int($0.prefix(3)) }.sorted()
  }

  /// The first and the last of them and a seventh of the others, each day another: what is held of every
  /// update is held of all of them within a week, and at once with `TOMONI_WHOLE=1`.
  static func some() throws -> [Int] {
    let numbers = try numbers()
    if ProcessInfo.processInfo.environment["TOMONI_WHOLE"] != nil { return numbers }
    let today = Int(Date.now.timeIntervalSince1970 / 86400) % 7
    return numbers.filter { $0 == numbers.first || $0 == numbers.last || $0 % 7 == today }
  }

  init(ofSchema number: Int) throws {
    folder = try ScratchFolder()
    path = folder.path("tomoni.db")
    let digits = "\(number)"
    let name = String(repeating: "0", count: 3 - digits.count) + digits + ".db"
    let files = FileManager.default
    try files.copyItem(atPath: Self.stores.appending(path: name + ".gz").path, toPath: path + ".gz")
    try files.copyItem(
      atPath: Self.stores.appending(path: name + ".journal-key").path,
      toPath: path + ".journal-key")
    try SystemProgram.run("/bin/gzip", "-d", path + ".gz")
    for file in [path, path + ".journal-key"] {
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
  }

  func open() throws -> CaseStore {
    try CaseStore.open(path, as: .coordinator(RecordID(1))) { Instant(1_790_987_400) }
  }

  /// The file itself, past the door.
  func raw<T>(_ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { try body($0) }
  }

  /// The lines that a statement gives, its columns beside each other.
  func lines(_ sql: String) throws -> [String] {
    try raw { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "-" : "\($0)" }.joined(separator: " ")
      }
    }
  }
}
