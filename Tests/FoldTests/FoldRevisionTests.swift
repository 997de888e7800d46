import Fold
import Testing

/// Stores keep folded texts: another folding must have another revision, so that they are folded
/// anew.
@Suite struct `The folding's revision` {
  /// What each revision folds texts to.
  ///
  /// Where the test fails, raise `Fold.revision` and write the
  /// digest down beside the new number.
  static let digests: [Int: String] = [1: "98038b8b60182fc9", 2: "7c4f10a0368b3049"]

  @Test func `is another where any letter folds or sounds otherwise`() {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ text: String) {
      for byte in (text + "\n").utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for text in Self.texts {
      take(Fold.key(text))
      take(Fold.identity(text))
      take(Fold.soundKeys(ofNames: Fold.key(text)).sorted().joined(separator: " "))
    }
    #expect(String(digest, radix: 16) == Self.digests[Fold.revision])
  }

  /// The letters of the first two planes, three beside each other, and words in which several rules
  /// meet; hangul and the surrogates have no rule.
  private static let texts =
    [0x20...0xABFF, 0xF900...0xFFFD, 0x1_0000...0x1_FBFF]
    .flatMap(letters) + words

  private static let words = [
    "Satou Hassan", "サトウ・ッァー", "ヴァイオリン", "O'Brien-Smith 090-1234", "Əliyev Щукин",
    "ﾀﾅｶ ｶﾞ", "٠١٢ ۳ ၄", "بنت عبد الرحمن", "မောင်", "渡邊齋藤髙橋", "Straße ŒUVRE ĳ", "aaa ouou",
  ]

  private static func letters(_ range: ClosedRange<UInt32>) -> [String] {
    stride(from: range.lowerBound, through: range.upperBound, by: 3).map { start in
      let scalars = (start..<start + 3).compactMap(Unicode.Scalar.init)
      let assigned = scalars.filter { $0.properties.generalCategory != .unassigned }
      return assigned.map(String.init).joined(separator: " ")
    }
  }
}
