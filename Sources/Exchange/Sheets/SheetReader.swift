import Casework

/// How a file is to be read.
package struct SheetOptions: Sendable {
  /// Nil to find it.
  package var encoding: SheetEncoding?
  /// The sheet of a workbook, by its name; nil for the only one, or the first that has rows.
  package var sheet: String?
  /// How many columns of a row are known as headers, by which the row of the headers is found.
  package var known: (@Sendable ([String]) -> Int)?

  package init(
    encoding: SheetEncoding? = nil, sheet: String? = nil,
    known: (@Sendable ([String]) -> Int)? = nil
  ) {
    self.encoding = encoding
    self.sheet = sheet
    self.known = known
  }
}

/// Reads text in columns, or a workbook, into a sheet.
package enum SheetReader {
  /// The largest file read, in bytes.
  package static let largest = 256 * 1_048_576

  /// - Parameter bytes: the whole file.
  /// - Throws: what is wrong with the file as a whole; a cell that cannot be decoded is left to
  ///   the row it stands in. Rows without any text are passed over but counted.
  package static func read(
    _ bytes: [UInt8], _ options: SheetOptions = SheetOptions()
  ) throws(SheetProblem) -> Sheet {
    guard bytes.count <= largest else { throw .tooLarge(megabytes: largest / 1_048_576) }
    if let other = OtherFormat(bytes) { throw .otherFormat(other.rawValue) }
    if WorkbookReader.isOne(bytes) { return try WorkbookReader(bytes).sheet(options) }
    let text = try SheetTextReader.read(bytes, options.encoding)
    return try sheet(of: text.table, .text(text.encoding), from: text.start, options)
  }

  /// The sheets of a workbook by their names; none of any other file.
  package static func sheets(of bytes: [UInt8]) -> [String] {
    guard WorkbookReader.isOne(bytes) else { return [] }
    return (try? WorkbookReader(bytes))?.names ?? []
  }

  /// - Parameter encoding: nil to find it.
  package static func read(
    _ bytes: [UInt8], encoding: SheetEncoding?
  ) throws(SheetProblem) -> Sheet {
    try read(bytes, SheetOptions(encoding: encoding))
  }

  static func sheet(
    of table: TableText, _ source: Sheet.Source, from start: SheetTextReader.Start,
    _ options: SheetOptions
  ) throws(SheetProblem) -> Sheet {
    let header = try HeaderSearch(table, from: start).header(options.known)
    var rows = Sheet.Rows(table)
    var reader = RecordReader(
      table.content, separator: table.separator, at: header.end, after: header.row)
    var position = reader.position
    let marksStarts =
      header.cells.first.map { SheetWords.words("record.start").contains($0.trimmed) } ?? false
    while let record = try reader.next() {
      defer { position = reader.position }
      // More than one are as good as all, and most rows begin with some.
      let filled = record.lazy.filter { table.cell($0)?.hasText != false }.prefix(2).count
      guard filled > 0 else { continue }
      rows.append(at: position, reader.row, isSingle: filled == 1)
      if marksStarts, record.first.flatMap(table.cell)?.hasText != true { rows.continueRecord() }
    }
    return Sheet(header: header.cells, headerRow: header.row, rows: rows, source: source)
  }
}

/// Files that are no table, told by how they begin.
enum OtherFormat: String {
  case xls, pdf, html

  init?(_ bytes: [UInt8]) {
    let begin = bytes.prefix(256).drop { $0 <= 0x20 || $0 >= 0x80 }
    let text = String(decoding: begin, as: UTF8.self).lowercased()
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .xls
    } else if text.hasPrefix("%pdf") {
      self = .pdf
    } else if ["<!doctype html", "<html", "<table", "<?xml"].contains(where: text.hasPrefix) {
      self = .html
    } else {
      return nil
    }
  }
}

extension String {
  /// Whether anything in it can be seen: a file of DOS ends with a sign that is none.
  var hasText: Bool {
    unicodeScalars.contains {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
  }
}
