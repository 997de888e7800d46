package import Casework
package import Labels
import Wording

/// Writes records as comma-separated text that people and this program read alike.
///
/// RFC 4180 with every cell in quotes, CRLF, labels in the language of the words; a cell that a
/// spreadsheet would run as a formula begins with an apostrophe, which the import takes off again.
package final class CSVWriter: FieldSink {
  /// What tells Excel that a file is UTF-8; at its very beginning.
  package static let byteOrderMark = "\u{FEFF}"

  package let wantsNames = true
  private let columns: [FieldFacts]
  private let kind: RecordKind
  private let words: Words
  private let hasOwnNumber: Bool
  private var cells: CellBytes
  private var output: BufferedOutput
  /// Room for what has no text of its own in the store, before it is put in quotes.
  private var room: [UInt8] = []

  /// - Parameters:
  ///   - columns: in their order; the record's number comes first where it is no field.
  ///   - write: is given the lines, many at a time.
  package init(
    _ kind: RecordKind, columns: [FieldFacts], words: Words,
    to write: @escaping ([UInt8]) throws -> Void
  ) {
    self.kind = kind
    self.columns = columns
    self.words = words
    hasOwnNumber = RecordDescription.of(kind)[\Case.number] != nil
    cells = CellBytes(columns, words)
    output = BufferedOutput(write)
  }

  /// The line of the labels.
  package var header: String {
    let labels = columns.map { ValueText(words).label(of: $0, in: kind) }
    return Self.line(hasOwnNumber ? labels : [words("export.number")] + labels)
  }

  /// Any cells as a line.
  package static func line(_ cells: [String]) -> String { line(cells.map(CSVCell.text)) }

  static func line(_ cells: [CSVCell]) -> String {
    cells.map(\.quoted).joined(separator: ",") + "\r\n"
  }

  package func begin(number: Span<UInt8>) {
    if !hasOwnNumber { CSVCell.append(number, to: &output.bytes) }
  }

  package func text(_ column: Int, _ text: Span<UInt8>) {
    separate(column)
    CSVCell.append(text, to: &output.bytes)
  }

  package func code(_ column: Int, _ index: Int) {
    separate(column)
    let words = cells.code(column, index)
    CSVCell.append(words.span, to: &output.bytes)
  }

  package func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>
  ) {
    separate(column)
    var cell = takeRoom()
    cells.append(column, address, number: number, title: title, reading: reading, to: &cell)
    CSVCell.append(cell.span, to: &output.bytes)
    room = cell
  }

  package func value(_ column: Int, _ value: FieldValue) {
    separate(column)
    var cell = takeRoom()
    cells.append(column, value, to: &cell)
    CSVCell.append(cell.span, to: &output.bytes)
    room = cell
  }

  package func end(_ card: () throws -> Card) throws {
    output.bytes += "\r\n".utf8
    try output.writeIfMuch()
  }

  /// Writes what is left.
  package func finish() throws { try output.write() }

  /// The room, empty and nobody else's until it is given back.
  private func takeRoom() -> [UInt8] {
    var cell: [UInt8] = []
    swap(&cell, &room)
    cell.removeAll(keepingCapacity: true)
    return cell
  }

  private func separate(_ column: Int) {
    if column > 0 || !hasOwnNumber { output.bytes.append(UInt8(ascii: ",")) }
  }
}
