import Casework

/// A telephone number as a spreadsheet leaves it that took it for a number.
enum PhoneText {
  enum Reading: Equatable {
    case asWritten
    /// With the zero that it began with.
    case mended(String)
    /// 9.01235E+09: the last digits are gone.
    case rounded
  }

  /// Ten digits that begin as mobile telephones do behind their zero have lost it.
  ///
  /// Nine may be a telephone in Tokyo, and one abroad as well.
  static func read(_ text: String) -> Reading {
    let plain = JapaneseDigits.toASCII(text).uppercased()
    if plain.contains("E+"), plain.allSatisfy({ $0.isNumber || ".E+".contains($0) }) {
      return .rounded
    }
    let parts = plain.split { "/、,;".contains($0) || $0.isWhitespace }.map { part in
      part.hasSuffix(".0") ? String(part.dropLast(2)) : String(part)
    }
    guard !parts.isEmpty, parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return .asWritten }
    let mended = parts.map { part in
      part.count == 10 && ["70", "80", "90"].contains(part.prefix(2)) ? "0\(part)" : part
    }
    return mended == parts ? .asWritten : .mended(mended.joined(separator: " / "))
  }

  private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }
}
