import CSheets

/// A workbook of sheets, written as a file of Office Open XML: the same cells make the same bytes.
///
/// Text is a string whatever it begins with, never a formula.
@safe package final class Workbook {
  /// What cells and charts are written in, where it is installed; else a sheet's own.
  private static let font = "Yu Gothic"
  /// The most rows that a sheet has.
  package static let mostRows = 1_048_576

  private var book: OpaquePointer?
  private var formats: [CellStyle: Int32] = [:]
  private var names: Set<String> = []

  /// The file cannot be written; the number is libxlsxwriter's.
  package struct Failure: Error {
    package let code: Int
  }

  /// Begins a workbook that becomes the file `path`.
  ///
  /// - Parameters:
  ///   - folder: where unfinished parts lie, which are files without a name.
  ///   - inOrder: rows come one after the other and go to the disk at once, without charts: for lists
  ///     of any length.
  ///   - made: the moment it says it was made, in seconds since 1970.
  package init(
    _ path: String, partsIn folder: String, inOrder: Bool = false, title: String, author: String,
    made: Int64
  ) throws(Failure) {
    unsafe book = sheets_open(
      path, folder, inOrder, Self.font, SheetText.plain(title), SheetText.plain(author), made)
    if unsafe book == nil { throw Failure(code: 1) }
  }

  deinit {
    if let book = unsafe book { unsafe sheets_abandon(book) }
  }

  /// Adds a sheet, named as near to `name` as a sheet may be.
  func addSheet(_ name: String) -> Sheet {
    Sheet(book: self, number: unsafe sheets_add_sheet(book, free(name)))
  }

  /// Names of sheets have at most 31 signs, some of which are not allowed, and differ.
  private func free(_ name: String) -> String {
    let allowed = SheetText.plain(name).map { "[]:*?/\\'\n".contains($0) ? " " : $0 }
    for number in 1... {
      let ending = number == 1 ? "" : " (\(number))"
      var kept = String(allowed.prefix(31))
      // Counted as a spreadsheet does.
      while kept.utf16.count + ending.utf16.count > 31 { kept.removeLast() }
      let candidate = kept.trimmed + ending
      if !candidate.isEmpty, names.insert(candidate.lowercased()).inserted { return candidate }
    }
    return name
  }

  fileprivate func format(_ style: CellStyle) -> Int32 {
    if let known = formats[style] { return known }
    func add(_ number: UnsafePointer<CChar>?) -> Int32 {
      var format = unsafe sheets_format(
        size: style.size, bold: style.isBold, wrapped: style.isWrapped, right: style.isNumber,
        indent: Int32(style.indent), colour: style.isMuted ? 0x55636F : 0x16212B,
        fill: style.isHeader ? 0xDCE8F1 : -1, underlined: style.isHeader, number: number)
      return unsafe sheets_add_format(book, &format)
    }
    let made =
      if let number = style.number { unsafe number.withCString { unsafe add($0) } } else {
        add(nil)
      }
    formats[style] = made
    return made
  }

  /// Writes the file.
  package func close() throws(Failure) {
    guard let open = unsafe book else { return }
    unsafe book = nil
    let code = unsafe sheets_close(open)
    if code != 0 { throw Failure(code: Int(code)) }
  }

  /// One sheet; rows and columns count from 0.
  struct Sheet {
    fileprivate let book: Workbook
    fileprivate let number: Int32

    func text(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle = .plain) {
      guard !text.isEmpty || style.isHeader else { return }
      unsafe sheets_text(
        book.book, number, UInt32(row), UInt16(column), SheetText.plain(text), book.format(style))
    }

    func value(_ value: Double, _ row: Int, _ column: Int, _ style: CellStyle) {
      unsafe sheets_number(
        book.book, number, UInt32(row), UInt16(column), value, book.format(style))
    }

    func width(_ column: Int, _ width: Double) {
      unsafe sheets_width(book.book, number, UInt16(column), width)
    }

    func freeze(_ row: Int, _ column: Int) {
      unsafe sheets_freeze(book.book, number, UInt32(row), UInt16(column))
    }

    func paper(landscape: Bool) { unsafe sheets_paper(book.book, number, landscape) }

    func filter(from first: Int, to last: Int, columns: Int) {
      unsafe sheets_filter(book.book, number, UInt32(first), UInt32(last), UInt16(columns))
    }

    func chart(_ chart: WorkbookChart) {
      unsafe chart.withC { unsafe sheets_add_chart(book.book, number, $0) }
    }
  }
}
