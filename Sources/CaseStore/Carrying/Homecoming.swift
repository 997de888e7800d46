import Casework
import Foundation
import GRDB

/// Brings changes of another store of the organisation into this one, each where the same record stands
/// here, in the one way of writing.
///
/// A field that was changed here too is never written over: it is left, and told with both values, until
/// somebody says which counts.
struct Homecoming {
  let step: Step
  let there: Database
  let decisions: CarryDecisions
  /// Who made all of it; nil where the other journal says who.
  let author: Viewer?
  let command: JournalCommand
  private let places: Places
  private(set) var report = CarryReport()
  /// Fields in which the other store's changes are not taken, by record there.
  private var left: [RecordAddress: Set<String>] = [:]
  /// New records that did not come.
  private var missing: Set<RecordAddress> = []
  private var touched: [RecordAddress: Touch] = [:]
  private var order: [RecordAddress] = []

  private enum Touch { case added, changed, removed, passing }

  /// What is no work on a record, or opens a store, is not brought from one to another.
  private static let keptApart: Set<RecordKind> = [.staff, .sighting, .ladder]

  init(
    _ step: Step, from there: Database, as author: Viewer?, by command: JournalCommand,
    _ decisions: CarryDecisions
  ) {
    self.step = step
    self.there = there
    (self.author, self.command) = (author, command)
    self.decisions = decisions
    places = Places(of: there, in: step.db)
  }

  mutating func run(_ entries: [CarriedEntry]) throws {
    let viewer = step.viewer
    for entry in entries where !Self.keptApart.contains(entry.record.kind) { try take(entry) }
    (step.viewer, step.madeOn, step.origin, step.reason) = (viewer, nil, .person, "")
    for address in order {
      switch touched[address] {
      case .added: report.added[address.kind, default: 0] += 1
      case .changed: report.changed[address.kind, default: 0] += 1
      case .removed: report.removed[address.kind, default: 0] += 1
      case .passing, nil: break
      }
    }
    report.renamed = try report.renamed.compactMap { renaming in
      // A record that was taken back there again is not here either.
      guard touched[renaming.to.address] == .added else { return nil }
      return CarryReport.Renaming(from: renaming.from, to: try step.db.link(renaming.to.address))
    }
  }

  private mutating func take(_ entry: CarriedEntry) throws {
    // What an erasure does is decided and done in each store.
    if entry.isErased || entry.command == JournalCommand.erase.rawValue { return }
    if try places.isErased(entry.uid) { return report.erased += 1 }
    if missing.contains(entry.record) { return report.left += 1 }
    step.command = command.rawValue
    step.reason = entry.reason
    step.madeOn = entry.at.dateInJapan
    step.viewer = try author ?? self.author(of: entry)
    let here = try places.place(entry.record.kind, entry.uid, at: entry.record.id)
    guard let here, let record = try step.db.record(here) else {
      if entry.isAddition { return try add(entry) }
      return try meetGone(entry)
    }
    if entry.isRemoval { return try remove(entry, record) }
    try change(entry, record)
  }

  private func author(of entry: CarriedEntry) throws -> Viewer? {
    guard let who = entry.who, let place = try self.place(of: who) else { return step.viewer }
    switch place.kind {
    case .staff: return .coordinator(place.id)
    case .volunteer: return .volunteer(place.id)
    default: return step.viewer
    }
  }

  // MARK: What is new there

  private mutating func add(_ entry: CarriedEntry) throws {
    let link = try self.link(there: entry)
    var draft: Draft
    switch try translated(entry.after, of: entry.record.kind) {
    case .values(let values):
      draft = Draft(new: entry.record.kind, values.filter { !isGiven($0.key, entry.record.kind) })
    case .erased:
      missing.insert(entry.record)
      return report.erased += 1
    case .missing:
      missing.insert(entry.record)
      return report.left += 1
    }
    draft.uid = entry.uid
    switch try write(draft, of: entry, called: link) {
    case .written(let address):
      places.note(address, as: entry.uid)
      note(address, .added)
      let now = try step.db.link(address)
      if now.number != link.number {
        report.renamed.append(CarryReport.Renaming(from: link.number, to: now))
      }
    case .refused(let problems):
      missing.insert(entry.record)
      if !problems.isEmpty { report.refused.append(CarryReport.Refused(link, problems)) }
    }
  }

  /// How the other store calls a record.
  private func link(there entry: CarriedEntry) throws -> Link {
    if try there.exists(entry.record) { return try there.link(entry.record) }
    var number = entry.record.number
    if case .text(let own)? = entry.after[Case.name(\.number)], entry.record.kind == .case {
      number = own
    }
    return Link(entry.record, number: number)
  }

