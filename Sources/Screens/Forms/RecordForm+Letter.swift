internal import Casework
internal import Widgets

/// The form of a letter of the organisation's own.
extension RecordForm {
  /// The keys it has.
  var mode: KeyMode { letterBody == nil ? .form : .letterForm }

  var letterBody: Entry? {
    entries.first { $0.facts.uses.contains(.page) && parts[$0.part].kind.isLetter }
  }

  /// The letter as it stands in the form; nil where it cannot be filled: its fields then say why.
  mutating func letter(_ editing: FieldEditing) -> [String: FieldValue]? {
    var values: [String: FieldValue] = [:]
    for entry in entries {
      guard let field = view[entry.id], let value = try? editing.value(of: entry, in: field) else {
        continue
      }
      values[entry.facts.name] = value
      view[entry.id]?.error = nil
    }
    let problems = RecordDescription.of(.template).problems(in: values, before: nil)
    show(problems, editing: editing)
    return problems.isEmpty ? values : nil
  }
}
