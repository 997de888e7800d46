import Casework
import GRDB

/// What a viewer may write, and what they see of the result.
extension Step {
  /// Refuses a change that the viewer may not make.
  ///
  /// Staff may make any but of what is a colleague's alone; a volunteer may make what the access of the kind allows, on records that
  /// they may read.
  ///
  /// - Throws: `notPermitted`; `notFound` for a record they may not know of.
  func permit(_ change: Change, by access: AccessOfKinds) throws {
    try permitPrivate(change)
    guard case .volunteer(let volunteer)? = viewer else { return }
    let access = access[change.kind]
    guard access.reads != .none, !access.writes.isEmpty, change.id != nil || access.adds,
      access.writes.isSuperset(of: change.values.keys)
    else { throw Refusal.notPermitted }
    if let id = change.id { return try find(RecordAddress(change.kind, id)) }
    guard let about = RecordDescription.of(change.kind).caseOf(nil, change.values),
      access.reads != .ownOnAssignedCase
        || change.values.value(of: \Contact.volunteer)?.id == volunteer
    else { throw Refusal.notPermitted }
    try find(RecordAddress(.case, about))
  }

  /// - Throws: `notFound` where the viewer may not know of a record.
  private func find(_ address: RecordAddress) throws {
    guard let viewer else { return }
    _ = try db.card(address, [], for: viewer, today)
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
    }
  }

  /// What a volunteer is told of what was saved: the fields that they may see, of records they may
  /// know of.
  func shown(_ saved: Saved) throws -> Saved {
    guard let viewer, !viewer.isCoordinator else { return saved }
    var saved = saved
    saved.touched = []
    saved.link = Link(
      saved.link.address, number: try db.card(saved.link.address, [], for: viewer, today).number)
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
