/// What stands in a field, whatever the field's Swift type.
package enum FieldValue: Codable, Hashable, Sendable {
  case absent
  case text(String)
  case number(Int)
  case flag(Bool)
  case date(CivilDate)
  case time(ClockTime)
  case instant(Instant)
  /// One choice, by its stable code.
  case code(String)
  /// Several choices, by their codes.
  case codes([String])
  /// By reference: most values are none, and should not have the room of one.
  indirect case link(Link)

  package var isAbsent: Bool { if case .absent = self { true } else { false } }

  /// Texts are the same where their characters are: to Swift, 神 (U+FA19) and 神 (U+795E) are one, and a
  /// name corrected from one to the other would be no change.
  package static func == (one: Self, other: Self) -> Bool {
    switch (one, other) {
    case (.absent, .absent): true
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.number(let a), .number(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.instant(let a), .instant(let b)): a == b
    case (.code(let a), .code(let b)): a == b
    case (.codes(let a), .codes(let b)): a == b
    case (.link(let a), .link(let b)): a == b
    default: false
    }
  }
}

/// What a form, a list, a file and the database need to know about the values of a field.
package enum Shape: Hashable, Sendable {
  /// One line of at most 200 characters.
  case text
  /// Several lines of at most 20,000 characters.
  case longText
  case number(ClosedRange<Int>)
  case flag
  case date
  case time
  case instant
  case choice(Catalogue)
  case choices(Catalogue)
  case reference(RecordKind)

  package static let longestText = 200
  package static let longestLongText = 20_000
}

/// A closed list of codes to choose from; each code has a label in every language.
package struct Catalogue: Hashable, Sendable {
  /// The first half of the label key: `caseStatus` in `caseStatus.intake`.
  package let name: String
  package let codes: [String]
  private let known: Set<String>

  package init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
    known = Set(codes)
  }

  package func contains(_ code: String) -> Bool { known.contains(code) }

  package func labelKey(_ code: String) -> String { "\(name).\(code)" }

  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
