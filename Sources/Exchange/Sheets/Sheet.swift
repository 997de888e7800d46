/// A table as a file holds it: a header and rows of text.
package struct Sheet {
  package var header: [String]
  package var rows: Rows
  package var encoding: SheetEncoding

  package struct Row: Hashable, Sendable {
    /// As the spreadsheet counts: the header is row 1, and a cell of several lines is one row.
    package var number: Int
    /// Nil where a cell cannot be decoded.
    package var cells: [String?]
  }

  /// The rows with any text in them.
  ///
  /// The file is kept, and each row is read when it is asked for: as text in cells a long sheet is
  /// three times as large.
  package struct Rows: RandomAccessCollection {
    private let content: ArraySlice<UInt8>
    private let decoder: CellDecoder
    private var places: [Place] = []

    private struct Place {
      let position: Int
      let number: Int
    }

    /// - Parameter content: the file without its mark; its header was read.
    init(_ content: ArraySlice<UInt8>, _ decoder: CellDecoder) {
      self.content = content
      self.decoder = decoder
    }

    /// Takes in a row that begins at `position` of the content.
    mutating func append(at position: Int, _ number: Int) {
      places.append(Place(position: position, number: number))
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { places.count }

    package subscript(index: Int) -> Row {
      let place = places[index]
      var reader = RecordReader(content, at: place.position)
      // It was read once, so it can be read again.
      let record = (try? reader.next()).flatMap(\.self) ?? []
      return Row(
        number: place.number, cells: record.map { decoder.text($0).map(FormulaGuard.removed) })
    }
  }
}
