import Cells

extension Key {
  /// The key behind a control character; nil for a character that is shown.
  init?(control scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    // Some terminals and input methods send a line feed for Enter.
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x00...0x1F:
      let shifted = Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      self = .control(Character(shifted.lowercased()))
    default: return nil
    }
  }
}
