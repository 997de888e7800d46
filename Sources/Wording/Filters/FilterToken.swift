import Casework

/// One piece of what is typed into the line that narrows a list, between blanks.
struct FilterToken {
  /// As it is typed.
  var raw = ""
  /// Where it begins, in characters.
  var start = 0
  var isNegated = false
  /// In front of the sign; the whole of it where there is none.
  var name = ""
  /// Nil for text to look for.
  var sign: FilterWord.Sign?
  /// Behind the sign, without its quotes.
  var value = ""
  /// Whether it begins with a quote: then it is text, whatever signs are in it.
  var isQuoted = false

  /// The text to look for, without quotes.
  var text: String { isQuoted ? value : raw }

  /// The pieces of a text, in their order.
  static func tokens(of text: String) -> [FilterToken] {
    var tokens: [FilterToken] = []
    var token = FilterToken()
    var isWithin = false
    func end() {
      if !token.raw.isEmpty { tokens.append(token) }
      token = FilterToken()
    }
    for (index, character) in text.enumerated() {
      if token.raw.isEmpty { token.start = index }
      if quotes.contains(character) {
        if token.raw.isEmpty { token.isQuoted = true }
        isWithin.toggle()
        token.raw.append(character)
      } else if character.isWhitespace, !isWithin {
        end()
      } else {
        token.take(character)
      }
    }
    end()
    return tokens
  }

  private mutating func take(_ character: Character) {
    defer { raw.append(character) }
    if isQuoted || sign != nil, !(value.isEmpty && Self.equals.contains(character)) {
      value.append(character)
    } else if sign != nil {
      sign = sign == .below ? .atMost : sign == .above ? .atLeast : sign
    } else if raw.isEmpty, Self.minus.contains(character) {
      isNegated = true
    } else if !name.isEmpty, let sign = Self.signs[character] {
      self.sign = sign
    } else {
      name.append(character)
    }
  }

  /// Also as an input method sends them.
  private static let quotes: Set<Character> = ["\"", "＂", "“", "”"]
  private static let minus: Set<Character> = ["-", "－", "−"]
  private static let equals: Set<Character> = ["=", "＝"]
  private static let signs: [Character: FilterWord.Sign] = [
    ":": .is, "：": .is, "<": .below, "＜": .below, ">": .above, "＞": .above,
  ]

  /// Whether a text has to stand in quotes to be read as it is.
  static func needsQuotes(_ text: String) -> Bool {
    text.contains { $0.isWhitespace || signs[$0] != nil } || text.first.map(minus.contains) ?? true
  }

  /// The text in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    let plain = text.filter { !quotes.contains($0) }
    return needsQuotes(plain) ? "\"\(plain)\"" : plain
  }
}
