/// A field that a letter to another organisation may tell, and what it is called there.
package struct LetterField: Hashable, Sendable {
  package let kind: RecordKind
  package let field: String
  package let name: String
  /// What a person keeps back with it.
  package let withheldBy: WithheldItem?
  /// Where the name comes from.
  package let source: String

  /// How it is named among what was kept back: `person.date_of_birth`.
  package var code: String { "\(kind.rawValue).\(name)" }

  /// The rows of `Resources/Tables/letterField.tsv`: what is not among them never leaves.
  package static let all: [LetterField] = ResourceTable.rows("letterField").compactMap(Self.init)

  /// How the reason of a referral is named among what was kept back.
  package static let reason = "reason"

  private static let byKind = Dictionary(grouping: all, by: \.kind)

  package static func of(_ kind: RecordKind) -> [LetterField] { byKind[kind] ?? [] }

  /// The kinds of record about a case that may go with it, in the order of the table.
  package static let kinds = all.map(\.kind).reduce(into: [RecordKind]()) { kinds, kind in
    if RecordDescription.of(kind)[RecordDescription.caseField] != nil, !kinds.contains(kind) {
      kinds.append(kind)
    }
  }

  private init?(_ cells: [String]) {
    guard cells.count == 5, let kind = RecordKind(rawValue: cells[0]) else { return nil }
    self.kind = kind
    field = cells[1]
    name = cells[2]
    withheldBy = WithheldItem(rawValue: cells[3])
    source = cells[4]
  }
}

/// What may be told of the fields of a case.
package struct LetterRule: Sendable {
  /// The consents by which it is told.
  private let withheld: Set<WithheldItem>
  /// Whether the person agreed to have what is sensitive kept, and so told.
  private let allowsSensitive: Bool
  private let request: ReferralRequest

  package init(_ request: ReferralRequest, by consents: [Consent], allowsSensitive: Bool) {
    self.request = request
    self.allowsSensitive = allowsSensitive
    // Of several consents the narrowest counts.
    withheld = Set(consents.flatMap(\.withheld))
  }

  /// Whether a field is told; else it is named as kept back.
  package func tells(_ field: LetterField) -> Bool {
    let names = [field.field, field.name, field.code]
    if !request.withheld.isDisjoint(with: names) { return false }
    if let item = field.withheldBy {
      if withheld.contains(item) { return false }
      if [.beliefs, .health].contains(item), !allowsSensitive { return false }
    }
    guard RecordDescription.of(field.kind)[field.field]?.uses.contains(.sealed) == true else {
      return true
    }
    return !request.included.isDisjoint(with: names)
  }

  /// Whether a record is told of; a note for staff alone, or for those named, is not.
  package static func tells(_ values: [String: FieldValue], of kind: RecordKind) -> Bool {
    guard RecordDescription.of(kind)[\Note.confidentiality] != nil else { return true }
    return values.value(of: \Note.confidentiality) == .shared
  }
}
