/// Reads the bytes of a file as text in columns: how it is encoded, and what stands between the cells.
enum SheetTextReader {
  /// Where the first record begins.
  struct Start {
    var position: Int
    /// The rows above it.
    var row = 0
  }

  static func read(
    _ bytes: [UInt8], _ chosen: SheetEncoding?
  ) throws(SheetProblem) -> (table: TableText, encoding: SheetEncoding, start: Start) {
    let (content, encoding) = try decoded(bytes[...], chosen)
    let decoder = try CellDecoder(encoding)
    let (separator, start) = separator(of: content)
    let table = TableText(
      content: content, decoder: decoder, separator: separator, isGuarded: true)
    return (table, encoding, start)
  }

  // MARK: Encoding

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, _ chosen: SheetEncoding?
  ) throws(SheetProblem) -> (ArraySlice<UInt8>, SheetEncoding) {
    let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: utf8Mark), chosen ?? .utf8 == .utf8 {
      return (bytes.dropFirst(utf8Mark.count), .utf8)
    }
    if chosen ?? .utf16 == .utf16, let text = try utf16(bytes, isTold: chosen != nil) {
      return (text, .utf16)
    }
    if chosen ?? .iso2022JP == .iso2022JP,
      let text = ISO2022Text.eucJP(bytes, isTold: chosen != nil)
    {
      return (text[...], .iso2022JP)
    }
    // Zero bytes here and there were left by some export, and are left to their rows; more are no text.
    let sample = bytes.prefix(4096)
    if sample.count(where: { $0 == 0 }) * 100 > sample.count { throw .notText }
    if let chosen { return (bytes, chosen) }
    return (bytes, try EncodingSearch.encoding(of: bytes))
  }

  /// The text in UTF-8 where it is in UTF-16, by its mark or by the zeros beside its ASCII.
  private static func utf16(
    _ bytes: ArraySlice<UInt8>, isTold: Bool
  ) throws(SheetProblem) -> ArraySlice<UInt8>? {
    let isLittle: Bool
    if bytes.starts(with: [0xFF, 0xFE]) {
      isLittle = true
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      isLittle = false
    } else {
      let sample = Array(bytes.prefix(4096))
      let zeros = [0, 1].map { odd in
        stride(from: odd, to: sample.count, by: 2).count { sample[$0] == 0 }
      }
      let most = sample.count / 10
      guard isTold || zeros[0] > most && zeros[1] == 0 || zeros[1] > most && zeros[0] == 0 else {
        return nil
      }
      isLittle = zeros[1] >= zeros[0]
    }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? other << 8 | one : one << 8 | other
    }
    guard bytes.count.isMultiple(of: 2) else { throw .notText }
    // What is broken becomes U+FFFD, and is left to its row.
    return Array(String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self).utf8)[...]
  }

  // MARK: Separator

  private static let separators = [",", ";", "\t"].map { UInt8(ascii: $0) }

  /// As a first line `sep=;` says, which Excel reads and does not show; else the sign by which the first
  /// records have most cells.
  private static func separator(of content: ArraySlice<UInt8>) -> (UInt8, Start) {
    let first = content.prefix { $0 != 0x0A && $0 != 0x0D }
    let told = Array("sep=".utf8)
    if first.count == told.count + 1, first.map({ $0 | 0x20 }).starts(with: told),
      let separator = first.last
    {
      var start = first.endIndex
      if content.indices.contains(start), content[start] == 0x0D { start += 1 }
      if content.indices.contains(start), content[start] == 0x0A { start += 1 }
      return (separator, Start(position: start, row: 1))
    }
    let start = Start(position: content.startIndex)
    let likeness = separators.map { evenness(of: content, by: $0) }
    // Of two that are as good, the one that comes first.
    let best = likeness.indices.max {
      likeness[$0] < likeness[$1] || likeness[$0] == likeness[$1] && $0 > $1
    }
    return (best.map { separators[$0] } ?? RecordReader.comma, start)
  }

  /// How many of the first records have as many cells as most have, and how many cells.
  ///
  /// What stands between cells does so in every row, also in that of the headers; a sign within texts
  /// comes more often, and in some rows only.
  private static func evenness(
    of content: ArraySlice<UInt8>, by separator: UInt8
  ) -> Evenness {
    var reader = RecordReader(content.prefix(65_536), separator: separator)
    var counts: [Int: Int] = [:]
    var records = 0
    while records < 20, let record = (try? reader.next()) ?? nil {
      guard record.contains(where: { !$0.isEmpty }) else { continue }
      records += 1
      if record.count > 1 { counts[record.count, default: 0] += 1 }
    }
    return counts.map { Evenness(records: $0.value, cells: $0.key) }.max()
      ?? Evenness(records: 0, cells: 0)
  }

  private struct Evenness: Comparable {
    let records: Int
    let cells: Int

    static func < (one: Self, other: Self) -> Bool {
      (one.records, one.cells) < (other.records, other.cells)
    }
  }
}

extension UInt8 {
  fileprivate init(ascii text: String) { self = text.utf8.first ?? 0 }
}
