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

  /// Makes an input with so many characters before the insertion point.
  package init(_ text: String, isMultiline: Bool = false, insertionPoint: Int) {
    before = String(text.prefix(max(0, insertionPoint)))
    after = String(text.dropFirst(max(0, insertionPoint)))
    self.isMultiline = isMultiline
  }

  package var text: String { before + after }

  /// The characters before the insertion point.
  package var insertionPoint: Int { before.count }

  /// Edits or moves by a key.
  ///
  /// - Returns: False for a key that means nothing here, such as Tab, Up, or Enter on one line.
  package mutating func update(_ key: Key) -> Bool {
    switch key {
    case .character(let character): before.append(character)
    case .enter where isMultiline: before.append("\n")
    case .left, .control("b"): moveBack(to: before.indices.last ?? before.startIndex)
    case .right, .control("f"):
      moveForward(to: after.indices.dropFirst().first ?? after.endIndex)
    case .home, .control("a"): moveBack(to: lineStart)
    case .end, .control("e"): moveForward(to: lineEnd)
    case .backspace: _ = before.popLast()
    case .delete: after = String(after.dropFirst())
    case .control("w"): before = String(before[..<before.lastWordStart])
    case .control("u"): before = String(before[..<lineStart])
    case .control("k"): after = String(after[lineEnd...])
    default: return false
    }
    return true
  }

  /// Inserts a text; on one line its newlines become blanks.
  package mutating func paste(_ text: String) {
    before += String(text.map { $0.isNewline ? isMultiline ? "\n" : " " : $0 })
  }

  /// Moves the insertion point a line up (-1) or down (1) in a text shown in so many columns.
  ///
  /// - Returns: False where there is no such line.
  package mutating func moveLine(_ by: Int, columns: Int, width: CellWidth) -> Bool {
    let layout = TextInputLayout(self, columns: columns, width: width)
    guard isMultiline,
      let place = layout.index(row: layout.cursor.row + by, column: layout.cursor.column)
    else { return false }
    let text = self.text
    before = String(text[..<place])
    after = String(text[place...])
    return true
  }

  private var lineStart: String.Index {
    before.lastIndex(where: \.isNewline).map(before.index(after:)) ?? before.startIndex
  }

  private var lineEnd: String.Index { after.firstIndex(where: \.isNewline) ?? after.endIndex }

  private mutating func moveBack(to index: String.Index) {
    after = before[index...] + after
    before = String(before[..<index])
  }

  private mutating func moveForward(to index: String.Index) {
    before += after[..<index]
    after = String(after[index...])
  }
}
