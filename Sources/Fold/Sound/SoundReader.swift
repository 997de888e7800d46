/// Reads a folded word of any script as signs of sound.
///
/// A sign is a letter of ASCII: most stand for the sound that it stands for in English, capitals for
/// what several languages speak in several ways (J as in English, German or Spanish), digits for
/// vowels that a script writes where nobody speaks any, or which it writes for several.
struct SoundReader {
  private let letters: [Unicode.Scalar]
  private var signs: [UInt8] = []
  private var index = 0

  static func signs(of letters: [Unicode.Scalar]) -> [UInt8] {
    var reader = SoundReader(letters: letters)
    while reader.index < letters.count { reader.readLetter() }
    return reader.signs
  }

  private init(letters: [Unicode.Scalar]) { self.letters = letters }

  private func letter(_ distance: Int) -> Unicode.Scalar? {
    let place = index + distance
    return letters.indices.contains(place) ? letters[place] : nil
  }

  private mutating func readLetter() {
    if letters[index].isASCII, readLatin() { return }
    if readBurmeseClosing() { return }
    let match = SoundTable.letters.longest(in: letters, from: index)
    signs += match?.signs ?? SoundTable.reading(of: letters[index]).flatMap(Self.signs(of:)) ?? []
    index += match?.length ?? 1
  }

  // MARK: Latin

  private static func isVowel(_ letter: Unicode.Scalar?) -> Bool {
    letter.map { "aeiouy".unicodeScalars.contains($0) } ?? false
  }

  private static func isSoft(_ letter: Unicode.Scalar?) -> Bool { letter == "e" || letter == "i" }

  private mutating func add(_ text: String, letters count: Int) -> Bool {
    signs += text.utf8
    index += count
    return true
  }

  /// What depends on what stands beside a letter.
  private mutating func readLatin() -> Bool {
    let (next, before) = (letter(1), letter(-1))
    let isFirst = index == 0
    switch letters[index] {
    case "r":
      // Not spoken in Peter and Martin; Trần is Chan for some.
      let isWeak =
        Self.isVowel(before) && !Self.isVowel(next) || before == "t" && index == 1
      return add(isWeak ? "R" : "r", letters: 1)
    case "g" where next == "u" && Self.isSoft(letter(2)):
      return add("g", letters: 2)
    case "g" where next == "y" && Self.isVowel(letter(2)): return add("7", letters: 2)
    case "g" where Self.isSoft(next): return add("P", letters: 1)
    case "k" where next == "y" && Self.isVowel(letter(2)): return add("6", letters: 2)
    case "n" where next == "g" && !isFirst && Self.isVowel(letter(2)) && letter(2) != "y":
      return add("Ng", letters: 2)
    case "y" where !Self.isVowel(before) && !Self.isVowel(next): return add("i", letters: 1)
    case "x" where !isFirst: return add("ks", letters: 1)
    case "h" where isFirst && next.map { "klmnpstw".unicodeScalars.contains($0) } ?? false:
      return add("", letters: 1)
    case "a" where next == "w" && !Self.isVowel(letter(2)): return add("Aw", letters: 2)
    case "e" where next == nil && index > 1 && !Self.isVowel(before): return add("@", letters: 1)
    default: return false
    }
  }

  // MARK: Burmese

  /// A consonant that is closed: of stops next to nothing is heard, of m, n and ng the nose.
  private mutating func readBurmeseClosing() -> Bool {
    guard letter(1)?.value == 0x103A else { return false }
    switch letters[index].value {
    case 0x1000, 0x1005, 0x1010, 0x1015: return add("9", letters: 2)
    case 0x1004: return add("N", letters: 2)
    case 0x1014, 0x1019: return add("n", letters: 2)
    case 0x101A: return add("e", letters: 2)
    case 0x100A, 0x1009: return add("i", letters: 2)
    default: return false
    }
  }
}
