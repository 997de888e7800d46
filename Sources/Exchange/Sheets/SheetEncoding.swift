/// How the text of a sheet is encoded.
package enum SheetEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// Windows code page 932, what Excel in Japan writes as CSV.
  case cp932
  /// With a mark of its order or without, what Excel calls Unicode text.
  case utf16 = "utf-16"
  /// What Excel writes as CSV in Western Europe and America.
  case windows1252 = "windows-1252"
  case eucJP = "euc-jp"
  /// What mail is written in: sequences of the escape sign switch between sets of characters.
  case iso2022JP = "iso-2022-jp"

  /// What the C library calls one that it decodes.
  var systemName: String? {
    switch self {
    case .utf8, .utf16: nil
    case .cp932: "CP932"
    case .windows1252: "CP1252"
    // It is taken in as the same characters without the sequences.
    case .eucJP, .iso2022JP: "EUC-JP-MS"
    }
  }
}

/// Turns the bytes of a cell into text.
enum CellDecoder: Sendable {
  case utf8
  case system(SystemDecoder)

  init(_ encoding: SheetEncoding) throws(SheetProblem) {
    self = if let name = encoding.systemName { .system(try SystemDecoder(name)) } else { .utf8 }
  }

  /// Nil where the bytes are not valid, or hold what stands for what could not be read elsewhere.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let text =
      switch self {
      case .utf8: String(validating: bytes, as: UTF8.self)
      case .system(let decoder): decoder.text(bytes)
      }
    guard let text, !text.unicodeScalars.contains("\u{FFFD}") else { return nil }
    return text
  }
}
