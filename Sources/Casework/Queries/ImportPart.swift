/// What a row of cases says that belongs in a record of its own about the case: a row of a legal
/// axis, a paper.
package struct ImportPart: Hashable, Sendable {
  package let kind: RecordKind
  package let paper: DocumentType?
  /// By field of the kind.
  package var values: [String: FieldValue]
  /// What the sheet says in its own words, `column: text`, by field; for the notes.
  package var quoted: [String: String]

  package init(
    _ kind: RecordKind, paper: DocumentType? = nil, values: [String: FieldValue] = [:],
    quoted: [String: String] = [:]
  ) {
    self.kind = kind
    self.paper = paper
    self.values = values
    self.quoted = quoted
  }

  /// The fields that the kinds of part have in common.
  package static let day = ResidenceRow.name(\.on)
  package static let notes = ResidenceRow.name(\.notes)
  package static let corrects = ResidenceRow.name(\.corrects)

  /// The field that says how it stands; without it a record of the kind says nothing.
  package var mainField: String {
    kind == .document ? Document.name(\.type) : RecordDescription.of(kind).titleFields.first ?? ""
  }

  /// Whether there is enough for a record: a stage or a category has to be given, a status of
  /// residence counts also by its end alone.
  package var standsAlone: Bool {
    switch kind {
    case .supportCategory, .procedure: values[mainField] != nil
    case .workPermission: values[mainField] != nil || quoted[mainField] != nil
    case .residence: values.keys.contains { $0 != Self.day } || !quoted.isEmpty
    default: !values.isEmpty
    }
  }

  /// What of it may be kept.
  ///
  /// A sheet is no evidence: a permission to work becomes one that is to be confirmed, and a kind of
  /// designated activities whose name says that work is permitted is left out. What the sheet says
  /// stands in the notes.
  package var withoutPermissions: ImportPart {
    var part = self
    part.quoted = [:]
    func keepQuoted(_ field: String) { part.quoted[field] = quoted[field] }
    switch kind {
    case .workPermission:
      part.values[mainField] = WorkPermission.toBeConfirmed.fieldValue
      keepQuoted(mainField)
    case .residence:
      let activity = values.value(of: \ResidenceRow.designatedActivityKind)
      if activity?.namesWork != false {
        part.values[\ResidenceRow.designatedActivityKind] = nil
        keepQuoted(ResidenceRow.name(\.designatedActivityKind))
      }
      keepQuoted(mainField)
      keepQuoted(ResidenceRow.name(\.periodMonths))
      if values[mainField] == nil { part.values[mainField] = impliedStatus.fieldValue }
    case .document: part.values[mainField] = paper?.fieldValue
    default: break
    }
    return part
  }

  /// The status of residence, where only other columns speak of it.
  private var impliedStatus: StatusOfResidence {
    if values[\ResidenceRow.designatedActivityKind] != nil { return .designatedActivities }
    if quoted[ResidenceRow.name(\.designatedActivityKind)] != nil { return .designatedActivities }
    return values[\ResidenceRow.stayBasis] != nil ? .none : .other
  }

  /// Whether the status of residence is not known from the sheet.
  package var hasUnknownStatus: Bool {
    kind == .residence && values[mainField] == nil && impliedStatus == .other
  }

  /// Whether it says only what is so without a record of it: that work is to be confirmed.
  package var saysNothing: Bool {
    kind == .workPermission && values[mainField] == WorkPermission.toBeConfirmed.fieldValue
  }

  /// The day on which the stay ends that it is about.
  package var endOfStay: FieldValue? { kind == .residence ? values[\ResidenceRow.expires] : nil }

  /// What a new row says where the sheet wins in some fields and `differing` are the store's.
  package func answering(
    _ record: [String: FieldValue], _ differing: [FieldConflict]
  ) -> ImportPart {
    var part = self
    let kept = Set(differing.map(\.field))
    for field in values.keys where column(of: field).map({ kept.contains($0.name) }) ?? false {
      part.values[field] = field == Self.day ? nil : record[field]
      part.quoted[field] = nil
    }
    guard paper == nil else { return part }
    let main = record[mainField] ?? .absent
    part.values[mainField] = part.values[mainField] ?? main
    if kind == .residence, part.values[mainField] == main {
      for field in ResidenceRow.names(\.designatedActivityKind, \.stayBasis)
      where part.quoted[field] == nil {
        part.values[field] = part.values[field] ?? record[field]
      }
    }
    return part
  }

  /// The lines of `quoted` in the order of the columns.
  package var quotedLines: [String] {
    CaseColumn.all.filter { $0.kind == kind && $0.paper == paper }.compactMap { quoted[$0.field] }
  }

  /// The column that a field of it stands in.
  package func column(of field: String) -> CaseColumn? {
    CaseColumn.all.first { $0.kind == kind && $0.paper == paper && $0.field == field }
  }
}
