/// What is read as what, from the tables.
enum SoundTable {
  /// Groups of letters by their first one, the longest first.
  struct Letters: Sendable {
    private var groups: [Unicode.Scalar: [(rest: [Unicode.Scalar], signs: [UInt8])]] = [:]

    init(_ text: String) {
      // By scalars: a blank and the vowel sign behind it are one character.
      for line in text.unicodeScalars.split(separator: "\n") where line.first != "#" {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        for group in parts[1].split(separator: " ") {
          let letters = Array(group)
          guard let first = letters.first else { continue }
          groups[first, default: []].append(
            (Array(letters.dropFirst()), Array(String(parts[0]).utf8)))
        }
      }
      for first in groups.keys { groups[first]?.sort { $0.rest.count > $1.rest.count } }
    }

    func longest(
      in letters: [Unicode.Scalar], from index: Int
    ) -> (length: Int, signs: [UInt8])? {
      guard let candidates = groups[letters[index]] else { return nil }
      return candidates.first { letters[(index + 1)...].starts(with: $0.rest) }
        .map { ($0.rest.count + 1, $0.signs) }
    }
  }

  static let letters = Letters(FoldingTable.text("soundLetter"))

  /// How a kanji is read in Mandarin.
  static func reading(of kanji: Unicode.Scalar) -> [Unicode.Scalar]? {
    readings[kanji].map { Array($0.unicodeScalars) }
  }

  private static let readings = FoldingTable.letters(of: "kanjiReading")

  /// How far two signs lie from each other, at the first times 128 plus the second.
  static let distances: [Float] = {
    let vowels = Set("aeiou12345@8A".utf8)
    var distances = [Float](repeating: 1.2, count: 128 * 128)
    for one in vowels { for other in vowels { distances[Int(one) * 128 + Int(other)] = 0.6 } }
    // The first row that has two signs decides.
    for line in FoldingTable.text("soundNear").split(separator: "\n").reversed()
    where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let hundredths = Float(parts[0]) else { continue }
      for pair in parts[1].split(separator: " ") {
        let (one, other) = (Int(pair.utf8.first ?? 0), Int(pair.utf8.last ?? 0))
        distances[one * 128 + other] = hundredths / 100
        distances[other * 128 + one] = hundredths / 100
      }
    }
    for sign in 0..<128 { distances[sign * 128 + sign] = 0 }
    return distances
  }()
}
