package import Cells

/// The keys that give a command, one after the other: `g t`, `Ctrl-D`, `Space`.
package struct KeySequence: Hashable, Sendable, ExpressibleByStringLiteral {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  /// Reads `g t`, `Ctrl-D`, `Enter`; a word that is no key is left out.
  package init(stringLiteral value: String) {
    keys = value.split(separator: " ").compactMap { Key(name: String($0)) }
  }

  /// Reads a whole sequence; nil where a word is no key that a terminal sends.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    let read = words.compactMap { Key(name: String($0)) }
    guard !read.isEmpty, read.count == words.count else { return nil }
    keys = read
  }

  /// How a sentence and the configuration file write the sequence: `g t`.
  package var spelled: String { keys.map(\.name).joined(separator: " ") }

  /// How the sequence is written in help and hints: letters joined, names apart.
  package var text: String {
    keys.map(\.name).joined(separator: keys.allSatisfy(\.isPlain) ? "" : " ")
  }
}

extension Key {
  private static let names: [(Key, String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.backTab, "S-Tab"), (.escape, "Esc"), (.backspace, "BS"),
    (.delete, "Del"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    (.character(" "), "Space"),
  ]

  /// How a person calls the key.
  package var name: String {
    if let known = Self.names.first(where: { $0.0 == self }) { return known.1 }
    switch self {
    case .character(let character): return String(character)
    case .control(let letter): return "Ctrl-\(letter.uppercased())"
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  /// With Control a terminal sends for these what Backspace, Tab and Enter send.
  private static let otherKeys: [Character] = ["h", "i", "j", "m"]

  init?(name: String) {
    if let known = Self.names.first(where: { $0.1 == name }) {
      self = known.0
    } else if name.hasPrefix("Ctrl-"), name.count == 6, let letter = name.lowercased().last,
      letter.isASCII, letter.isLetter, !Self.otherKeys.contains(letter)
    {
      self = .control(letter)
    } else if name.count > 1, name.hasPrefix("F"), let number = Int(name.dropFirst()),
      (1...12).contains(number)
    {
      self = .function(number)
    } else if name.count == 1, let character = name.first, character.isASCII {
      self = .character(character)
    } else {
      return nil
    }
  }

  fileprivate var isPlain: Bool {
    if case .character(let character) = self { character != " " } else { false }
  }
}
