package import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Brings the records of another store of the organisation here, by their identities, as one step.
  ///
  /// Two that were one once, as after a machine was replaced and both went on, share the beginning of
  /// their journals: what the other one did since comes, change by change. Of two that were not, the
  /// records come as they are. What differs is told and left, until somebody decides; then nothing of it
  /// is written before.
  ///
  /// - Parameter mayBeOther: whether one that shares no record with this comes all the same.
  /// - Throws: `notPermitted` to who is no supervisor; `laptop` where the other is a copy that was taken
  ///   along, or this one.
  package func unite(
    with path: String, decisions: CarryDecisions, isTrial: Bool, mayBeOther: Bool
  ) throws(Refusal) -> CarryReport {
    try requireHome()
    guard try read({ try $0.isSupervisor(viewer) }) else { throw .notPermitted }
    return try OtherStore(path, besides: file).read { other, there in
      if try LaptopTerms(in: there) != nil { throw Refusal.laptop(.onlyAtHome) }
      guard try there.verifyJournal(other.chain).isWhole else { throw Refusal.laptop(.broken) }
      return try write { step in
        try step.attempt(keeping: { $0.isWritten }) {
          let common = try step.db.commonEntries(with: there)
          let shared = try step.db.sharedRecords(with: there)
          let entries =
            try common > 0
            ? CarriedEntry.all(after: Int(common), in: there)
            : there.everything().map { CarriedEntry($0.0, uid: $0.1, at: clock()) }
          // Who made a record is told there; here, who brought it.
          var homecoming = Homecoming(
            step, from: there, as: common > 0 ? nil : viewer, by: .united, decisions)
          try homecoming.run(entries)
          var report = homecoming.report
          report.shared = shared
          report.isKnown = report.isEmpty && !report.isUndecided
          let isMeant = shared > 0 || mayBeOther
          report.isWritten = !report.isUndecided && !isTrial && !report.isEmpty && isMeant
          if report.isWritten { try step.note(report, viewer) }
          return report
        }
      }
    }
  }
}

extension Step {
  fileprivate func note(_ report: CarryReport, _ viewer: Viewer) throws {
    let told: [LaptopCopy.Detail: String] = [
      .added: String(report.added.values.reduce(0, +)),
      .changed: String(report.changed.values.reduce(0, +)),
    ]
    (reason, self.viewer) = ("", viewer)
    try note(.united, of: viewer.address, after: told.told)
  }
}

extension OtherStore {
  func read<T>(_ body: (OtherStore, Database) throws -> T) throws(Refusal) -> T {
    try holding { try body(self, $0) }
  }
}

extension Database {
  /// How many entries two journals have in common, from the first on: where one is the same, all before
  /// it are.
  fileprivate func commonEntries(with other: Database) throws -> Int64 {
    func mac(_ sequence: Int64, in db: Database) throws -> Data? {
      try db.row("SELECT mac FROM journalRow WHERE sequence = ?", sequence.databaseValue)
        .flatMap { Data.fromDatabaseValue($0[0]) }
    }
    var (low, high) = (Int64(0), min(try journalHead().sequence, try other.journalHead().sequence))
    while low < high {
      let middle = (low + high + 1) / 2
      let one = try mac(middle, in: self)
      if let one, try one == mac(middle, in: other) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// How many records of another store stand here too.
  fileprivate func sharedRecords(with other: Database) throws -> Int {
    var count = 0
    for kind in Self.kindsOfRecords {
      let here = try Data.fetchSet(self, sql: "SELECT uid FROM \(kind.table)")
      if here.isEmpty { continue }
      let rows = try Row.fetchCursor(other, sql: "SELECT uid FROM \(kind.table)")
      while let row = try rows.next() {
        if let uid = Data.fromDatabaseValue(row[0]), here.contains(uid) { count += 1 }
      }
    }
    return count
  }

  /// All records with their identities, each after those it refers to.
  fileprivate func everything() throws -> [(StoredRecord, Data)] {
    var all: [RecordAddress: StoredRecord] = [:]
    for kind in Self.kindsOfRecords {
      for record in try stored(kind, "", []) { all[record.address] = record }
    }
    return try StoredRecord.inOrder(all).compactMap { record in
      try uid(of: record.address).map { (record, $0) }
    }
  }

  private static let kindsOfRecords = RecordKind.allCases.filter {
    !RecordDescription.of($0).isMadeByStore
  }
}
