package import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Erases the person of a case from the store, its journal and its drafts.
  ///
  /// What is left are records without words, from which numbers are counted as before. It cannot be undone.
  ///
  /// - Parameters:
  ///   - id: any case of the person; all of theirs go.
  ///   - reason: why, in words that name nobody: it stays.
  ///   - isTrial: whether nothing is written.
  /// - Throws: `notPermitted` to who is no supervisor; `cannotErase`; `busy` where somebody reads so long
  ///   that what was deleted cannot be taken out of the files yet: `wipe` does it later.
  package func erase(
    personOf id: RecordID, reason: String, isTrial: Bool
  ) throws(Refusal) -> ErasureReport {
    try requireHome()
    var erased: Step.Erased?
    let report: ErasureReport = try write { step in
      guard try step.db.isSupervisor(self.viewer) else { throw Refusal.notPermitted }
      let found = try step.attempt(keeping: { _ in !isTrial }) {
        try step.erase(personOf: id, reason: reason)
      }
      erased = found
      return found.report
    }
    if !isTrial, let erased {
      try Refusal.translating(file.path) {
        try ErasedList(beside: file.path).add([erased.identity.hexadecimal])
        try draftsFile().forget(about: erased.records)
        BeforeUpdate(beside: file.path).forget()
      }
      try wipe()
    }
    return report
  }

  /// Takes what was deleted out of the file.
  ///
  /// The index of texts keeps words until its pieces are joined, and the write-ahead log until it is begun
  /// anew. The file itself has zeros there already (`secure_delete`), and
  /// is not made smaller: who has it open takes a smaller one for another.
  package func wipe() throws(Refusal) {
    try require(.staff)
    try apart { db in
      try db.joinSearchPieces()
      try db.emptyLog()
    }
  }
}

extension Step {
  struct Erased {
    var report: ErasureReport
    var records: Set<RecordAddress>
    /// Of the person.
    var identity: Data
  }

  /// - Parameter isAgain: whether it was decided before, and only this store does not know yet.
  func erase(personOf id: RecordID, reason: String, isAgain: Bool = false) throws -> Erased {
    guard let first = try db.record(RecordAddress(.case, id)),
      let person = try first.values[\Case.person]?.link.flatMap({ try db.record($0.address) }),
      let identity = try db.uid(of: person.address)
    else { throw Refusal.notFound }
    let cases = try db.cases(ofPerson: person.address.id)
    if !isAgain { try check(cases) }
    if person.isErased { throw Refusal.cannotErase(.done(try db.link(first.address))) }
    var records = try db.everything(about: cases, person)
    if let household = try db.household(leftBy: person) { records.append(household) }
    command = JournalCommand.erase.rawValue
    var report = ErasureReport(
      cases: try cases.map { Link($0, number: try db.link($0).number) }, records: [:], entries: 0)
    for record in records {
      let changes = Erasure.changes(of: record.values, in: .of(record.address.kind))
      if !changes.isEmpty {
        try update(record, changes)
        report.records[record.address.kind, default: 0] += 1
      }
      self.reason = reason
      try note(.erase, of: record.address)
      self.reason = ""
      report.entries += try db.emptyEntries(of: record.address)
    }
    return Erased(
      report: report, records: Set(records.map(\.address)), identity: identity)
  }

  /// Refuses where work goes on, or a ledger is still to be kept.
  private func check(_ cases: [RecordAddress]) throws {
    for address in cases {
      guard let facts = try db.deadlineFacts(of: address.id) else { continue }
      guard facts.case.record.status.isEnd else {
        throw Refusal.cannotErase(.caseOpen(try db.link(address)))
      }
      let ledger = Deadlines.of(facts).filter { $0.rule == .ledgerRetention }.map(\.date).max()
      if let ledger, ledger >= today {
        throw Refusal.cannotErase(.ledger(try db.link(address), until: ledger))
      }
    }
  }
}

extension StoredRecord {
  fileprivate var isErased: Bool {
    Erasure.changes(of: values, in: .of(address.kind)).isEmpty
  }
}

extension Database {
  /// The records that are about a person or a case of theirs, each once.
  fileprivate func everything(
    about cases: [RecordAddress], _ person: StoredRecord
  ) throws -> [StoredRecord] {
    var found = [person] + (try cases.compactMap { try record($0) })
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      let description = RecordDescription.of(kind)
      for field in description.references(to: .case) {
        for address in cases { found += try records(kind, field.name, .link(Link(address))) }
      }
      for field in description.references(to: .person) where kind != .case {
        found += try records(kind, field.name, .link(Link(person.address)))
      }
    }
    var known: Set<RecordAddress> = []
    return found.filter { known.insert($0.address).inserted }
  }

  /// The household of which nobody else is left.
  fileprivate func household(leftBy person: StoredRecord) throws -> StoredRecord? {
    guard let link = person.values[\Person.household]?.link else { return nil }
    let others = try records(\Person.household, .link(link)).filter {
      $0.address != person.address && !$0.isErased
    }
    return others.isEmpty ? try record(link.address) : nil
  }

  /// Empties what the journal tells of a record before its last entry.
  ///
  /// - Returns: how many entries there were to empty.
  fileprivate func emptyEntries(of address: RecordAddress) throws -> Int {
    let key = [address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue]
    try run(
      """
      UPDATE journalContent SET before = NULL, after = NULL, reason = NULL
      WHERE after IS NOT NULL AND sequence IN (
        SELECT sequence FROM journal WHERE recordKind = ? AND record = ? AND sequence < (
          SELECT max(sequence) FROM journal WHERE recordKind = ? AND record = ?))
      """, key + key)
    return changesCount
  }

  /// The cases, one of each, of the persons with these identities.
  func cases(ofIdentities identities: Set<String>) throws -> [RecordID] {
    try identities.sorted().compactMap { identity in
      try row(
        """
        SELECT min(c.id) FROM person AS p JOIN "case" AS c ON c.person = p.id
        WHERE lower(hex(p.uid)) = ? GROUP BY p.id
        """, identity.databaseValue)?.number(at: 0).map { RecordID($0) }
    }
  }
}
