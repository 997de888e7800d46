package import Cells

extension TableView {
  /// Draws the rows that are seen, of which those are laid out again that changed since they were
  /// drawn last.
  ///
  /// - Parameters:
  ///   - look: everything that all rows are drawn from alike.
  ///   - item: everything that one row is drawn from beside; nil where it is not loaded.
  ///   - slot: what tells a row from the others.
  ///   - isFocused: whether the keys are here, so that the selection is seen.
  package func drawRows<Item: Equatable & Sendable>(
    _ look: some Equatable & Sendable, _ layout: TableLayout, into frame: inout Frame,
    in region: Region, isFocused: Bool = true, item: (Int) -> Item?, slot: (Item) -> some Hashable,
    row: (Item) -> Row
  ) {
    let visible = needed(in: region)
    for index in visible {
      guard let item = item(index) else { continue }
      let line = region.line(1 + index - visible.lowerBound)
      frame.draw(line, at: slot(item), from: RowSource(look: look, item: item)) {
        draw(row(item), layout, into: &$0, in: line)
      }
      if isFocused, index == selection.index { select(layout, into: &frame, in: line) }
    }
  }
}

/// What a row is drawn from, selected or not.
private struct RowSource<Item: Equatable & Sendable, Look: Equatable & Sendable>: Equatable,
  Sendable
{
  // First what is soon compared: in another order or search no row is drawn from what it was.
  let look: Look
  let item: Item
}
