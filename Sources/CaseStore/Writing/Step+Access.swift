import Casework
import GRDB

/// What a viewer may write, and what they see of the result.
extension Step {
  /// The change as it may be made: whose a record is that a volunteer adds, the store says.
  ///
  /// Staff may make any but of what is a colleague's alone; a volunteer may make what the access of the
  /// kind allows, on records that they may read, about cases that are open.
  ///
  /// - Throws: `notPermitted`; `notFound` for a record they may not know of.
  func permitted(_ change: Change) throws -> Change {
    try permitPrivate(change)
    guard case .volunteer(let volunteer)? = viewer else { return change }
    let description = RecordDescription.of(change.kind)
    let access = description.access
    let writes = access.writes(isNew: change.id == nil)
    guard access.reads != .none, !writes.isEmpty, writes.isSuperset(of: change.values.keys) else {
      throw Refusal.notPermitted
    }
    for case .link(let link) in change.values.values { try find(link.address) }
    var change = change
    if let id = change.id {
      try permitChanging(RecordAddress(change.kind, id))
    } else {
      guard let about = description.caseOf(nil, change.values) else { throw Refusal.notPermitted }
      try requireOpen(about)
      if description[Access.author] != nil {
        change.values[Access.author] = .link(Link(RecordAddress(.volunteer, volunteer)))
      }
    }
    return change
  }

  /// Lets a volunteer change a record that they may read, of a case that is open.
  private func permitChanging(_ address: RecordAddress) throws {
    try find(address)
    let values = try db.record(address)?.values ?? [:]
    switch RecordDescription.of(address.kind).access.reads {
    case .hosted, .atHosted: break
    default:
      guard let about = RecordDescription.of(address.kind).caseOf(address.id, values) else {
        throw Refusal.notPermitted
      }
      try requireOpen(about)
    }
  }

  /// Lets a volunteer take back what they wrote: on records that they may read, or that are only done
  /// since, of cases that are still theirs.
  func permitTakingBack(_ entries: [JournalEntry]) throws {
    guard viewer?.isCoordinator == false else { return }
    for address in Set(entries.compactMap(\.record?.address)) {
      let description = RecordDescription.of(address.kind)
      let values = try db.record(address)?.values ?? [:]
      if description.access.reads != .atHosted, let about = values.aboutCase?.address {
        try find(about)
        try requireOpen(about.id)
      } else {
        try find(address)
      }
    }
  }

  /// Volunteers write nothing about a case that has ended.
  private func requireOpen(_ id: RecordID) throws {
    let sql = "SELECT 1 FROM \"case\" WHERE id = ? AND isOpen = 1"
    guard try db.finds(sql, [id.rawValue.databaseValue]) else { throw Refusal.notPermitted }
  }

  /// - Throws: `notFound` where the viewer may not know of a record.
  private func find(_ address: RecordAddress) throws {
    guard let viewer else { return }
    _ = try db.card(address, [], for: viewer, today)
  }

  private func found<T>(_ body: () throws -> T) throws -> T? {
    do { return try body() } catch Refusal.notFound { return nil }
  }

  /// Runs `body`; a refusal tells the viewer nothing that they may not see.
  func showing<T>(_ body: () throws -> T) throws -> T {
    guard let viewer, !viewer.isCoordinator else { return try body() }
    do {
      return try body()
    } catch Refusal.problems(let problems) {
      throw Refusal.problems(problems.map(\.withoutNames))
    } catch Refusal.conflict(let conflicts, let version) {
      throw Refusal.conflict(conflicts.map(\.withoutNames), currentVersion: version)
    } catch Refusal.changedSince(let link, let conflicts) {
      throw Refusal.changedSince(Link(link.address), conflicts.map(\.withoutNames))
    } catch Refusal.stillReferredTo(let link) {
      throw Refusal.stillReferredTo(Link(link.address))
    }
  }

  /// What a volunteer is told of what was saved: the fields that they may see, of records they may
  /// know of.
  func shown(_ saved: Saved) throws -> Saved {
    guard let viewer, !viewer.isCoordinator else { return saved }
    var saved = saved
    saved.touched = []
    // What is done, or was taken back, is not among theirs any more.
    let card = try found { try db.card(saved.link.address, [], for: viewer, today) }
    saved.link = Link(saved.link.address, number: card?.number ?? "")
    saved.entries = saved.entries.compactMap { entry in
      guard let record = entry.record, record.address == saved.link.address else { return nil }
      var entry = entry
      let fields = RecordDescription.of(record.address.kind)
      func seen(_ values: [String: FieldValue]) -> [String: FieldValue] {
        values.filter { fields[$0.key]?.audience == .assigned }.mapValues(\.withoutNames)
      }
      entry.record = saved.link
      (entry.before, entry.after) = (seen(entry.before), seen(entry.after))
      return entry
    }
    return saved
  }
}

extension FieldValue {
  /// The value, with a record that it leads to by its address alone.
  fileprivate var withoutNames: FieldValue { link.map { .link(Link($0.address)) } ?? self }
}

extension FieldConflict {
  fileprivate var withoutNames: FieldConflict {
    FieldConflict(field, yours: yours.withoutNames, theirs: theirs.withoutNames)
  }
}

extension FieldProblem {
  /// The problem without the text in it, which may name somebody.
  fileprivate var withoutNames: FieldProblem {
    var problem = self
    problem.arguments = arguments.map { if case .text = $0 { .text("…") } else { $0 } }
    return problem
  }
}
