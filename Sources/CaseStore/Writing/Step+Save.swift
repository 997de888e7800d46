import Casework
import GRDB

extension Step {
  /// Merges a change with what others did, checks it by the rules, and writes it.
  func save(_ change: Change) throws -> RecordAddress {
    command = change.command
    reason = change.reason
    // Nobody saves what the store keeps itself.
    if RecordDescription.of(change.kind).isMadeByStore { throw Refusal.notPermitted }
    let parts = try Parts(change)
    return try change.id == nil ? add(change.kind, parts) : revise(change, parts)
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

  private func add(_ kind: RecordKind, _ parts: Parts) throws -> RecordAddress {
    var draft = Draft(new: kind, parts.own)
    try settleSeat(&draft)
    if kind == .placement { draft.settlePlacement(today) }
    try pauseAtOnce(&draft)
    var problems: [FieldProblem] = []
    var lenders: [String: Draft] = [:]
    for (via, from) in RecordDescription.of(kind).lenders {
      let borrowed = parts.borrowed[via] ?? [:]
      if let link = draft.values[via]?.link {
        guard let record = try db.record(link.address) else { continue }
        lenders[via] = Draft(record, borrowed)
      } else {
        lenders[via] = Draft(new: from, borrowed)
        draft.values[via] = .link(Link(RecordAddress(from, RecordID(0))))
      }
    }
    let made = Set(lenders.filter { $0.value.before == nil }.keys)
    for lender in lenders.values {
      problems += try self.problems(lender, before: lender.before?.values)
    }
    problems += try self.problems(draft, before: nil, except: made)
    try Refusal.check(problems)
    let address = try insert(draft, lenders)
    try settlePauses(after: draft, at: address)
    try settleReadiness(after: draft)
    try suspendHost(after: address, before: nil)
    return address
  }

  /// Writes a new record after those it borrows from; nothing is checked here.
  func insert(_ draft: Draft, _ lenders: [String: Draft]) throws -> RecordAddress {
    var values = draft.values
    for (via, lender) in lenders {
      if let before = lender.before {
        if !lender.changes.isEmpty { try update(before, lender.changes) }
      } else {
        values[via] = .link(Link(try insert(lender.kind, lender.values)))
      }
    }
    if draft.kind == .case { try CaseNumber.assign(&values, today: today, in: db) }
    let address = try insert(draft.kind, values)
    try addSeries(of: address, before: nil)
    return address
  }

  private func revise(_ change: Change, _ parts: Parts) throws -> RecordAddress {
    guard let id = change.id, let record = try db.record(RecordAddress(change.kind, id)) else {
      throw Refusal.notFound
    }
    guard let version = change.version else {
      throw Refusal.problems([FieldProblem("", .required)])
    }
    var draft = Draft(record, parts.own)
    draft.settle(today: today, viewer: viewer, reason: reason)
    try pauseAtOnce(&draft)
    try settleSeat(&draft)
    let freed = try seatsFreed(by: draft)
    var lenders: [Draft] = []
    for (via, _) in RecordDescription.of(change.kind).lenders {
      guard let link = draft.values[via]?.link, let lender = try db.record(link.address) else {
        continue
      }
      lenders.append(Draft(lender, parts.borrowed[via] ?? [:]))
    }
    try checkConflicts(change, version, [draft] + lenders, current: record.version)
    let changed = ([draft] + lenders).filter { !$0.changes.isEmpty }
    try Refusal.check(changed.flatMap { try problems($0, before: $0.before?.values) })
    for lender in lenders {
      if let before = lender.before, !lender.changes.isEmpty { try update(before, lender.changes) }
    }
    // Read again: the version grew where it borrows from a record changed just now.
    if !draft.changes.isEmpty, let now = try db.record(record.address) {
      let survivor = try survivor(of: change, draft)
      try update(now, draft.changes)
      if let survivor { try merge(record.address, into: survivor) }
      if draft.kind == .case { try endAssignments(of: draft) }
      try fillSeats(freed)
      try addSeries(of: record.address, before: record.values)
      try settlePauses(after: draft, at: record.address)
      try settleReadiness(after: draft)
    }
    try suspendHost(after: record.address, before: record.values)
    return record.address
  }

  /// Refuses a change of fields that others changed to something else since `version`.
  private func checkConflicts(
    _ change: Change, _ version: Int, _ drafts: [Draft], current: Int
  ) throws {
    guard version != current else { return }
    let records = drafts.compactMap(\.before)
    let changedSince = try fieldsChanged(in: records, changes: current - version)
    var conflicts: [FieldConflict] = []
    for draft in drafts {
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

extension RecordDescription {
  /// The reference fields through which fields are borrowed.
  var lenders: [(via: String, from: RecordKind)] {
    var seen: Set<String> = []
    return fields.compactMap {
      guard case .borrowed(let via, let from) = $0.origin, seen.insert(via).inserted else {
        return nil
      }
      return (via, from)
    }
  }
}

extension Refusal {
  static func check(_ problems: [FieldProblem]) throws(Refusal) {
    if !problems.isEmpty { throw .problems(problems) }
  }
}
