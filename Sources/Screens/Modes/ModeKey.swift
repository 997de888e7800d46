package import Cells

/// A row of the keys that a mode has for itself: dispatch, hint line, help and manual are views of
/// the mode's table.
package struct ModeKey: Hashable, Sendable {
  package let action: ModeAction
  private let keys: [Key]
  /// The keys that do it the other way round.
  private let opposites: [Key]
  /// How early it is dropped from a short hint line; nil keeps it out of it.
  let hint: Int?

  /// - Parameters:
  ///   - keys: by their names, with spaces between: `l Right`.
  init(_ action: ModeAction, _ keys: String, or opposites: String = "", hint: Int? = nil) {
    self.action = action
    self.keys = KeySequence(stringLiteral: keys).keys
    self.opposites = KeySequence(stringLiteral: opposites).keys
    self.hint = hint
  }

  /// Every key of the row.
  package var all: [Key] { keys + opposites }

  /// How the row is called in help and hints: the letters of both directions, else one key.
  package var text: String {
    let names = [opposites.first, keys.first].compactMap { $0?.name }
    return names.allSatisfy { $0.count == 1 }
      ? names.joined(separator: " ") : names.last ?? ""
  }

  /// Every key of the row by its name, those of the way back first.
  package var spelled: String { (opposites + keys).map(\.name).joined(separator: "  ") }

  fileprivate func step(of key: Key) -> Int? {
    keys.contains(key) ? 1 : opposites.contains(key) ? -1 : nil
  }
}

/// A mode with keys of its own; its name is in the label tables under `keyMode.<name>`.
package struct KeyMode: Hashable, Sendable {
  package let name: String
  package let keys: [ModeKey]
  /// Whether characters are text here, which the keys of editing work on.
  package let takesText: Bool

  /// Whether a key without a row closes what the mode belongs to.
  package let closesByOthers: Bool

  init(
    _ name: String, takesText: Bool = false, closesByOthers: Bool = false, _ keys: [ModeKey]
  ) {
    self.name = name
    self.keys = keys
    self.takesText = takesText
    self.closesByOthers = closesByOthers
  }

  /// What a key means, and in which direction; nil for a key that the mode does not have.
  package func meaning(of key: Key) -> (action: ModeAction, step: Int)? {
    let rows = takesText ? keys + Self.editing : keys
    return rows.lazy.compactMap { row in row.step(of: key).map { (row.action, $0) } }.first
  }

  /// Whether a key is part of what is typed.
  package func isText(_ key: Key) -> Bool {
    if case .character = key { takesText && meaning(of: key) == nil } else { false }
  }

  /// Whether a key does anything here.
  package func has(_ key: Key) -> Bool { meaning(of: key) != nil || isText(key) }
}
