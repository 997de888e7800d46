/// Between which characters a line may be broken, by the Japanese rules for line ends.
///
/// The lists are those of JIS X 4051 as word processors apply them in their strict setting, with
/// the half-width forms.
enum Kinsoku {
  /// How many units at most go down to the next line so that a rule is kept.
  static let mostPushed = 4

  private static let neverFirst = Set(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー」』）〕］｝〉》】〙〗〟’”»)]}〜…‥%％℃"
      + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､･｣ﾞﾟｰｧｨｩｪｫｬｭｮｯ")
  /// Not first after a letter; after a blank they may start a word, as in `.net`.
  private static let neverFirstAfterText = Set(",.:;?!")
  private static let neverLast = Set("「『（〔［｛〈《【〘〖〝‘“«([{¥￥$＄№｢")
  /// Drawn as one line or one row of dots when doubled.
  private static let doubled = Set("…‥—―")
  private static let counters = Set("年月日時分秒人件名歳才回円%％℃")

  static func mayBreak(between last: Character, and first: Character) -> Bool {
    if first.isBlank || neverFirst.contains(first) { return false }
    if last.isBlank { return true }
    return !neverFirstAfterText.contains(first) && !neverLast.contains(last)
  }

  /// Whether two characters are part of one word, number or sign, which is cut only where it is
  /// longer than a whole line.
  static func isOneUnit(_ last: Character, _ first: Character) -> Bool {
    if last.isBlank || first.isBlank { return last.isBlank && first.isBlank }
    if !last.isWrittenWithoutSpaces && !first.isWrittenWithoutSpaces { return true }
    if last.isDigit { return first.isDigit || counters.contains(first) }
    return last == first && doubled.contains(last)
  }
}

extension Character {
  var isBlank: Bool { isWhitespace }

  /// A digit as people count with it, half or full width, or the 〇 that stands for one.
  fileprivate var isDigit: Bool { isWholeNumber && !isWrittenKanji || self == "〇" }

  private var isWrittenKanji: Bool { unicodeScalars.first?.properties.isIdeographic == true }

  /// Whether lines may be broken before and after it without a blank: East Asian script and
  /// punctuation, emoji.
  fileprivate var isWrittenWithoutSpaces: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    switch scalar.value {
    case ..<0x2000: return 0x1100...0x11FF ~= scalar.value
    case 0x2010...0x203B, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      return true
    default: return scalar.properties.isEmojiPresentation
    }
  }
}
