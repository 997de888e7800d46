import Casework
import Foundation
import GRDB

/// Where the records of another store stand in this one, found by their identities.
final class Places {
  private let here: Database
  private let there: Database
  private var uids: [RecordAddress: Data?] = [:]
  private var found: [RecordKind: [Data: RecordID]] = [:]
  private var erased: Set<Data>?
  private var ever: Set<Data>?

  init(of there: Database, in here: Database) {
    (self.here, self.there) = (here, there)
  }

  /// The identity of a record of the other store, also of one that is gone there.
  func uid(of address: RecordAddress) throws -> Data? {
    if let known = uids[address] { return known }
    var uid = try there.uid(of: address)
    if uid == nil {
      let row = try Row.fetchOne(
        there,
        sql:
          "SELECT uid FROM journal WHERE recordKind = ? AND record = ? AND uid IS NOT NULL LIMIT 1",
        arguments: [address.kind.rawValue, address.id.rawValue])
      uid = row.flatMap { Data.fromDatabaseValue($0[0]) }
    }
    uids[address] = .some(uid)
    return uid
  }

  /// The record here of an identity; nil where there is none.
  func place(_ kind: RecordKind, _ uid: Data, at guess: RecordID? = nil) throws -> RecordAddress? {
    if let id = found[kind]?[uid] { return RecordAddress(kind, id) }
    if let guess {
      // What was taken from this store stands in the same row.
      let address = RecordAddress(kind, guess)
      if try here.uid(of: address) == uid { return address }
    }
    if found[kind] == nil {
      var all: [Data: RecordID] = [:]
      let rows = try Row.fetchCursor(here, sql: "SELECT uid, id FROM \(kind.table)")
      while let row = try rows.next() {
        if let uid = Data.fromDatabaseValue(row[0]), let id = row.number(at: 1) {
          all[uid] = RecordID(id)
        }
      }
      found[kind] = all
    }
    return found[kind]?[uid].map { RecordAddress(kind, $0) }
  }

  func note(_ address: RecordAddress, as uid: Data) { found[address.kind]?[uid] = address.id }

  func forget(_ address: RecordAddress, _ uid: Data) { found[address.kind]?[uid] = nil }

  /// Whether somebody was erased here to whom a record belonged.
  func isErased(_ uid: Data) throws -> Bool {
    if erased == nil { erased = try identities("command = '\(JournalCommand.erase.rawValue)'") }
    return erased?.contains(uid) == true
  }

  /// Whether a record was ever here.
  func wasHere(_ uid: Data) throws -> Bool {
    if ever == nil { ever = try identities("1") }
    return ever?.contains(uid) == true
  }

  private func identities(_ condition: String) throws -> Set<Data> {
    var all: Set<Data> = []
    let rows = try Row.fetchCursor(
      here, sql: "SELECT DISTINCT uid FROM journal WHERE uid IS NOT NULL AND \(condition)")
    while let row = try rows.next() {
      if let uid = Data.fromDatabaseValue(row[0]) { all.insert(uid) }
    }
    return all
  }
}
