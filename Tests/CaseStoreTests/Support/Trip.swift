@testable import CaseStore
import Casework
import Foundation
import GRDB

/// A copy of a desk's own cases, taken along to a folder of its own.
final class Trip {
  let desk: Desk
  let path: String
  private(set) var copy: LaptopCopy?

  init(from desk: Desk, called name: String = "own.db") {
    self.desk = desk
    path = desk.folder.appending(path: name).path
  }

  static let days = 7

  func take(by store: CaseStore? = nil) throws {
    copy = try (store ?? desk.store).takeLaptop(
      to: path, until: desk.now.dateInJapan.adding(days: Self.days), account: "hayashi")
  }

  /// The copy as its carrier opens it.
  func open(as viewer: Viewer = .coordinator(RecordID(1))) throws -> CaseStore {
    try CaseStore.open(path, as: viewer) { [desk] in desk.now }
  }

  func bring(
    keep: [String] = [], take: [String] = [], isTrial: Bool = false, isLate: Bool = false,
    by store: CaseStore? = nil
  ) throws -> CarryReport {
    try (store ?? desk.store).returnLaptop(
      path, decisions: CarryDecisions(here: keep, there: take), isTrial: isTrial, isLate: isLate)
  }

  /// The files of the copy as they are now, to be put back.
  func kept() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for ending in ["", ".journal-key"] {
      files[path + ending] = try Data(contentsOf: URL(fileURLWithPath: path + ending))
    }
    return files
  }

  func putBack(_ files: [String: Data]) throws {
    for ending in ["-wal", "-shm"] { unsafe unlink(path + ending) }
    for (path, data) in files {
      try data.write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
  }

  /// The tables of a store in which something does not follow from its records.
  static func stale(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { try $0.tablesThatDoNotFollow() }
  }

  /// The copy's file, past the door.
  func raw<T>(_ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { db in
      db.add(function: StoreFile.heard)
      db.add(function: StoreFile.folded)
      return try body(db)
    }
  }
}

extension CaseStore {
  /// Changes what the store holds now.
  @discardableResult
  func change(
    _ kind: RecordKind, _ id: RecordID, _ values: [String: FieldValue], reason: String = ""
  ) throws -> Saved {
    let version = try detail(RecordAddress(kind, id), limit: 0).card.version
    return try save(
      Change(kind, id: id, version: version, values: values, reason: reason, command: "edit"))
  }

  @discardableResult
  func add(_ kind: RecordKind, _ values: [String: FieldValue]) throws -> RecordID {
    try save(Change(kind, values: values, command: "\(kind.rawValue).add")).link.address.id
  }

  func card(_ kind: RecordKind, _ id: RecordID) throws -> Card {
    try detail(RecordAddress(kind, id), limit: 0).card
  }
}
