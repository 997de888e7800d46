/// How a word of any script is spoken, roughly: Mohammed, محمد and ムハンマド are nearly one.
struct Sound: Hashable, Sendable {
  /// What a script leaves to the reader.
  enum Unwritten: Hashable {
    case nothing
    /// The vowel that follows a consonant where no other is written: the scripts of India and Burma.
    case commonVowel
    /// Short vowels: Arabic, Hebrew, and in part Ethiopic.
    case shortVowels
  }

  let signs: [UInt8]
  let unwritten: Unwritten

  init(_ letters: [Unicode.Scalar]) {
    signs = SoundReader.signs(of: letters)
    unwritten =
      switch letters.first?.value ?? 0 {
      case 0x0590...0x08FF, 0x1200...0x137F: .shortVowels
      case 0x0900...0x109F, 0x1780...0x17FF: .commonVowel
      default: .nothing
      }
  }

  static let vowels = Signs("aeiou12345@8A")
  /// What is heard by some and not by others.
  private static let faint = Signs("aeiou12345@8A9hwyFR")

  // MARK: Keys

  /// The classes of its consonants, in each way in which they may be heard: what sounds alike has one
  /// in common.
  var keys: Set<String> {
    var keys: [[UInt8]] = [[]]
    var last: UInt8 = 0
    var isApart = true
    for (index, sign) in signs.enumerated() {
      var ways = Self.classes[Int(sign)]
      let next = index + 1 < signs.count ? signs[index + 1] : 0
      if sign == UInt8(ascii: "n"), Self.lips.contains(next) {
        ways = [next == UInt8(ascii: "m") ? Self.unheard : UInt8(ascii: "M")]
      }
      if index == 0, sign == UInt8(ascii: "N") { ways = Array("NK".utf8) }
      guard let first = ways.first else {
        isApart = isApart || !Self.faintVowels.contains(sign)
        continue
      }
      if first == last, !isApart, !ways.contains(Self.unheard) { ways.append(Self.unheard) }
      if keys.count * ways.count > Self.mostKeys { ways = [ways[0]] }
      if ways.count == 1 {
        if ways[0] != Self.unheard { for key in keys.indices { keys[key].append(ways[0]) } }
      } else {
        keys = Set(keys.flatMap { key in ways.map { $0 == Self.unheard ? key : key + [$0] } })
          .map(\.self)
      }
      (last, isApart) = (first, false)
    }
    return Set(keys.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) })
  }

  private static let mostKeys = 16
  private static let unheard = UInt8(ascii: "-")
  private static let lips = Signs("mpb")
  private static let faintVowels = Signs("123@")

  /// The classes of each sign.
  private static let classes = (0..<128).map { Array(classes(Unicode.Scalar(UInt8($0))).utf8) }

  /// In which classes a sign may be heard; `-` for none.
  private static func classes(_ sign: Unicode.Scalar) -> String {
    switch sign {
    case "b", "p", "f": "P"
    case "v", "B": "P-"
    case "F": "-P"
    case "t", "d": "T"
    case "9": "-T"
    case "T", "E": "TS"
    case "D": "ST"
    case "k": "K"
    case "q": "KS"
    case "K": "KS"
    case "x", "H", "G": "K-"
    case "g": "K-"
    case "P": "KS-"
    case "6": "KS"
    case "7": "KS-"
    case "s", "z", "S", "Z", "C", "j": "S"
    case "c": "ST"
    case "V": "SK"
    case "w", "4": "-P"
    case "X": "SK"
    case "J": "S-"
    case "m": "M"
    case "n", "N": "N"
    case "l", "r", "L": "R"
    case "R": "R-"
    default: ""
    }
  }

  // MARK: Nearness

  var consonants: Int { signs.count { !Self.faint.contains($0) } }

  /// Whether both may be the same name and have a key in common.
  func isHeard(as other: Sound) -> Bool {
    isNear(other) && !keys.isDisjoint(with: other.keys)
  }

  /// Whether both may be the same name.
  func isNear(_ other: Sound) -> Bool {
    let size = Float(max(consonants, other.consonants))
    let most = min(0.95, 0.1 + 0.22 * size)
    return distance(to: other, most: most) <= most
  }

  /// What it takes to make one of the other: changes of signs, signs more and less.
  func distance(to other: Sound, most: Float) -> Float {
    let (one, two) = (signs, other.signs)
    let (drops, adds) = (costs(beside: other), other.costs(beside: self))
    var row = [Float](repeating: 0, count: two.count + 1)
    for index in two.indices { row[index + 1] = row[index] + adds[index] }
    for (i, sign) in one.enumerated() {
      var diagonal = row[0]
      row[0] += drops[i]
      var best = row[0]
      for (j, another) in two.enumerated() {
        let change = diagonal + SoundTable.distances[Int(sign) * 128 + Int(another)]
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j + 1] + drops[i], row[j] + adds[j])
        best = min(best, row[j + 1])
      }
      if best > most { return best }
    }
    return row[two.count]
  }

  /// What it takes to leave each sign out.
  private func costs(beside other: Sound) -> [Float] {
    signs.indices.map { index in
      let before = index > 0 ? signs[index - 1] : 0
      let next = index + 1 < signs.count ? signs[index + 1] : 0
      let isEnd = next == 0
      switch Unicode.Scalar(signs[index]) {
      case "1": return 0.05
      case "2", "3", "8", "@": return 0.1
      case "9": return 0.15
      case "a", "e", "i", "o", "u", "A":
        if other.unwritten == .shortVowels { return 0.08 }
        if other.unwritten == .commonVowel, Self.openVowels.contains(signs[index]) { return 0.08 }
        if isEnd, before == UInt8(ascii: "h") { return 0.1 }
        return Self.vowels.contains(before) || Self.vowels.contains(next) ? 0.28 : 0.4
      case "4", "5": return unwritten == other.unwritten ? 1 : 0.45
      case "h": return isEnd || !Self.vowels.contains(next) ? 0.1 : 0.3
      case "F": return 0.35
      case "H": return 0.4
      case "w" where before == UInt8(ascii: "A"): return 0.05
      case "y", "w": return 0.2
      case "g": return before == UInt8(ascii: "N") || before == UInt8(ascii: "n") ? 0.1 : 0.5
      case "R": return 0.4
      case "n" where next == UInt8(ascii: "m"): return 0.1
      case let sign where sign == Unicode.Scalar(before): return 0.1
      default: return 1
      }
    }
  }

  private static let openVowels = Signs("aA")
}

/// Some signs, each of which is a letter of ASCII.
struct Signs: Sendable {
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ signs: String) {
    for sign in signs.utf8 {
      if sign < 64 { bits.0 |= 1 << UInt64(sign) } else { bits.1 |= 1 << UInt64(sign - 64) }
    }
  }

  func contains(_ sign: UInt8) -> Bool {
    (sign < 64 ? bits.0 >> UInt64(sign) : bits.1 >> UInt64(sign - 64)) & 1 == 1
  }
}
