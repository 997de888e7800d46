import Casework
import Fold
import GRDB

/// A merge: the records about a duplicate case move to the case that survives.
extension Step {
  /// The case that survives a duplicate.
  func survivor(of draft: Draft) throws -> StoredRecord? {
    guard let link = draft.values[\Case.survivingCase]?.link,
      let survivor = try db.record(link.address)
    else { return nil }
    let isDuplicate = survivor.values.value(of: \Case.status) == .duplicate
    if survivor.address == draft.before?.address || isDuplicate {
      throw Refusal.problems([FieldProblem(\Case.survivingCase, .cannotSurvive)])
    }
    if let duplicate = draft.before?.address,
      let pair = try db.distinctPair(duplicate.id, survivor.address.id)
    {
      throw Refusal.problems([
        FieldProblem(\Case.survivingCase, .knownApart, .record(try db.link(pair)))
      ])
    }
    return survivor
  }

  /// Moves every record that refers to `duplicate`, and fills what is not known of the surviving
  /// person.
  ///
  /// Assignments end and do not move: who may see one case is not thereby shown another.
  func merge(_ duplicate: RecordAddress, into survivor: StoredRecord) throws {
    for (kind, field) in Self.referrers {
      for record in try db.records(kind, field, .link(Link(duplicate)))
      where record.address != duplicate {
        if kind == .assignment {
          try end(record)
        } else {
          try move(record, field, to: survivor.address)
        }
      }
    }
    guard let (one, other) = try db.persons(of: duplicate, survivor) else { return }
    let missing = one.missing(in: other)
    if !missing.isEmpty { _ = try write(Write(Draft(other, missing)), as: .merge) }
  }

  /// Every field by which records refer to a case.
  private static let referrers: [(kind: RecordKind, field: String)] = RecordKind.allCases.flatMap {
    kind in RecordDescription.of(kind).references(to: .case).map { (kind, $0.name) }
  }

  private func move(
    _ record: StoredRecord, _ field: String, to survivor: RecordAddress
  ) throws {
    do {
      _ = try write(Write(Draft(record, [field: .link(Link(survivor))])), as: .merge)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      let link = try db.link(record.address)
      throw Refusal.problems([
        FieldProblem(
          \Case.survivingCase, .bothHave, .label("kind.\(record.address.kind.rawValue)"),
          .record(link))
      ])
    }
  }

  /// Ends an assignment yesterday; one that began today or later has no day left.
  private func end(_ assignment: StoredRecord) throws {
    let yesterday = today.adding(days: -1)
    let was = Assignment(values: assignment.values)
    guard let until = was.until, until > yesterday else { return }
    var now = was
    now.until = yesterday
    now.start = was.start.map { min($0, yesterday) }
    let changes = now.changes(since: was)
    _ = try write(Write(Draft(assignment, changes)), as: .merge)
  }
}

extension Database {
  /// Where the persons of two cases differ: what is said of the duplicate's as `yours`.
  func mergeDifferences(
    _ duplicate: RecordAddress, _ survivor: RecordAddress
  ) throws -> [FieldConflict] {
    guard let record = try record(survivor), let (one, other) = try persons(of: duplicate, record)
    else { return [] }
    return RecordDescription.of(.person).stored.compactMap { field in
      guard field.shape != .flag, let yours = one.values[field.name], !yours.isAbsent,
        let theirs = other.values[field.name], !theirs.isAbsent,
        !field.shape.isSame(theirs, yours)
      else { return nil }
      if field.isBirth, let a = BirthDate(one.values), let b = BirthDate(other.values) {
        return a.agrees(with: b) ? nil : FieldConflict(field.name, yours: a.shown, theirs: b.shown)
      }
      return FieldConflict(field.name, yours: yours, theirs: theirs)
    }
  }

  /// The persons of two cases; nil where it is one person.
  fileprivate func persons(
    of duplicate: RecordAddress, _ survivor: StoredRecord
  ) throws -> (StoredRecord, StoredRecord)? {
    guard let one = try record(duplicate)?.values[\Case.person]?.link?.address,
      let other = survivor.values[\Case.person]?.link?.address, one != other,
      let first = try record(one), let second = try record(other)
    else { return nil }
    return (first, second)
  }
}

extension StoredRecord {
  /// The fields of a person that the other record lacks; a flag set here, such as a warning,
  /// counts as one.
  fileprivate func missing(in other: StoredRecord) -> [String: FieldValue] {
    var missing = values.filter { field, value in
      guard !value.isAbsent, let theirs = other.values[field] else { return false }
      return theirs.isAbsent || value == .flag(true) && theirs == .flag(false)
    }
    // `birthDatePrecision` belongs to `birthDate`: both are filled or neither.
    if missing[\Person.birthDate] == nil {
      missing[\Person.birthDatePrecision] = nil
    } else {
      missing[\Person.birthDatePrecision] = values[\Person.birthDatePrecision]
    }
    return missing.filter { $0.value != other.values[$0.key] }
  }
}
