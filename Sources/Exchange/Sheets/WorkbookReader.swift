import CSheets
import Casework
import Wording

/// Reads a sheet of a workbook, XLSX or ODS, as the text of a table.
@safe final class WorkbookReader {
  private let reader: OpaquePointer
  /// What the reader looks into.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// How a file of Excel or of LibreOffice (a ZIP archive) begins.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  init(_ file: [UInt8]) throws(SheetProblem) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = unsafe bytes.initialize(from: file)
    var fault = SHEETS_READ
    guard let reader = unsafe sheets_read_open(bytes.baseAddress, bytes.count, &fault) else {
      unsafe bytes.deallocate()
      throw SheetProblem(fault)
    }
    unsafe self.reader = reader
    unsafe self.bytes = bytes
  }

  deinit {
    unsafe sheets_read_close(reader)
    unsafe bytes.deallocate()
  }

  /// The sheet that is meant: the one of the name, else the one that has rows with these headers.
  func sheet(_ options: SheetOptions) throws(SheetProblem) -> Sheet {
    let shown = unsafe (0..<Int(sheets_read_count(reader))).filter {
      unsafe sheets_read_is_shown(reader, Int32($0))
    }
    if let name = options.sheet {
      let key = LabelFolding.key(name)
      let all = 0..<Int(unsafe sheets_read_count(reader))
      guard
        let index = all.first(where: { self.name($0) == name })
          ?? all.first(where: { LabelFolding.key(self.name($0)) == key })
      else { throw .noSuchSheet(name, shown.map(self.name)) }
      return try sheet(index, options)
    }
    // Only one is kept: a workbook may have a thousand.
    var first: Sheet?
    var fitting: Sheet?
    var names: [String] = []
    for index in shown {
      do throws(SheetProblem) {
        let sheet = try sheet(index, options)
        if options.known?(sheet.header) ?? 0 > 1, !sheet.rows.isEmpty {
          names.append(name(index))
          if fitting == nil { (fitting, first) = (sheet, nil) }
        } else if first == nil, fitting == nil {
          first = sheet
        }
      } catch SheetProblem.empty {
        continue
      }
    }
    guard names.count < 2 else { throw .whichSheet(names) }
    guard let sheet = fitting ?? first else { throw .empty }
    return sheet
  }

  /// The sheets that are seen, by their names.
  var names: [String] {
    unsafe (0..<Int(sheets_read_count(reader))).filter {
      unsafe sheets_read_is_shown(reader, Int32($0))
    }.map(name)
  }

  private func name(_ index: Int) -> String {
    unsafe String(cString: sheets_read_name(reader, Int32(index)))
  }

  private func sheet(_ index: Int, _ options: SheetOptions) throws(SheetProblem) -> Sheet {
    let lines = Lines()
    let fault = unsafe sheets_read_cells(
      reader, Int32(index),
      { context, row, column, text, length in
        guard let context = unsafe context, let text = unsafe text else { return false }
        let lines = unsafe Unmanaged<Lines>.fromOpaque(context).takeUnretainedValue()
        let cell = unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: length))
        return lines.append(cell, row: Int(row), column: Int(column))
      }, Unmanaged.passUnretained(lines).toOpaque())
    guard fault == SHEETS_READ else { throw SheetProblem(fault) }
    let table = TableText(
      content: lines.bytes[...], decoder: .utf8, separator: RecordReader.comma, isGuarded: false)
    return try SheetReader.sheet(
      of: table, .workbook(sheet: name(index)), from: SheetTextReader.Start(position: 0), options)
  }

  /// The cells as comma-separated text, in which a row of the sheet is a record.
  private final class Lines {
    private(set) var bytes: [UInt8] = []
    private var row = 0
    private var column = 0
    /// What the cells of a sheet and the signs between them may come to: twice that is needed while it
    /// grows, and a second sheet is looked at beside it.
    private static let longest = SheetReader.largest / 6

    func append(_ cell: [UInt8], row: Int, column: Int) -> Bool {
      guard bytes.count < Self.longest else { return false }
      if row > self.row {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: row - self.row))
        (self.row, self.column) = (row, 0)
      }
      bytes.append(contentsOf: repeatElement(RecordReader.comma, count: column - self.column))
      self.column = column
      bytes.append(UInt8(ascii: "\""))
      if cell.contains(UInt8(ascii: "\"")) {
        bytes += cell.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
      } else {
        bytes += cell
      }
      bytes.append(UInt8(ascii: "\""))
      return true
    }
  }
}

extension SheetProblem {
  fileprivate init(_ fault: sheets_fault) {
    switch fault {
    case SHEETS_NO_LIBRARY: self = .workbooksUnread
    case SHEETS_NO_WORKBOOK: self = .noWorkbook
    case SHEETS_TOO_LARGE: self = .tooLarge(megabytes: SheetReader.largest / 1_048_576)
    default: self = .brokenWorkbook
    }
  }
}

extension Sheet.Source {
  var sheetName: String? { if case .workbook(let name) = self { name } else { nil } }
}
