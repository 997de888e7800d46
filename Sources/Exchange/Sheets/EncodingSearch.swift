/// Finds out how a file is encoded.
///
/// Nearly every text is valid in several encodings, and in all but one it is nonsense: `Hélène` of Western
/// Europe is `H駘鈩e` in Japan. So an encoding is taken where what it says is plausible, and where none
/// is, the person is asked.
enum EncodingSearch {
  /// - Throws: `unclearEncoding`.
  static func encoding(of bytes: ArraySlice<UInt8>) throws(SheetProblem) -> SheetEncoding {
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    // Enough to know by; a file of any length is looked at once only.
    let sample = bytes.prefix(1_048_576)
    if isMostlyUTF8(sample) { return .utf8 }
    let japanese = JapaneseBytes.cp932(sample)
    let unix = JapaneseBytes.eucJP(sample)
    let western = WesternBytes(sample)
    let isWestern = western.isPlausible && western.invalid == 0
    switch (japanese.isPlausible(), unix.isPlausible(needsKana: true), isWestern) {
    case (true, true, _):
      if japanese.score > unix.score * 2 { return .cp932 }
      if unix.score > japanese.score * 2 { return .eucJP }
    case (true, false, false): return .cp932
    case (false, true, false): return .eucJP
    case (false, false, true): return .windows1252
    default: break
    }
    throw .unclearEncoding
  }

  /// Whether single characters are broken in UTF-8; each of them is left to its row.
  private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let broken = text.count { $0 == "\u{FFFD}" }
    let whole = text.count { $0.value >= 0x80 } - broken
    return whole >= broken * 2
  }
}

/// What a text would be as Windows of Western Europe writes it.
struct WesternBytes {
  /// Letters with an accent in words that have letters of ASCII too, as names have.
  private var letters = 0
  /// Signs that are set by hand or by a word processor.
  private var signs = 0
  /// What stands where no such letter would.
  private var odd = 0
  private(set) var invalid = 0
  /// Of the word that is read.
  private var plain = 0
  private var accented = 0

  init(_ bytes: ArraySlice<UInt8>) {
    var before: UInt8 = 0
    for byte in bytes {
      read(byte, after: before)
      before = byte
    }
    endWord()
  }

  var isPlausible: Bool { odd == 0 && letters + signs > 0 }

  private mutating func read(_ byte: UInt8, after before: UInt8) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: plain += 1
    case 0..<0x80: endWord()
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: invalid += 1
    // Ğ İ Ş ğ ı ş of Turkey stand in the places of letters of Iceland alone.
    case 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE: odd += 1
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF:
      // A capital behind a small letter: the small é of a Macintosh.
      let isCapital = byte < 0x90 || (0xC0...0xDE).contains(byte)
      if isCapital, (0x61...0x7A).contains(before) { odd += 1 }
      accented += 1
    case 0x80, 0x85, 0x91...0x97, 0xA0, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB:
      signs += 1
      endWord()
    default: odd += 1
    }
  }

  /// A word of accents alone is one of another alphabet, but for à, è, ó and the like.
  private mutating func endWord() {
    if accented > plain, accented > 1 { odd += accented } else { letters += accented }
    (plain, accented) = (0, 0)
  }
}
