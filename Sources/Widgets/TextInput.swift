package import Cells

/// A text that is edited by characters, on one line or on several.
package struct TextInput: Hashable, Sendable {
  /// The text in front of the insertion point and behind it: an insertion joins to what is in
  /// front of it, as a combining mark does.
  private(set) var before: String
  private(set) var after: String
  package let isMultiline: Bool

  /// Makes an input with the insertion point at the end of its text.
  package init(_ text: String = "", isMultiline: Bool = false) {
    before = text
    after = ""
    self.isMultiline = isMultiline
  }

  package var text: String { before + after }

  /// Edits or moves by a key.
  ///
  /// - Returns: False for a key that means nothing here, such as Tab, Up, or Enter on one line.
  package mutating func update(_ key: Key) -> Bool { false }

  /// Inserts a text as it is; on one line a newline becomes a blank.
  package mutating func paste(_ text: String) {}

  /// Moves the insertion point a line up (-1) or down (1) in a text shown in so many columns.
  ///
  /// - Returns: False where there is no such line.
  package mutating func moveLine(_ by: Int, columns: Int, width: CellWidth) -> Bool { false }

  /// Draws the part of the text around the insertion point, and puts the cursor there.
  package func draw(
    into frame: inout Frame, in region: Region, role: Role = .field, isFocused: Bool = true
  ) {}
}
