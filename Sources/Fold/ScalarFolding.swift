import Foundation

/// Folds scalar by scalar, remembering what came before.
struct ScalarFolding {
  enum Purpose {
    case finding
    case identity
  }

  /// What stood between the last letter and the next one.
  private enum Gap {
    case none
    case sign
    case blank
  }

  private let purpose: Purpose
  private var output = String.UnicodeScalarView()
  private var last: UInt32 = 0
  private var gap = Gap.none

  static func fold(_ text: String, as purpose: Purpose) -> String {
    var folding = ScalarFolding(purpose: purpose)
    // Decomposing, and composing kana here, also avoids a fault of Foundation on Linux, which
    // leaves ｶﾞ in two parts when it composes.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let plain = isASCII ? text : text.decomposedStringWithCompatibilityMapping
    for scalar in plain.lowercased().unicodeScalars { folding.append(scalar) }
    return String(folding.output)
  }

  private init(purpose: Purpose) { self.purpose = purpose }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: appendLatin(scalar)
    case 0x30...0x39: add(scalar)
    case 0x27, 0x60, 0xB4, 0x02B9...0x02BF, 0x2018, 0x2019, 0x201B, 0x2032: break
    case 0..<0x80: gap = scalar == " " || gap == .blank ? .blank : .sign
    case 0x0300...0x036F: appendMark(scalar)
    case 0x3041...0x309A: appendHiragana(scalar.value)
    case 0x30A1...0x30F6: appendHiragana(scalar.value - 0x60)
    case 0x30FC: if purpose == .identity { add(scalar) }
    case 0x3005: if let repeated = output.last { add(repeated) }
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFA0E...0xFA29, 0x20000...0x2FFFF:
      let forms = purpose == .finding ? Variants.foundKanji : Variants.kanji
      add(forms[scalar] ?? scalar)
    default: appendOther(scalar)
    }
  }

  private mutating func appendLatin(_ scalar: Unicode.Scalar) {
    if purpose == .finding, gap == .none {
      if scalar.value == last { return }
      if scalar == "u", last == UInt32(UInt8(ascii: "o")) { return }
    }
    add(scalar)
  }

  /// Accents fall away, except that й is another letter than и where identity is asked.
  private mutating func appendMark(_ mark: Unicode.Scalar) {
    if purpose == .identity, (0x0400...0x052F).contains(last) { add(mark) }
  }

  private mutating func appendHiragana(_ value: UInt32) {
    switch value {
    case 0x3099: voice(by: 1)
    case 0x309A: voice(by: 2)
    case 0x3063 where purpose == .finding: break
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087, 0x308E:
      appendSmall(value)
    case 0x3095: add(0x304B)
    case 0x3096: add(0x3051)
    default: add(value)
    }
  }

  /// ば for は with the sign of voicing, ぱ with that of half voicing.
  private mutating func voice(by step: UInt32) {
    guard gap == .none else { return }
    switch last {
    case 0x3046: replaceLast(0x3094)
    case 0x304B...0x3068, 0x306F...0x307B: replaceLast(last + step)
    default: break
    }
  }

  private mutating func appendSmall(_ value: UInt32) {
    guard purpose == .finding else { return add(value) }
    if last == 0x3094, gap == .none, let vowel = Self.vowels.firstIndex(of: value) {
      replaceLast(0x3070 + UInt32(vowel) * 3)
    } else {
      add(value + 1)
    }
  }

  /// ぁ ぃ ぅ ぇ ぉ; the voiced ば び ぶ べ ぼ lie three apart.
  private static let vowels: [UInt32] = [0x3041, 0x3043, 0x3045, 0x3047, 0x3049]

  private mutating func appendOther(_ scalar: Unicode.Scalar) {
    if let letters = Variants.letters[scalar] {
      for letter in letters.unicodeScalars { append(letter) }
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: add(UInt32(properties.numericValue ?? 0) + 0x30)
    case .format, .enclosingMark: break
    case .nonspacingMark: if !Variants.isVowelSign(scalar) { add(scalar) }
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .letterNumber, .otherNumber:
      add(scalar)
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: gap = .blank
    default: if gap == .none { gap = .sign }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if gap != .none, !output.isEmpty {
      let joins = gap == .sign && (Self.isDigit(last) || Self.isDigit(scalar.value))
      if !joins { output.append(" ") }
    }
    gap = .none
    output.append(scalar)
    last = scalar.value
  }

  private mutating func add(_ value: UInt32) {
    if let scalar = Unicode.Scalar(value) { add(scalar) }
  }

  private mutating func replaceLast(_ value: UInt32) {
    output.removeLast()
    last = 0
    add(value)
  }

  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
}
