package import Casework
package import Labels
import Wording

/// Records as a workbook: a header that stays in sight and a row for each, in the words of a language.
///
/// Numbers and days are numbers and days; everything else is text. Where a sheet is full, another one
/// goes on.
package final class ListWorkbook {
  private let book: Workbook
  private let columns: [FieldFacts]
  private let kind: RecordKind
  private let words: Words
  private let texts: ValueText
  private let hasOwnNumber: Bool
  private let mostRows: Int
  private var sheet: Workbook.Sheet?
  private var row = 0

  /// - Parameters:
  ///   - columns: in their order; the record's number comes first where it is no field.
  ///   - made: the moment it was read, in seconds since 1970.
  ///   - mostRows: a test may have smaller sheets.
  package init(
    _ path: String, partsIn folder: String, _ kind: RecordKind, columns: [FieldFacts],
    words: Words, author: String, made: Int64, mostRows: Int = Workbook.mostRows
  ) throws(Workbook.Failure) {
    book = try Workbook(
      path, partsIn: folder, inOrder: true, title: words("kind.\(kind.rawValue).plural"),
      author: author, made: made)
    self.kind = kind
    self.columns = columns
    self.words = words
    self.mostRows = mostRows
    texts = ValueText(words)
    hasOwnNumber = RecordDescription.of(kind)[\Case.number] != nil
  }

  /// Adds the row of a record.
  package func append(_ card: Card) {
    let sheet = self.sheet.flatMap { row < mostRows ? $0 : nil } ?? begin()
    if !hasOwnNumber { sheet.text(card.number, row, 0) }
    for (index, field) in columns.enumerated() {
      write(card.shown(field.name), of: field, in: sheet, index + (hasOwnNumber ? 0 : 1))
    }
    row += 1
  }

  private func write(
    _ value: FieldValue, of field: FieldFacts, in sheet: Workbook.Sheet, _ column: Int
  ) {
    switch value {
    case .number(let number):
      // Plain digits: a number may be a year or a count.
      sheet.value(Double(number), row, column, CellStyle(isNumber: true))
    case .date(let date) where date.dayNumber + Self.firstDay > 60:
      sheet.value(
        Double(date.dayNumber + Self.firstDay), row, column, CellStyle(number: "yyyy-mm-dd"))
    default: sheet.text(texts.text(value, of: field.shape), row, column)
    }
  }

  /// What a spreadsheet calls 1970-01-01; up to its day 60 it counts a day that never was.
  private static let firstDay = 25_569

  /// Begins a sheet with its header.
  private func begin() -> Workbook.Sheet {
    finishSheet()
    let sheet = book.addSheet(words("kind.\(kind.rawValue).plural"))
    let labels = columns.map { texts.label(of: $0, in: kind) }
    for (column, label) in ((hasOwnNumber ? [] : [words("export.number")]) + labels).enumerated() {
      sheet.text(label, 0, column, .header)
    }
    for (column, width) in ((hasOwnNumber ? [] : [10]) + columns.map(\.sheetWidth)).enumerated() {
      sheet.width(column, width)
    }
    sheet.freeze(1, 0)
    sheet.paper(landscape: true)
    row = 1
    self.sheet = sheet
    return sheet
  }

  private func finishSheet() {
    sheet?.filter(from: 0, to: row - 1, columns: columns.count + (hasOwnNumber ? 0 : 1))
  }

  /// Writes the file; without a record it is the header alone.
  package func close() throws(Workbook.Failure) {
    if sheet == nil { _ = begin() }
    finishSheet()
    try book.close()
  }
}

extension FieldFacts {
  /// In digits of the font.
  fileprivate var sheetWidth: Double {
    switch shape {
    case .number, .flag, .time: 10
    case .date: 12
    case .instant: 18
    case .longText: 48
    case .text, .choice, .choices, .reference: 22
    }
  }
}
