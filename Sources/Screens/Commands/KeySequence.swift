package import Cells

/// The keys that give a command, one after the other: `g t`, `Ctrl-D`, `Space`.
package struct KeySequence: Hashable, Sendable, ExpressibleByStringLiteral {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  /// Reads `g t`, `Ctrl-D`, `Enter`; a word that is no key is left out.
  package init(stringLiteral value: String) {
    keys = value.split(separator: " ").compactMap { Key(name: String($0)) }
  }

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

  init?(name: String) {
    if let known = Self.names.first(where: { $0.1 == name }) {
      self = known.0
    } else if name.hasPrefix("Ctrl-"), let letter = name.lowercased().last {
      self = .control(letter)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()) {
      self = .function(number)
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  fileprivate var isPlain: Bool {
    if case .character(let character) = self { character != " " } else { false }
  }
}