  /// A change of a record that is not here.
  private mutating func meetGone(_ entry: CarriedEntry) throws {
    // What went there too is gone on both sides.
    if entry.isRemoval { return }
    guard try places.wasHere(entry.uid) else { return report.left += 1 }
    let link = try self.link(there: entry)
    if decisions.side(link.number, of: link.number) != nil {
      if left[entry.record] == nil { report.decided[.here, default: 0] += 1 }
      left[entry.record, default: []].insert("")
    } else if left[entry.record, default: []].insert("").inserted {
      meetKept(link)
    }
  }

  // MARK: What is here too

  private mutating func change(_ entry: CarriedEntry, _ record: StoredRecord) throws {
    let kind = entry.record.kind
    guard case .values(let mine) = try translated(entry.after, of: kind, isWhole: false),
      case .values(let base) = try translated(entry.before, of: kind, isWhole: false)
    else { return report.left += 1 }
    var changes: [String: FieldValue] = [:]
    let link = try step.db.link(record.address)
    for field in Set(mine.keys).union(base.keys).sorted() where !isGiven(field, kind) {
      guard let theirs = record.values[field] else { continue }
      let (yours, was) = (normal(mine[field], field, kind), normal(base[field], field, kind))
      if yours == theirs {
        // Both came to the same.
        left[entry.record]?.remove(field)
        report.conflicts.removeAll { $0.record == link && $0.values.field == field }
        continue
      }
      let isLeft = left[entry.record]?.contains(field) == true
      if theirs == was, !isLeft {
        changes[field] = yours
        continue
      }
      try meet(field, yours, theirs, link, of: entry, &changes)
    }
    if changes.isEmpty { return }
    switch try write(Draft(record, changes), of: entry, called: link) {
    case .written: note(record.address, .changed)
    case .refused(let problems):
      // What follows on it there has nothing to follow on here.
      left[entry.record, default: []].formUnion(changes.keys)
      if !problems.isEmpty { report.refused.append(CarryReport.Refused(link, problems)) }
    }
  }

  /// A field that differs.
  private mutating func meet(
    _ field: String, _ yours: FieldValue, _ theirs: FieldValue, _ link: Link,
    of entry: CarriedEntry, _ changes: inout [String: FieldValue]
  ) throws {
    let conflict = CarryReport.Conflict(link, FieldConflict(field, yours: yours, theirs: theirs))
    let isNew = left[entry.record, default: []].insert(field).inserted
    switch decisions.side(conflict.key, of: link.number) {
    case .there:
      changes[field] = yours
      if isNew { report.decided[.there, default: 0] += 1 }
      left[entry.record]?.remove(field)
    case .here:
      if isNew { report.decided[.here, default: 0] += 1 }
    case nil:
      if let known = report.conflicts.firstIndex(where: {
        $0.record == link && $0.values.field == field
      }) {
        report.conflicts[known].values.yours = yours
      } else {
        report.conflicts.append(conflict)
      }
    }
  }

  private mutating func remove(_ entry: CarriedEntry, _ record: StoredRecord) throws {
    let kind = entry.record.kind
    guard case .values(let base) = try translated(entry.before, of: kind, isWhole: false) else {
      return report.left += 1
    }
    let link = try step.db.link(record.address)
    let isSame = record.values.allSatisfy { field, value in
      isGiven(field, kind) || value == normal(base[field], field, kind)
    }
    let side = decisions.side(link.number, of: link.number)
    guard isSame || side == .there else {
      if side == .here { return report.decided[.here, default: 0] += 1 }
      return meetKept(link)
    }
    do {
      try delete(record)
      places.forget(record.address, entry.uid)
      note(record.address, .removed)
    } catch let refusal as Refusal {
      // Others refer to it here, or a rule stands against it.
      if side == .here { return report.decided[.here, default: 0] += 1 }
      if case .problems(let problems) = refusal {
        report.refused.append(CarryReport.Refused(link, problems))
      } else {
        meetKept(link)
      }
    }
  }

  /// A record that went on one side alone.
  private mutating func meetKept(_ link: Link) {
    report.conflicts.append(
      CarryReport.Conflict(link, FieldConflict("", yours: .absent, theirs: .absent)))
  }

  private func delete(_ record: StoredRecord) throws {
    try Refusal.translating("") {
      _ = try step.attempt { try step.write(Write(Draft(removing: record)), as: .undo) }
    }
  }

