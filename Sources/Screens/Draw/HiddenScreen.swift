import Cells
import Labels

/// What stands in the place of everything while nobody is there: a sentence, and nothing of any
/// record.
struct HiddenScreen {
  let words: Words

  func draw(into frame: inout Frame) {
    let room = frame.size.columns
    let lines = frame.width.wrap(words("desk.hidden"), to: max(1, room - 2))
    let first = max(0, (frame.size.rows - lines.count) / 2)
    for (index, line) in lines.prefix(frame.size.rows - first).enumerated() {
      let column = max(0, (room - frame.width.columns(of: line)) / 2)
      frame.put(line, at: Position(row: first + index, column: column), role: .muted)
    }
  }
}
