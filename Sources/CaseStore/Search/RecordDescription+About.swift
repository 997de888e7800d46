import Casework

extension RecordDescription {
  /// The case of a record and the references without which it would not be, and what they lead to;
  /// not those through which it shows another's fields as its own, which are searched with it.
  var isAbout: [(column: String, kind: RecordKind)] {
    let borrowed = Set(lenders.map(\.via))
    return fields.compactMap { field in
      if case .borrowed = field.origin { return nil }
      // A case that was merged is not about the one that survives it: that would be its twin.
      guard case .reference(let kind) = field.shape, kind != self.kind,
        field.isRequired || kind == .case, !borrowed.contains(field.name)
      else { return nil }
      return (field.name, kind)
    }
  }

  /// The column that says which case a record is about.
  var aboutCase: String? {
    isAbout.first { $0.column == RecordDescription.caseField }?.column
  }

  /// Whether it is found by what is told around it: that of cases.
  var isToldAround: Bool { self[\Case.survivingCase] != nil }
}
