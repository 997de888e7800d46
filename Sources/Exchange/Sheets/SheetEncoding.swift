/// How the text of a sheet is encoded.
package enum SheetEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// Windows code page 932, what Excel in Japan writes as CSV.
  case cp932

  /// The encoding of a whole file: UTF-8 where it is valid, else CP932.
  ///
  /// A file that is wholly neither is taken for what its first line is.
  static func found(in bytes: ArraySlice<UInt8>) throws(SheetProblem) -> SheetEncoding {
    if isUTF8(bytes) { return .utf8 }
    if try CP932Decoder().text(bytes) != nil { return .cp932 }
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return isUTF8(header) && header.contains { $0 >= 0x80 } ? .utf8 : .cp932
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}

/// Turns the bytes of a cell into text.
enum CellDecoder {
  case utf8
  case cp932(CP932Decoder)

  init(_ encoding: SheetEncoding) throws(SheetProblem) {
    switch encoding {
    case .utf8: self = .utf8
    case .cp932: self = .cp932(try CP932Decoder())
    }
  }

  /// Nil where the bytes are not valid.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .cp932(let decoder): decoder.text(bytes)
    }
  }
}
