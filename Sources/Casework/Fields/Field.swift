/// One field of a record's struct: the one place where it is described.
///
/// A class, because every write goes through all fields of its record.
package final class Field<Owner: Record>: Sendable {
  package let facts: FieldFacts
  /// Where the struct keeps it: what code names the field by.
  let path: any AnyKeyPath & Sendable
  let read: @Sendable (Owner) -> FieldValue
  /// False where the value does not fit the field's type.
  let write: @Sendable (inout Owner, FieldValue) -> Bool
  /// Whether an empty record has nothing there, so that nothing has to be written where nothing is to stand:
  /// most fields of most records.
  let isEmptyAtFirst: Bool

  /// A field kept in the struct at `path`.
  ///
  /// - Parameters:
  ///   - name: stable for ever: column, JSON key, label key.
  ///   - path: where the struct holds it; its type says which values are allowed.
  ///   - days: which days are allowed, for a date.
  ///   - range: the allowed numbers, for a number.
  ///   - view: the view that works it out, of a derived field without a column.
  ///   - rewrites: which field it says in another writing.
  package init<Value: FieldType>(
    _ name: String, _ path: FieldKey<Owner, Value>, days: DayLimit = .planned,
    required: Bool = false, audience: Audience = .staff, origin: Origin = .stored,
    uses: FieldUses = [],
    column: Column? = nil, volunteerColumn: Column? = nil, range: ClosedRange<Int>? = nil,
    view: FieldView? = nil, rewrites: Rewriting? = nil
  ) {
    facts = FieldFacts(
      name: name, shape: range.map(Shape.number) ?? Value.shape, isRequired: required,
      audience: audience, origin: origin, uses: uses, column: column,
      volunteerColumn: volunteerColumn, days: Value.shape == .date ? days : nil,
      view: view, rewrites: rewrites)
    self.path = path
    read = { $0[keyPath: path].fieldValue }
    write = { record, value in
      guard let value = Value(fieldValue: value) else { return false }
      record[keyPath: path] = value
      return true
    }
    isEmptyAtFirst = Owner()[keyPath: path].fieldValue.isAbsent
  }
}
