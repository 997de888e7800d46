package import Casework
import Labels

/// A paper with all its words, as the program that prints it reads it.
package struct FilledPaper {
  /// A place of a form and what stands in it.
  package struct Field: Hashable, Sendable {
    package let label: String
    package let text: String
    package let source: String
    /// Whether the form asks a record for it: the others are for a pen.
    package let isAsked: Bool
  }

  /// What the input of the printing program begins with: the version of its language.
  package static let head = "tomoni-paper\t1\n"

  package private(set) var lines = ""
  /// Where in the lines the number of the sheet has its place, and the words before it.
  private var numberPlace: (after: Int, label: String)?
  /// Whether it carries a number by which it is found again.
  package var isNumbered: Bool { numberPlace != nil }
  package private(set) var fields: [Field] = []
  /// The records of people that stand on it in rows of a table.
  package private(set) var people: Set<RecordAddress> = []

  mutating func add(_ name: String, _ parts: [String] = []) {
    lines += ([name] + parts.map(Self.escaped)).joined(separator: "\t") + "\n"
  }

  /// Leaves a place at the end of the last line for the number of the sheet, which is known when it is
  /// printed.
  mutating func leavePlace(forNumber label: String) { numberPlace = (lines.utf8.count - 1, label) }

  /// The lines with the number of the sheet in its place.
  package func lines(numbered number: Int) -> String {
    guard let numberPlace else { return lines }
    let place = lines.utf8.index(lines.startIndex, offsetBy: numberPlace.after)
    let text = Self.escaped("\n\(numberPlace.label)  \(Self.apart(String(number)))")
    return String(lines[..<place]) + text + String(lines[place...])
  }

  mutating func note(_ field: Field) { fields.append(field) }
  mutating func note(people cards: [Card]) {
    for card in cards {
      if case .link(let link) = card[RecordDescription.caseField] {
        people.insert(link.address)
      } else if card.address == RecordAddress(.case, card.address.id) {
        people.insert(card.address)
      }
    }
  }

  private static func escaped(_ part: String) -> String {
    var text = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n", "\u{2028}", "\u{2029}": text += "\\n"
      default: if !scalar.isControl { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  /// A value among other words: what it says from right to left does not turn them around, nor they it.
  ///
  /// - Parameter isAlways: false where the words around it go from left to right.
  static func apart(_ text: String, isAlways: Bool = true) -> String {
    let plain = text.unicodeScalars.filter { !$0.isControl || $0 == "\n" }
    let scalars = plain.filter { !(0x202A...0x202E ~= $0.value || 0x2066...0x2069 ~= $0.value) }
    let text = String(String.UnicodeScalarView(scalars))
    let isTurned = scalars.contains { 0x590...0x8FF ~= $0.value || 0xFB1D...0xFEFC ~= $0.value }
    return isAlways || isTurned ? "\u{2068}\(text)\u{2069}" : text
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || 0x7F...0x9F ~= value }
}
