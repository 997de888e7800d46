extension Unicode.Scalar {
  /// Whether it would command a terminal, turn the reading direction or hide.
  ///
  /// Written out from the rule, not from the properties that the program asks. The joiners are
  /// missing: where they stand decides.
  package var isForbiddenOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0x115F, 0x1160, 0x3164, 0xFFA0,
      0xE0000...0xE007F, 0xF0000...0x10FFFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
