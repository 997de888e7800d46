import Casework
import Labels
import Wording

/// Which fields of a kind stand in a list.
enum ListColumns {
  /// The fields shown, in their order; for a volunteer those a volunteer's list shows.
  static func fields(of kind: RecordKind, for viewer: Viewer) -> [FieldFacts] {
    let description = RecordDescription.of(kind)
    switch viewer {
    case .coordinator:
      let said = description.fields.compactMap { most(of: $0, in: kind)?.name }
      return description.fields.filter { $0.column != nil && !said.contains($0.name) }
    case .volunteer: return description.fields.filter { $0.volunteerColumn != nil }
    }
  }

  /// What stands between a number and what it is out of.
  static let outOf = "/"

  /// The field that says out of how many a number is, which is told beside it.
  static func most(of field: FieldFacts, in kind: RecordKind) -> FieldFacts? {
    let pairs: [RecordKind: [String: String]] = [
      .salon: [Salon.name(\.seats): Salon.name(\.capacity)]
    ]
    return pairs[kind]?[field.name].flatMap { RecordDescription.of(kind)[$0] }
  }

  /// The column of a field in a list; of a name's two writings the language's own stays longer.
  static func column(of field: FieldFacts, for viewer: Viewer, in language: LabelLanguage) -> Column
  {
    let column = (viewer.isVolunteer ? field.volunteerColumn : field.column) ?? Column(9, width: 10)
    let names = Words(language).names
    let other = Person.name(names == .kana ? \.nameRoman : \.nameKana)
    return field.name == other ? Column(column.priority + 6, width: column.width) : column
  }

  /// What is read for a list: the columns and what decides how a row looks.
  static func read(for kind: RecordKind, viewer: Viewer) -> [String] {
    let shown = fields(of: kind, for: viewer).map(\.name)
    // Whoever has only one of the names is called by that one.
    let names = RecordDescription.of(kind).titleFields
    let most = fields(of: kind, for: viewer).compactMap { Self.most(of: $0, in: kind)?.name }
    let deciding =
      (["isOpen", "status", "stage", "result", "pausedOn"] + most + Detail.warnings + names)
      .filter {
        name in
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
    case .volunteer: field.audience != .staff
    }
  }

  var isVolunteer: Bool { if case .volunteer = self { true } else { false } }
}
