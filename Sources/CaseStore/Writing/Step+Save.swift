import Casework
import GRDB

extension Step {
  /// Merges a change with what others did since, and writes it.
  func save(_ change: Change) throws -> RecordAddress {
    command = change.command
    reason = change.reason
    // Nobody saves what the store keeps itself.
    if RecordDescription.of(change.kind).isMadeByStore { throw Refusal.notPermitted }
    let parts = try Parts(change)
    guard let id = change.id else { return try write(addition(of: change.kind, parts)) }
    guard let record = try db.record(RecordAddress(change.kind, id)) else {
      throw Refusal.notFound
    }
    guard let version = change.version else {
      throw Refusal.problems([FieldProblem("", .required)])
    }
    let revised = try revision(of: record, parts)
    try checkConflicts(change, version, revised, current: record.version)
    return try write(revised)
  }

  /// The values of a change by the record they belong to.
  private struct Parts {
    var own: [String: FieldValue] = [:]
    /// By the reference field that leads to the other record.
    var borrowed: [String: [String: FieldValue]] = [:]

    init(_ change: Change) throws {
      let description = RecordDescription.of(change.kind)
      var problems: [FieldProblem] = []
      for (name, value) in change.values {
        switch description[name]?.origin {
        case .stored where CaseNumber.fields.contains(name): fallthrough
        case .derived: problems.append(FieldProblem(name, .readOnly))
        case .stored: own[name] = value
        case .borrowed(let via, _): borrowed[via, default: [:]][name] = value
        case nil: problems.append(FieldProblem(name, .notFound))
        }
      }
      try Refusal.check(problems)
    }
  }

  private func addition(of kind: RecordKind, _ parts: Parts) throws -> Write {
    var write = Write(Draft(new: kind, parts.own))
    for (via, from) in RecordDescription.of(kind).lenders {
      let borrowed = parts.borrowed[via] ?? [:]
      if let link = write.own.values[via]?.link {
        guard let record = try db.record(link.address) else { continue }
        write.lenders[via] = Draft(record, borrowed)
      } else {
        write.lenders[via] = Draft(new: from, borrowed)
      }
    }
    return write
  }

  private func revision(of record: StoredRecord, _ parts: Parts) throws -> Write {
    var write = Write(Draft(record, parts.own))
    for (via, _) in RecordDescription.of(record.address.kind).lenders {
      guard let link = write.own.values[via]?.link, let lender = try db.record(link.address) else {
        continue
      }
      write.lenders[via] = Draft(lender, parts.borrowed[via] ?? [:])
    }
    return write
  }

  /// Refuses a change of fields that others changed to something else since `version`.
  private func checkConflicts(
    _ change: Change, _ version: Int, _ write: Write, current: Int
  ) throws {
    guard version != current else { return }
    let records = write.drafts.compactMap(\.before)
    let changedSince = try fieldsChanged(in: records, changes: current - version)
    var conflicts: [FieldConflict] = []
    for draft in write.drafts {
      for name in draft.changes.keys where change.values[name] != nil {
        guard changedSince?.contains(name) ?? true else { continue }
        let theirs = draft.before?.values.shown(name) ?? .absent
        conflicts.append(FieldConflict(name, yours: draft.values.shown(name), theirs: theirs))
      }
    }
    guard conflicts.isEmpty else {
      let sorted = conflicts.sorted { $0.field < $1.field }
      throw Refusal.conflict(try db.named(sorted), currentVersion: current)
    }
    try noteBeside(records, changes: current - version)
  }

  /// Keeps who changed the other fields, so that nobody takes for their own what they did not look at.
  private func noteBeside(_ records: [StoredRecord], changes count: Int) throws {
    let others = try records.flatMap { try db.changes(of: $0.address, limit: count) }
      .sorted { $0.sequence > $1.sequence }.prefix(count)
      .compactMap { $0.who?.address }.filter { $0 != viewer?.address }
    guard let subject = records.first?.address, !others.isEmpty else { return }
    let whom = try Set(others).sorted { $0.code < $1.code }.map { try db.link($0) }
    beside.append(Touched(.beside, try db.link(subject), whom))
  }

  /// The fields touched by the last `count` changes of a record and of those it borrows from; nil
  /// where the journal cannot tell.
  ///
  /// Each change of one of them, an entry of the journal, makes the record's version one greater.
  private func fieldsChanged(in records: [StoredRecord], changes count: Int) throws -> Set<String>?
  {
    guard count > 0 else { return nil }
    let entries = try records.flatMap { try db.changes(of: $0.address, limit: count) }
    let last = entries.sorted { $0.sequence > $1.sequence }.prefix(count)
    guard last.count == count, last.allSatisfy({ !$0.after.isEmpty }) else { return nil }
    let fields = Set(last.flatMap { Array($0.before.keys) + Array($0.after.keys) })
    // Another person behind the case: all that is borrowed is another's.
    let vias = records.flatMap { RecordDescription.of($0.address.kind).lenders.map(\.via) }
    return fields.isDisjoint(with: vias) ? fields : nil
  }
}

extension Refusal {
  static func check(_ problems: [FieldProblem]) throws(Refusal) {
    if !problems.isEmpty { throw .problems(problems) }
  }
}
