import Casework
import Cells
import Labels
import Widgets
import Wording

/// Says in a box, below what is being typed, why nothing can be read or written any more.
struct LostStoreBox {
  let reason: Refusal
  let words: Words

  func draw(into frame: inout Frame, in region: Region) {
    let sentence = words("desk.storeLost", RefusalText(words).sentence(reason))
    let lines = frame.width.wrap(sentence, to: max(1, region.columns - 4))
    let rows = min(region.rows, lines.count + 2)
    let (cursor, isShown) = (frame.cursor, frame.showsCursor)
    let inside = Panel(title: "").draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows, column: region.column, rows: rows,
        columns: region.columns))
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      frame.put(line, at: inside.position(row: row), columns: inside.columns, role: .error)
    }
    (frame.cursor, frame.showsCursor) = (cursor, isShown)
  }
}
