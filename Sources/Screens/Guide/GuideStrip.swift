import Cells
import Labels

/// The row below the desk of the demo that says what to try next.
struct GuideStrip {
  let guide: Guide
  let words: Words

  func draw(into frame: inout Frame, in region: Region) {
    let all = Guide.Step.allCases
    let count = words("guide.count", String(guide.done.count), String(all.count))
    let text = guide.next.map { words("guide.\($0.rawValue)") } ?? words("guide.done")
    let close = words("guide.close")
    let line = region.inset(left: 1)
    let used = frame.put(count + "  ", at: line.origin, columns: line.columns, role: .accent)
    let room = line.columns - used
    // How it is closed gives way to what is to be done.
    let hasRoom = frame.width.columns(of: text) + 2 + frame.width.columns(of: close) < room
    let step = frame.put(text, at: line.position(column: used), columns: room)
    if hasRoom {
      frame.put(
        close, at: line.position(column: line.columns - frame.width.columns(of: close) - 1),
        columns: room - step, role: .muted)
    }
    frame.setGround(.bar, in: region)
  }
}
