package import Casework
package import Labels
import Wording

/// Writes records as comma-separated text that people and this program read alike.
///
/// RFC 4180 with every cell in quotes, CRLF, labels in the language of the words; a cell that a
/// spreadsheet would run as a formula begins with an apostrophe, which the import takes off again.
package struct CSVWriter {
  /// What tells Excel that a file is UTF-8; at its very beginning.
  package static let byteOrderMark = "\u{FEFF}"

  private let columns: [FieldFacts]
  private let kind: RecordKind
  private let words: Words
  private let hasOwnNumber: Bool

  /// - Parameter columns: in their order; the record's number comes first where it is no field.
  package init(_ kind: RecordKind, columns: [FieldFacts], words: Words) {
    self.kind = kind
    self.columns = columns
    self.words = words
    hasOwnNumber = RecordDescription.of(kind)[\Case.number] != nil
  }

  /// The line of the labels.
  package var header: String {
    let labels = columns.map { ValueText(words).label(of: $0, in: kind) }
    return Self.line(hasOwnNumber ? labels : [words("export.number")] + labels)
  }

  /// The line of a record.
  package func line(_ card: Card) -> String {
    let texts = columns.map { ValueText(words).text(card.shown($0.name), of: $0.shape) }
    return Self.line(hasOwnNumber ? texts : [card.number] + texts)
  }

  /// Any cells as a line.
  package static func line(_ cells: [String]) -> String { line(cells.map(CSVCell.text)) }

  static func line(_ cells: [CSVCell]) -> String {
    cells.map(\.quoted).joined(separator: ",") + "\r\n"
  }
}

/// A cell of comma-separated text.
enum CSVCell {
  /// Whatever somebody wrote: kept from being run as a formula.
  case text(String)
  /// Digits that this program made, perhaps with a minus in front: as they are.
  case number(String)

  fileprivate var quoted: String {
    switch self {
    case .text(let text): "\"\(FormulaGuard.added(text).doublingQuotes)\""
    case .number(let digits): digits
    }
  }
}

extension String {
  fileprivate var doublingQuotes: String {
    utf8.contains(UInt8(ascii: "\""))
      ? split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") : self
  }
}
