/// Text as a cell of a workbook may hold it.
enum SheetText {
  /// The most a cell holds, counted as a spreadsheet does.
  static let longest = 32_767

  /// Without what XML cannot say and without what turns the direction of the text around it.
  static func plain(_ text: String) -> String {
    var result = ""
    var length = 0
    for scalar in text.unicodeScalars where !isForbidden(scalar) {
      length += scalar.value > 0xFFFF ? 2 : 1
      guard length <= longest else { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default:
      scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
    }
  }
}
