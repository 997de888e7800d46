/// A table as a file holds it: a header and rows of text.
package struct Sheet: Hashable, Sendable {
  package var header: [String]
  package var rows: [Row]
  package var encoding: SheetEncoding

  package struct Row: Hashable, Sendable {
    /// As the spreadsheet counts: the header is row 1, and a cell of several lines is one row.
    package var number: Int
    /// Nil where a cell cannot be decoded.
    package var cells: [String?]
  }
}