  // MARK: Writing

  private enum Outcome {
    case written(RecordAddress)
    /// By which rules; none where somebody said that it stays out.
    case refused([FieldProblem])
  }

  /// Writes what the rules allow, and what they do not where somebody said that it counts all the same.
  private mutating func write(
    _ draft: Draft, of entry: CarriedEntry, called link: Link
  ) throws -> Outcome {
    do {
      return .written(try put(draft, isAsked: !entry.isRestoring))
    } catch let refusal as Refusal {
      guard case .problems(let problems) = refusal else { throw refusal }
      switch decisions.side(link.number, of: link.number) {
      case nil: return .refused(problems)
      case .here:
        report.decided[.here, default: 0] += 1
        return .refused([])
      case .there: break
      }
      do {
        let address = try put(draft, isAsked: false)
        report.decided[.there, default: 0] += 1
        return .written(address)
      } catch let refusal as Refusal {
        // What holds of every writer is nobody's to decide.
        guard case .problems(let problems) = refusal else { throw refusal }
        return .refused(problems)
      }
    }
  }

  /// - Parameter isAsked: whether the rules of the record are.
  private func put(_ draft: Draft, isAsked: Bool) throws -> RecordAddress {
    step.origin = isAsked ? .carried : .merge
    defer { step.origin = .person }
    return try Refusal.translating("") {
      try step.attempt {
        var write = Write(draft)
        // The number of a new case is given here, whether the rules are asked or not.
        if !isAsked, draft.before == nil, draft.kind == .case {
          try CaseNumber.assign(&write.own.values, today: step.today, in: step.db)
        }
        return try step.write(write)
      }
    }
  }

  private enum Translation {
    case values([String: FieldValue])
    case erased
    case missing
  }

  /// Values with the records that they refer to as these stand here.
  ///
  /// - Parameter isWhole: whether they make a record, which has to be about somebody who is here.
  private func translated(
    _ values: [String: FieldValue], of kind: RecordKind, isWhole: Bool = true
  ) throws -> Translation {
    var translated = values
    let description = RecordDescription.of(kind)
    for (name, value) in values {
      guard let link = value.link else { continue }
      if isWhole, missing.contains(link.address) { return .missing }
      guard let here = try place(of: link.address) else {
        // Without whom it is about it is nothing.
        if isWhole, description[name]?.isRequired == true { return .missing }
        translated[name] = .absent
        continue
      }
      if isWhole, [.case, .person].contains(here.kind), let uid = try step.db.uid(of: here),
        try places.isErased(uid)
      {
        return .erased
      }
      translated[name] = .link(Link(here))
    }
    // A paper is numbered in the journal of the store that printed it.
    if isWhole, kind == .consent { translated[Consent.name(\.sheet)] = nil }
    return .values(translated)
  }

  /// Where a record stands here; of staff who were entered in both stores, by their name.
  ///
  /// Somebody of the staff whom nobody knows here becomes an entry without access, as from a sheet.
  private func place(of address: RecordAddress) throws -> RecordAddress? {
    guard let uid = try places.uid(of: address) else { return nil }
    if let here = try places.place(address.kind, uid, at: address.id) { return here }
    guard address.kind == .staff, let record = try there.record(address) else { return nil }
    let name = record.values[Staff.name(\.name)] ?? .absent
    let called = try step.db.records(.staff, Staff.name(\.name), name)
    if let one = called.first, called.count == 1 { return one.address }
    var values = record.values.filter {
      Staff.names(\.name, \.nameKana, \.nameRoman).contains($0.key)
    }
    values[Staff.name(\.isActive)] = .flag(false)
    var draft = Draft(new: .staff, values)
    draft.uid = uid
    let made = try put(draft, isAsked: false)
    places.note(made, as: uid)
    return made
  }

  private func isGiven(_ field: String, _ kind: RecordKind) -> Bool {
    kind == .case && Self.given.contains(field)
  }

  /// What the store gives a case when it is opened.
  private static let given = Case.names(\.number, \.code)

  /// As a record holds it.
  private func normal(_ value: FieldValue?, _ field: String, _ kind: RecordKind) -> FieldValue {
    Fields.of(kind).normalised([field: value ?? .absent])[field] ?? .absent
  }

  private mutating func note(_ address: RecordAddress, _ touch: Touch) {
    switch (touched[address], touch) {
    case (.added, .changed): break
    case (.added, .removed): touched[address] = .passing
    default:
      if touched[address] == nil { order.append(address) }
      touched[address] = touch
    }
  }
}
