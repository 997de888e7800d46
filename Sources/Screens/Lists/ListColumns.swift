import Casework

/// Which fields of a kind stand in a list.
enum ListColumns {
  /// The fields shown, in their order; for a volunteer those a volunteer's list shows.
  static func fields(of kind: RecordKind, for viewer: Viewer) -> [FieldFacts] {
    let description = RecordDescription.of(kind)
    switch viewer {
    case .coordinator: return description.fields.filter { $0.column != nil }
    case .volunteer: return description.fields.filter { $0.volunteerColumn != nil }
    }
  }

  /// What is read for a list: the columns and what decides how a row looks.
  static func read(for kind: RecordKind, viewer: Viewer) -> [String] {
    let shown = fields(of: kind, for: viewer).map(\.name)
    let deciding = ["isOpen", "status", "stage", "result"].filter { name in
      guard let field = RecordDescription.of(kind)[name] else { return false }
      return viewer.mayRead(field) && !shown.contains(name)
    }
    return shown + deciding
  }
}

extension Viewer {
  /// Whether the store would give this field at all.
  func mayRead(_ field: FieldFacts) -> Bool {
    switch self {
    case .coordinator: true
    case .volunteer: field.audience == .assigned
    }
  }

  var isVolunteer: Bool { if case .volunteer = self { true } else { false } }
}
