extension Fold {
  /// The keys by which folded names are found by how they sound, of every script: each line of them,
  /// its words, what two neighbours make together and all.
  package static func soundKeys(ofNames names: String) -> Set<String> {
    units(names).reduce(into: []) { keys, unit in keys.formUnion(unit.keys) }
  }

  /// The keys of a folded word that somebody typed; empty where it says too little to be heard.
  package static func soundKeys(ofWord word: String) -> Set<String> {
    guard isHearable(word) else { return [] }
    return sounds(Array(word.unicodeScalars)).reduce(into: []) { $0.formUnion($1.keys) }
  }

  /// Whether a folded word may be one of the folded names as it is spoken.
  package static func isHeard(_ word: String, in names: String) -> Bool {
    guard isHearable(word) else { return false }
    let typed = sounds(Array(word.unicodeScalars))
    return units(names).contains { unit in typed.contains { $0.isHeard(as: unit) } }
  }

  /// Whether two folded names may be spoken alike: each word of the shorter one is heard in another
  /// word of the longer one, in any order, which has one word more at most; or all words together.
  package static func areHeardAlike(_ one: String, _ other: String) -> Bool {
    let heard = [one, other].map { name in heardNames.value(of: name) { HeardName(name) } }
    if heard[0].whole.isHeard(as: heard[1].whole) { return true }
    let names = heard.map(\.words).sorted { $0.count < $1.count }
    var left = names[1]
    // One name of two is no name: many share it.
    guard names[0].count > 1 || names[1].count == 1, names[1].count - names[0].count <= 1 else {
      return false
    }
    return names[0].allSatisfy { sound in
      guard let index = left.firstIndex(where: { sound.isHeard(as: $0) }) else { return false }
      left.remove(at: index)
      return true
    }
  }

  /// A folded name as it is spoken.
  private struct HeardName {
    /// All its words together.
    let whole: Sound
    let words: [Sound]

    init(_ name: String) {
      whole = Sound(name.unicodeScalars.filter { $0 != " " })
      words = name.split(separator: " ").map { Sound(Array($0.unicodeScalars)) }
    }
  }

  /// A name is compared with many.
  private static let heardNames = KeptOfTexts<HeardName>()

  /// Two letters of an alphabet are in half of all names.
  private static func isHearable(_ word: String) -> Bool {
    let letters = word.unicodeScalars
    if letters.contains(where: { (0x30...0x39).contains($0.value) }) { return false }
    return letters.count >= (letters.allSatisfy(\.isASCII) ? 3 : 2)
  }

  private static func units(_ names: String) -> [Sound] {
    var last: Substring = ""
    return names.split(separator: "\n").flatMap { line -> [Sound] in
      // A name that is kept without its blanks as well is what its words make together.
      let isJoined = withoutBlanks(last).elementsEqual(withoutBlanks(line))
      last = line
      let words = line.split(separator: " ").map { Array($0.unicodeScalars) }
        .filter { !$0.contains { (0x30...0x39).contains($0.value) } }
      if isJoined || isJapanese(words) { return [] }
      var units = words
      if words.count > 1 {
        units += zip(words, words.dropFirst()).map { $0 + $1 }
        if (3...4).contains(words.count) { units.append(words.flatMap(\.self)) }
      } else if let word = words.first {
        units += parts(word)
      }
      return units.flatMap(sounds)
    }
  }

  private static func withoutBlanks(_ line: Substring) -> some Sequence<UInt8> {
    line.utf8.lazy.filter { $0 != UInt8(ascii: " ") }
  }

  /// Whether the first of some words of kanji has two: 伊藤 誠, who is not called as in Mandarin.
  private static func isJapanese(_ words: [[Unicode.Scalar]]) -> Bool {
    words.count > 1 && words[0].count > 1
      && words.allSatisfy { $0.allSatisfy(\.properties.isIdeographic) }
  }

  /// The family's name and the other of one written without a blank: 王伟, 김민수.
  private static func parts(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    if word.allSatisfy({ $0.properties.isIdeographic }), (2...3).contains(word.count) {
      return [Array(word.prefix(1)), Array(word.dropFirst())]
    }
    // A syllable of hangul begins with a consonant of this range.
    let starts = word.indices.filter { (0x1100...0x1112).contains(word[$0].value) }
    guard (2...4).contains(starts.count), starts.first == 0 else { return [] }
    return [Array(word[..<starts[1]]), Array(word[starts[1]...])]
  }

  /// A word as it is spoken, with the Arabic article and without it.
  private static func sounds(_ word: [Unicode.Scalar]) -> [Sound] {
    let whole = Sound(word)
    if word.starts(with: article), word.count > 3 {
      return [whole, Sound(Array(word.dropFirst(2)))]
    }
    return [whole]
  }

  private static let article = Array("ال".unicodeScalars)
}
