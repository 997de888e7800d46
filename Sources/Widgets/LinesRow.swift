import Cells

/// One row of lines: pieces of text, each in its place.
struct LinesRow: Hashable {
  struct Piece: Hashable {
    var text: String
    var role: Role
    var start: Int
    var columns: Int

    init(_ text: String, _ role: Role, start: Int = 0, columns: Int) {
      (self.text, self.role, self.start, self.columns) = (text, role, start, columns)
    }
  }

  var pieces: [Piece] = []
  /// Where a line is drawn, where lines are.
  var rules: [Range<Int>] = []
  /// Whether it has to be seen before anything else.
  var isBanner = false

  init() {}
  init(_ piece: Piece) { pieces = [piece] }

  /// Puts another row beside it.
  mutating func add(_ other: LinesRow, at column: Int) {
    pieces += other.pieces.map {
      Piece($0.text, $0.role, start: $0.start + column, columns: $0.columns)
    }
    rules += other.rules.map { $0.lowerBound + column..<$0.upperBound + column }
  }

  func draw(into frame: inout Frame, in line: Region) {
    for piece in pieces {
      frame.put(
        piece.text, at: line.position(column: piece.start),
        columns: min(piece.columns, line.columns - piece.start), role: piece.role)
    }
    for rule in rules where frame.chrome == .line {
      frame.put(
        String(repeating: frame.chrome.horizontal, count: rule.count),
        at: line.position(column: rule.lowerBound),
        columns: min(rule.count, line.columns - rule.lowerBound), role: .rule)
    }
    if isBanner, !frame.appearance.isFrugal { frame.setGround(.banner, in: line) }
  }
}
