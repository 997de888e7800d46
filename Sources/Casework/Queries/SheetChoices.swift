/// What somebody decided about a sheet: what its columns are, and what becomes of cells that cannot be
/// taken in as they are.
///
/// It holds no text of the sheet; cells are told apart by what `TextPrint` makes of them.
package struct SheetChoices: Hashable, Sendable {
  /// What columns are, by their position from 0: the stable name of a field, or `noField`.
  package var columns: [Int: String] = [:]
  package var mends = SheetMends()
  /// Fields in which the sheet wins over what is there.
  package var overwrite: Set<String> = []

  package init() {}

  /// What a column is called that is to be no field.
  package static let noField = "-"
}

/// What a text is told apart by where the text itself must not be kept.
package enum TextPrint {
  /// The same for the same text in every run of the program (FNV-1a).
  package static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
