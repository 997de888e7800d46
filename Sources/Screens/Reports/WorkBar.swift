import Cells
import Labels

/// How far something long has come: a bar, how much of how much, and how long it still takes.
struct WorkBar {
  let progress: WorkProgress
  let words: Words

  private var said: String {
    let count = words("work.done", String(progress.done), String(progress.total))
    let left = progress.secondsLeft.map { words("work.left", String($0)) }
    return ([count] + [left].compactMap(\.self)).joined(separator: "  ")
  }

  /// In one row of a region.
  func draw(into frame: inout Frame, in line: Region) {
    let room = line.columns - frame.width.columns(of: said) - 4
    let cells = max(4, min(40, room))
    let full = progress.total > 0 ? min(cells, cells * progress.done / progress.total) : 0
    frame.put("[", at: line.origin, columns: 1, role: .muted)
    frame.put(
      String(repeating: frame.chrome.bar, count: full), at: line.position(column: 1),
      columns: cells, role: .accent)
    frame.put("]", at: line.position(column: 1 + cells), columns: 1, role: .muted)
    frame.put(
      said, at: line.position(column: cells + 4), columns: max(0, line.columns - cells - 4))
  }
}
