/// A table as a file holds it: a header and rows of text.
package struct Sheet: Sendable {
  package var header: [String]
  /// The row of the header, as the spreadsheet counts.
  package var headerRow: Int
  package var rows: Rows
  package var source: Source

  /// What was read, which a report names: where it was taken for something else, names are nonsense.
  package enum Source: Hashable, Sendable {
    case text(SheetEncoding)
    /// A sheet of a workbook, by its name.
    case workbook(sheet: String)
  }

  package struct Row: Hashable, Sendable {
    /// As the spreadsheet counts: the first row is 1, and a cell of several lines is one row.
    package var number: Int
    /// Nil where a cell cannot be decoded.
    package var cells: [String?]
    /// Whether nothing but rows of one cell comes after it, and a row without any text before them.
    package var isBelowTable = false
    /// Where a record has several rows, the cells of its first, in any but the first: 氏名 stands there
    /// alone.
    package var lead: [String?]?

    package init(number: Int, cells: [String?]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The rows with any text in them.
  ///
  /// The file is kept, and each row is read when it is asked for: as text in cells a long sheet is
  /// three times as large.
  package struct Rows: RandomAccessCollection, Sendable {
    private let table: TableText
    private var places: [Place] = []
    /// How many of the first places belong to the table itself.
    private var tableEnd = 0

    /// The first row of the record that a row goes on with, by the index of the row that does.
    private var leads: [Int: Int] = [:]

    struct Place: Sendable {
      let position: Int
      let number: Int
    }

    init(_ table: TableText) { self.table = table }

    /// Takes in a row that begins at `position` of the text.
    mutating func append(at position: Int, _ number: Int, isSingle: Bool) {
      // What follows a blank row and has more than one cell is of the table.
      let isNext = number == (places.last?.number ?? number - 1) + 1
      if !isSingle || isNext && tableEnd == places.count { tableEnd = places.count + 1 }
      places.append(Place(position: position, number: number))
    }

    /// Says that the row taken in last goes on with the record before it.
    mutating func continueRecord() {
      let last = places.count - 1
      if last > 0 { leads[last] = leads[last - 1] ?? last - 1 }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { places.count }

    /// Its number, without reading it.
    package func number(at index: Int) -> Int { places[index].number }

    /// The row that the spreadsheet counts so.
    package func row(numbered number: Int) -> Row? {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle].number < number { low = middle + 1 } else { high = middle }
      }
      return places.indices.contains(low) && places[low].number == number ? self[low] : nil
    }

    package subscript(index: Int) -> Row {
      var row = Row(number: places[index].number, cells: table.cells(at: places[index].position))
      row.isBelowTable = index >= tableEnd
      row.lead = leads[index].map { table.cells(at: places[$0].position) }
      return row
    }
  }
}

/// The text of a table: bytes, and how they are read.
struct TableText: Sendable {
  let content: ArraySlice<UInt8>
  let decoder: CellDecoder
  let separator: UInt8
  /// Whether an apostrophe may stand before what a spreadsheet would run.
  let isGuarded: Bool

  /// The cells of the record that begins there, which can be read since it was read once.
  func cells(at position: Int) -> [String?] {
    var reader = RecordReader(content, separator: separator, at: position)
    return (try? reader.next()).flatMap(\.self)?.map(cell) ?? []
  }

  func cell(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let text = decoder.text(bytes) else { return nil }
    return isGuarded ? FormulaGuard.removed(text) : text
  }
}
