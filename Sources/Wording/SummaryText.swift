package import Casework

extension ValueText {
  /// What a record says, in the order of its columns, without its day and its number.
  ///
  /// - Parameter parent: the record it stands under: what leads there is left out.
  package func summary(of card: Card, on parent: RecordAddress) -> [String] {
    let description = RecordDescription.of(card.address.kind)
    // What stands under a record about a case is about the same case.
    let isOfCase =
      RecordDescription.of(parent.kind)[RecordDescription.caseField]?.isRequired == true
    return description.fields.compactMap { field in
      let value = card.shown(field.name)
      guard let column = field.column ?? field.volunteerColumn, column.priority <= 5,
        !value.isAbsent, field.name != description.timelineField, field.name != Case.name(\.number),
        !value.leads(to: parent), !(isOfCase && field.name == RecordDescription.caseField)
      else { return nil }
      if case .flag = value {
        return value == .flag(true) ? label(of: field, in: card.address.kind) : nil
      }
      return shortText(value, of: field.shape)
    }
  }
}

extension FieldValue {
  fileprivate func leads(to address: RecordAddress) -> Bool {
    if case .link(let link) = self { link.address == address } else { false }
  }
}
