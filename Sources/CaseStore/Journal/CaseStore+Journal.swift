package import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Entries of the journal, latest first, with the records in them called by name.
  package func journal(_ filter: JournalFilter, limit: Int) throws(Refusal) -> [JournalEntry] {
    var filter = filter
    var entries: [JournalEntry] = []
    while entries.count < limit {
      let piece = try journalPiece(filter, limit: limit - entries.count)
      entries += piece.entries
      guard let reached = piece.reached else { break }
      filter.before = reached
    }
    return entries
  }

  /// Reads the whole chain from its beginning, and looks whether the records are what it tells.
  ///
  /// Where the chain is broken, what it tells proves nothing and is not compared.
  ///
  /// - Parameter seals: written down before; those that are in the chain are told with their place.
  package func verifyJournal(
    seals: Set<JournalSeal> = []
  ) throws(Refusal) -> JournalVerdict {
    try read { try $0.verifyJournal(chain, seals: seals) }
  }
}

extension Database {
  /// See `CaseStore.verifyJournal`.
  ///
  /// - Parameter isWhole: whether all of the file was looked through already.
  func verifyJournal(
    _ chain: JournalChain, seals: Set<JournalSeal> = [], isWhole: Bool = false
  ) throws -> JournalVerdict {
    var verdict = try verifyChain(chain, seals: seals)
    var replay = JournalReplay(self)
    if !isWhole { try replay.checkPages(self) }
    try replay.checkGuards(self)
    if verdict.fault == nil { try replay.compare(isEmpty: verdict.entries == 0) }
    verdict.findings = try named(replay.findings)
    verdict.found = replay.count
    return verdict
  }

  /// The last changes of a record, latest first: the entries that made its version grow.
  func changes(of address: RecordAddress, limit: Int) throws -> [JournalEntry] {
    try entries(
      """
      j.recordKind = ? AND j.record = ? AND j.version IS NOT NULL
      ORDER BY j.sequence DESC LIMIT ?
      """,
      [
        address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue,
        limit.databaseValue,
      ])
  }

  /// How many versions of a record the journal knows, also of one that is gone.
  func versions(of address: RecordAddress) throws -> Int {
    let row = try row(
      "SELECT max(version) FROM journal WHERE recordKind = ? AND record = ?",
      address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue)
    return Int(row?.number(at: 0) ?? 0)
  }

  /// A record and those it borrows fields from, whose changes are changes of it.
  func lendersAndItself(_ address: RecordAddress) throws -> [RecordAddress] {
    let lenders = RecordDescription.of(address.kind).lenders
    guard !lenders.isEmpty, let record = try record(address) else { return [address] }
    return [address] + lenders.compactMap { record.values[$0.via]?.link?.address }
  }

  func verifyChain(
    _ chain: JournalChain, seals: Set<JournalSeal> = []
  ) throws -> JournalVerdict {
    var (sequence, mac) = (Int64(0), Data())
    var found: [JournalSeal: Int] = [:]
    func verdict(_ fault: JournalVerdict.Fault?) -> JournalVerdict {
      var verdict = JournalVerdict(
        entries: Int(sequence), head: JournalSeal(bytes: Array(mac)).text, fault: fault)
      verdict.seals = found
      return verdict
    }
    let cursor = try Row.fetchCursor(
      self,
      sql: """
        SELECT j.sequence, j.step, j.at, j.who, j.command, j.recordKind, j.record, j.version,
          j.undoes, j.hash, j.mac, c.before, c.after, c.reason, c.salt, j.uid
        FROM journal AS j LEFT JOIN journalContent AS c ON c.sequence = j.sequence
        ORDER BY j.sequence
        """)
    while let row = try cursor.next() {
      let entry = JournalChain.Row(row)
      let place = Int(entry.sequence)
      guard entry.sequence == sequence + 1 else { return verdict(.init(place, .gap)) }
      let expected = chain.mac(after: mac, entry)
      guard expected == row.data(at: 10) else { return verdict(.init(place, .entry)) }
      guard row.holds(entry.hash) else { return verdict(.init(place, .content)) }
      (sequence, mac) = (entry.sequence, expected)
      if !seals.isEmpty {
        let seal = JournalSeal(bytes: Array(mac))
        if seals.contains(seal) { found[seal] = place }
      }
    }
    return verdict(nil)
  }
}

extension Database {
  /// The findings with the numbers by which people know the records; no names.
  fileprivate func named(_ findings: [JournalFinding]) throws -> [JournalFinding] {
    let links = try links(findings.compactMap { $0.record?.address })
    return findings.map { finding in
      var finding = finding
      if let link = finding.record, let known = links[link.address] {
        finding.record = Link(link.address, number: known.number)
      }
      return finding
    }
  }
}

extension JournalChain.Row {
  fileprivate init(_ row: Row) {
    self.init(
      sequence: row.number(at: 0) ?? 0, step: row.number(at: 1) ?? 0, at: row.number(at: 2) ?? 0,
      who: row.text(at: 3), command: row.text(at: 4) ?? "", recordKind: row.text(at: 5),
      record: row.number(at: 6), version: row.number(at: 7), undoes: row.number(at: 8),
      hash: row.data(at: 9), uid: Data.fromDatabaseValue(row[15]))
  }
}

extension Row {
  fileprivate func data(at index: Int) -> Data { Data.fromDatabaseValue(self[index]) ?? Data() }

  /// Whether the content is what the entry was written with, or was emptied by an erasure.
  fileprivate func holds(_ hash: Data) -> Bool {
    guard let before = text(at: 11), let after = text(at: 12), let reason = text(at: 13) else {
      return text(at: 11) == nil && text(at: 12) == nil && text(at: 13) == nil
        && !data(at: 14).isEmpty
    }
    let content = JournalChain.Content(before: before, after: after, reason: reason)
    return content.hash(salt: data(at: 14)) == hash
  }
}
