/// Whose a record is.
extension RecordDescription {
  /// What the field is called that says who of the staff a record belongs to; the first there is.
  package static let ownerFields = ["owner", "assignee", "staff"]

  /// The field that says who of the staff a record belongs to; nil where it belongs to nobody.
  package var ownerField: FieldFacts? { Self.ownerFields.lazy.compactMap { self[$0] }.first }
}

extension FieldFilter {
  /// Records of a kind that belong to one of some staff; nil where the kind belongs to nobody.
  package static func owned(_ kind: RecordKind, by staff: [Link]) -> FieldFilter? {
    guard let field = RecordDescription.of(kind).ownerField, let first = staff.first else {
      return nil
    }
    return FieldFilter(field.name, staff.count == 1 ? .equals(.link(first)) : .among(staff))
  }

  /// The records that the field must lead to; empty where it asks for something else.
  package var links: [Link] {
    switch test {
    case .equals(.link(let link)): [link]
    case .among(let links): links
    default: []
    }
  }
}

extension ListQuery {
  /// The records of the list that belong to one of some staff; all of it where nobody is named.
  package func owned(by staff: [Link]) -> ListQuery {
    var query = self
    if let filter = FieldFilter.owned(kind, by: staff) { query.filters.append(filter) }
    return query
  }
}
