import Casework
import Fold
import GRDB

/// What a row does to a record that is there.
extension Importer {
  func fill(_ record: StoredRecord, _ values: [String: FieldValue]) throws -> Place {
    var place = Place(fate: .unchanged, address: record.address)
    var write = Write(Draft(record, changes(of: record, values, &place.differences)))
    for (via, _) in description.lenders {
      guard let link = record.values[via]?.link, let lender = try step.db.record(link.address)
      else { continue }
      write.lenders[via] = Draft(lender, changes(of: lender, values, &place.differences))
    }
    if write.drafts.contains(where: { !$0.changes.isEmpty }) {
      _ = try step.write(write)
      place.fate = .changed
    }
    place.differences = try step.db.named(place.differences.sorted { $0.field < $1.field })
    return place
  }

  /// What the sheet changes in a record that is there: it fills empty fields, and wins in those in
  /// which it is to win; where else they differ is added to `differences`.
  private func changes(
    of record: StoredRecord, _ values: [String: FieldValue], _ differences: inout [FieldConflict]
  ) -> [String: FieldValue] {
    var changes: [String: FieldValue] = [:]
    var values = values
    if !options.overwrite.contains(BirthDate.field) { values.leaveOut(birthDateKnownTo: record) }
    for (name, value) in values {
      // `birthDatePrecision` changes only together with `birthDate`.
      if name == BirthDate.precisionField, values[BirthDate.field] != nil { continue }
      // An import never changes the status of a record that is there: that has rules of its own.
      let mayOverwrite =
        options.overwrite.contains(name) && name != description.statusField?.name
        && !description.keepsHistory
      guard let theirs = record.values[name], let shape = description[name]?.shape,
        !shape.isSame(theirs, value) || mayOverwrite && shape.isWrittenOtherwise(theirs, value),
        belongs(name, to: record)
      else { continue }
      if theirs.isAbsent || mayOverwrite {
        changes[name] = value
      } else {
        differences.append(
          FieldConflict(name, yours: values.shown(name), theirs: record.values.shown(name)))
      }
    }
    if changes[BirthDate.field] != nil, let precision = record.values[BirthDate.precisionField] {
      let given = values[BirthDate.precisionField] ?? .absent
      let isExact = given.isAbsent && !precision.isAbsent
      changes[BirthDate.precisionField] = isExact ? DatePrecision.exact.fieldValue : given
    }
    return changes
  }

  private func belongs(_ name: String, to record: StoredRecord) -> Bool {
    switch description[name]?.origin {
    case .borrowed(_, let from): from == record.address.kind
    default: record.address.kind == kind
    }
  }
}

extension [String: FieldValue] {
  /// Leaves out a day of birth that says no more than the record does, or nothing: how much of it is
  /// known never changes without the day itself.
  mutating func leaveOut(birthDateKnownTo record: StoredRecord) {
    guard let stored = BirthDate(record.values) else { return }
    if let given = BirthDate(self),
      !given.agrees(with: stored) || given.precision < stored.precision
    {
      return
    }
    self[BirthDate.field] = nil
    self[BirthDate.precisionField] = nil
  }
}

extension Shape {
  /// Whether a text is another, character for character, such as a spelling that was corrected or a
  /// note of which a part was taken out.
  func isWrittenOtherwise(_ stored: FieldValue, _ given: FieldValue) -> Bool {
    switch self {
    case .text, .longText: stored != given
    default: false
    }
  }

  /// Whether two values say the same, however they are written.
  func isSame(_ stored: FieldValue, _ given: FieldValue) -> Bool {
    if stored == given { return true }
    switch (self, stored, given) {
    case (.text, .text(let a), .text(let b)): return Fold.identity(a) == Fold.identity(b)
    case (.longText, .text(let a), .text(let b)): return a.contains(b)
    case (.choices, .codes(let a), .codes(let b)): return Set(a) == Set(b)
    default: return false
    }
  }
}
