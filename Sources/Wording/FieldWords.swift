package import Casework
import Labels

/// The words about a field, whichever record it is shown with.
extension ValueText {
  /// The name of a field.
  package func label(of field: FieldFacts, in kind: RecordKind) -> String {
    words(key(of: field, in: kind))
  }

  /// The name of a field for the head of a column, shorter where the column is narrow.
  package func header(of field: FieldFacts, in kind: RecordKind) -> String {
    let key = key(of: field, in: kind)
    return words.text(ifAny: "\(key).column") ?? words(key)
  }

  /// An example of what to type; nil where none is needed.
  package func hint(of field: FieldFacts, in kind: RecordKind) -> String? {
    words.text(ifAny: "\(key(of: field, in: kind)).hint")
  }

  /// A borrowed field is called as in the record it comes from; one that has no word of its kind's
  /// own is called as everywhere.
  package func key(of field: FieldFacts, in kind: RecordKind) -> String {
    if case .borrowed(_, let source) = field.origin { return key(of: field.name, in: source) }
    return key(of: field.name, in: kind)
  }

  /// The label key of a kind's own field.
  package func key(of field: String, in kind: RecordKind) -> String {
    let own = "\(kind.rawValue).\(field)"
    return words.text(ifAny: own) == nil ? "field.\(field)" : own
  }
}
