package import Cells

/// A question that is answered yes or no.
package struct ConfirmView: Hashable, Sendable {
  /// Says what will happen and to how many.
  package var sentence: String
  /// The words beside the keys y and n.
  package var yes: String
  package var no: String

  package init(sentence: String, yes: String, no: String) {
    self.sentence = sentence
    self.yes = yes
    self.no = no
  }

  /// The answer a key gives: y is yes; n, Enter and Escape are no; nil for any other.
  package func answer(_ key: Key) -> Bool? {
    switch key {
    case .character("y"), .character("Y"): true
    case .character("n"), .character("N"), .enter: false
    default: key.cancels ? false : nil
    }
  }

  /// Draws the question in a box at the bottom of a region.
  package func draw(into frame: inout Frame, in region: Region) {
    let answers = "y \(yes)   n \(no)"
    let room = max(1, region.columns - 4)
    let lines = frame.width.wrap(sentence, to: room) + ["", answers]
    let widest = lines.map { frame.width.columns(of: $0) }.max() ?? 0
    let rows = min(region.rows, lines.count + 2)
    let inside = Panel(title: "").draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows, column: region.column, rows: rows,
        columns: min(region.columns, widest + 4)))
    guard inside.rows > 0 else { return }

    // In a low window the answers stay and the sentence loses its end.
    let shown = lines.prefix(max(0, inside.rows - 1)) + [answers]
    for (row, line) in shown.enumerated() {
      frame.put(line, at: inside.position(row: row), columns: inside.columns)
    }
    frame.cursor = inside.position(row: shown.count - 1)
    frame.showsCursor = false
  }
}
