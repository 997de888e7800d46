/// Reads comma-separated text into a sheet.
package enum SheetReader {
  /// The largest file read, in bytes.
  package static let largest = 256 * 1_048_576

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - encoding: nil to find it.
  /// - Throws: what is wrong with the file as a whole; a cell that cannot be decoded is left to
  ///   the row it stands in. Rows without any text are passed over but counted.
  package static func read(
    _ bytes: [UInt8], encoding chosen: SheetEncoding? = nil
  ) throws(SheetProblem) -> Sheet {
    guard bytes.count <= largest else { throw .tooLarge(megabytes: largest / 1_048_576) }
    // A zero byte: a workbook or UTF-16.
    if bytes.prefix(4096).contains(0) || bytes.starts(with: workbookMark) { throw .notText }
    let hasMark = bytes.starts(with: byteOrderMark)
    let content = bytes.dropFirst(hasMark ? byteOrderMark.count : 0)
    let encoding: SheetEncoding
    if let chosen {
      encoding = chosen
    } else if hasMark {
      encoding = .utf8
    } else {
      encoding = try SheetEncoding.found(in: content)
    }
    let decoder = try CellDecoder(encoding)
    var reader = RecordReader(content)
    guard let first = try reader.next() else { throw .empty }
    let header = first.compactMap(decoder.text)
    guard header.count == first.count else { throw .unreadableHeader }
    var rows = Sheet.Rows(content, decoder)
    var position = reader.position
    while let record = try reader.next() {
      defer { position = reader.position }
      guard
        record.contains(where: {
          decoder.text($0).map(FormulaGuard.removed)?.trimmed.isEmpty != true
        })
      else { continue }
      rows.append(at: position, reader.row)
    }
    return Sheet(header: header, rows: rows, encoding: encoding)
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// How a file of Excel (a ZIP archive) begins.
  private static let workbookMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
}
