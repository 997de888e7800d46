extension String {
  /// Whether the text holds a script that terminals may place differently from the grid: one
  /// written from right to left, one with vowel signs that take room of their own, or Burmese.
  ///
  /// Such a text belongs at the end of a line of its own, where it can move nothing else.
  package var standsAlone: Bool {
    // Of one byte it is ASCII, as most cells are.
    utf8.count > 1
      && unicodeScalars.contains { scalar in
        switch scalar.value {
        case ..<0x0590, 0x3041...0x9FFF, 0xAC00...0xD7A3: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
          0x1E800...0x1EFFF:
          true
        // Burmese: the C library and terminals disagree about U+103A in every second name.
        case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: true
        default: scalar.properties.generalCategory == .spacingMark
        }
      }
  }
}
