/// The row of a record in its table.
package struct RecordID: RawRepresentable, Codable, Hashable, Comparable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Which record, of which kind.
package struct RecordAddress: Codable, Hashable, Sendable {
  package var kind: RecordKind
  package var id: RecordID

  package init(_ kind: RecordKind, _ id: RecordID) {
    self.kind = kind
    self.id = id
  }

  /// The record of this kind that an earlier change of the same step makes.
  package static func made(_ kind: RecordKind) -> RecordAddress { Self(kind, RecordID(0)) }

  /// The number made of the kind's letter and the id: H-0021.
  package var number: String { "\(kind.letter)-\(Digits.pad(Int(id.rawValue), 4))" }
}

/// A reference to a record, with what a person needs to recognise it.
///
/// Two links are equal when they lead to the same record, whatever they are called by.
package struct Link: Codable, Hashable, Sendable {
  package let address: RecordAddress
  /// The number staff use (2026-0042, H-0021); for a volunteer the random code of a case.
  package var number: String
  /// The name in Roman letters, or as entered.
  package var title: String
  /// The name as it is written in Japan, a person's by its reading; empty where there is
  /// nothing but the title.
  package var reading: String
  /// Whether a search found it only because a name sounds like what was looked for.
  package var isGuess = false

  private enum CodingKeys: CodingKey { case address, number, title, reading }

  package init(
    _ address: RecordAddress, number: String = "", title: String = "", reading: String = ""
  ) {
    self.address = address
    self.number = number
    self.title = title
    self.reading = reading
  }

  /// All it may be found by.
  package var names: String { [number, title, reading].joined(separator: " ") }

  package static func == (a: Self, b: Self) -> Bool { a.address == b.address }
  package func hash(into hasher: inout Hasher) { hasher.combine(address) }
}
