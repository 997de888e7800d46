import Casework
import GRDB

/// The one way of writing: settle → check → write → consequences; deadlines and searched texts follow
/// at the end of the step, or of many.
extension Step {
  /// Writes a record, with those it borrows from, and all that follows from it.
  ///
  /// - Returns: where it stands, or stood where it was taken away.
  /// - Throws: `problems` where a rule stands against it.
  func write(_ write: Write, as origin: WriteOrigin? = nil) throws -> RecordAddress {
    var following: [() throws -> Void] = []
    let address = try self.write(write, as: origin, then: &following)
    for follow in following { try follow() }
    return address
  }

  /// As `write(_:as:)`; what follows is left to the caller, who writes more before it.
  func write(
    _ write: Write, as origin: WriteOrigin? = nil, then following: inout [() throws -> Void]
  ) throws -> RecordAddress {
    try requireWriting()
    let origin = origin ?? self.origin
    let consequences = Consequence.of(write.own.kind, by: origin)
    var write = write
    if origin.isNew || origin == .carried {
      try settle(&write, origin, consequences)
      try Refusal.check(problems(write))
    } else if case .redo = origin, restsOnOthers(write.own) {
      try Refusal.check(problems(write.own))
    }
    let follows = try consequences.compactMap { try $0.following(self, write.own) }
    let address = try put(write)
    following += follows.map { follow in { try follow(address) } }
    return address
  }

  /// Lets the records and the consequences fill in what the values bring with them.
  private func settle(
    _ write: inout Write, _ origin: WriteOrigin, _ consequences: [Consequence]
  ) throws {
    let staff: Reference<Staff>? =
      if case .coordinator(let id) = viewer { Reference(id) } else { nil }
    let context = WriteContext(today: today, staff: staff, reason: reason, origin: origin)
    // What was written elsewhere was settled there.
    if origin.isNew {
      write.own.settle(context)
      for via in write.lenders.keys { write.lenders[via]?.settle(context) }
    }
    for consequence in consequences { try consequence.settle(self, &write.own) }
  }

  /// What is wrong with what is new or becomes different.
  private func problems(_ write: Write) throws -> [FieldProblem] {
    let made = write.lenders.filter { $0.value.before == nil }
    var own = write.own
    for (via, lender) in made {
      own.values[via] = .link(Link(RecordAddress(lender.kind, RecordID(0))))
    }
    let lenders = write.lenders.sorted { $0.key < $1.key }.map(\.value)
    var problems = try lenders.filter(\.isWritten).flatMap { try self.problems($0) }
    if own.isWritten { problems += try self.problems(own, except: Set(made.keys)) }
    return problems
  }

  /// Whether what is done again reaches another stage, or refers to others than before: what that
  /// rests on, a permission or a consent, may be gone since.
  private func restsOnOthers(_ draft: Draft) -> Bool {
    let description = RecordDescription.of(draft.kind)
    guard !draft.isRemoved, let stage = description.statusField else { return false }
    let changes = draft.changes
    return changes[stage.name] != nil
      || description.stored.contains { field in
        // A merge moves what is there from one case of a person to another.
        guard case .reference(let kind) = field.shape, kind != .case else { return false }
        return changes[field.name] != nil
      }
  }

  private func put(_ write: Write) throws -> RecordAddress {
    let own = write.own
    if own.isRemoved, let record = own.before {
      try delete(record)
      return record.address
    }
    var values = own.values
    for (via, lender) in write.lenders.sorted(by: { $0.key < $1.key }) {
      if let before = lender.before {
        if !lender.changes.isEmpty { try update(before, lender.changes) }
      } else {
        values[via] = .link(Link(try insert(lender.kind, lender.values)))
      }
    }
    if let place = own.place {
      try putBack(place, values)
      return place
    }
    guard let record = own.before else { return try insert(own.kind, values, uid: own.uid) }
    // Read again: the version grew where it borrows from a record changed just now.
    if !own.changes.isEmpty, let now = try db.record(record.address) {
      try update(now, own.changes)
    }
    return record.address
  }
}

extension Step {
  /// Changes a record through its struct: `update(record, as: Candidate.self) { $0.stage = .paused }`.
  func update<R: Casework.Record>(_ record: StoredRecord, as _: R.Type, _ edit: (inout R) -> Void)
    throws
  {
    let before = R(values: record.values)
    var after = before
    edit(&after)
    let changes = after.changes(since: before)
    if !changes.isEmpty { try update(record, changes) }
  }
}

extension Draft {
  /// Whether anything of it is written.
  fileprivate var isWritten: Bool { before == nil || !changes.isEmpty }

  fileprivate mutating func settle(_ context: WriteContext) {
    values = RecordDescription.of(kind).settled(values, before: before?.values, in: context)
  }
}
