internal import Cells

/// What a key of a mode does; its word and its sentence are in the label tables under
/// `modeKey.<name>`.
package enum ModeAction: String, CaseIterable, Sendable {
  // Of a roll.
  case attended, excused, absent, cancelled, registered, restAttended, restAbsent
  case find, walkIn, heads, met, undo, redo, person, close, help
  // Of pictures.
  case day, months, nextGathering, addGathering
  case night, days, zoom, nextStay, addStay
  case columns, forward, back
  case today

  package var labelKey: String { "modeKey.\(rawValue)" }
}

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

  /// How the row is called in help and hints: the letters of both directions, else one key.
  package var text: String {
    let names = [opposites.first, keys.first].compactMap { $0?.name }
    return names.allSatisfy { $0.count == 1 }
      ? names.joined(separator: " ") : names.last ?? ""
  }

  fileprivate func step(of key: Key) -> Int? {
    keys.contains(key) ? 1 : opposites.contains(key) ? -1 : nil
  }
}

/// A mode with keys of its own; its name is in the label tables under `keyMode.<name>`.
package struct KeyMode: Sendable {
  package let name: String
  package let keys: [ModeKey]

  init(_ name: String, _ keys: [ModeKey]) {
    self.name = name
    self.keys = keys
  }

  package static let all = [RollCall.mode, SalonCalendar.mode, StayChart.mode, StageBoard.mode]

  /// What a key means, and in which direction; nil for a key that the mode does not have.
  func meaning(of key: Key) -> (action: ModeAction, step: Int)? {
    keys.lazy.compactMap { row in row.step(of: key).map { (row.action, $0) } }.first
  }
}
