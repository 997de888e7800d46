import Cells
import Labels
import Widgets
import Wording

/// What is to be said: in the place of the hints, and above them while a box needs both.
struct StatusLine {
  let desk: Desk
  private var words: Words { desk.words }

  private struct Saying {
    let text: String
    var role = Role.plain
  }

  func draw(into frame: inout Frame, _ layout: Layout) {
    guard let saying else { return }
    guard desk.overlays.isEmpty else { return draw(saying, into: &frame, above: layout.status) }
    let room = layout.hints.columns - 2
    let lines = Array(frame.width.wrap(saying.text, to: max(1, room)).prefix(2))
    for (index, text) in lines.enumerated() {
      // What does not stand on one row begins on the row before.
      let row = layout.hints.row - lines.count + 1 + index
      let line = Region(row: row, column: 0, rows: 1, columns: layout.hints.columns)
      frame.fill(line)
      frame.put(text, at: line.position(column: 1), columns: room, role: saying.role)
      frame.setGround(.bar, in: line)
    }
  }

  private func draw(_ saying: Saying, into frame: inout Frame, above line: Region) {
    // What is said of a form is said whole, over the last rows of its fields where it must.
    let most = desk.overlays.last?.form == nil ? 1 : 3
    let lines = frame.width.wrap(saying.text, to: max(1, line.columns - 2))
    let shown = lines.count > most ? [saying.text] : lines
    for (index, text) in shown.enumerated() {
      let row = Region(
        row: line.row - shown.count + 1 + index, column: line.column, rows: 1,
        columns: line.columns)
      frame.fill(row)
      frame.put(text, at: row.position(column: 1), columns: row.columns - 2, role: saying.role)
    }
  }

  private var saying: Saying? {
    if desk.isWaiting {
      let help = desk.form == nil ? "desk.waitingHelp.browse" : "desk.waitingHelp"
      return Saying(text: "\(words("desk.waiting"))  \(words(help))", role: .accent)
    }
    // What a box says itself is not said below it once more.
    if let notice = desk.notice, notice.text != desk.overlays.last?.lead {
      return Saying(text: notice.text, role: notice.isError ? .error : .plain)
    }
    if let problem { return Saying(text: problem, role: .error) }
    return nil
  }

  /// What the form on top as a whole is to be told of.
  private var problem: String? {
    desk.overlays.last?.form.flatMap { form in
      form.problem ?? desk.draftFault.map { RefusalText(words).sentence($0) }
    }
  }
}

extension Overlay {
  /// What a box of letters says itself above them.
  fileprivate var lead: String? {
    if case .letters(let choice) = self { choice.view.lead } else { nil }
  }
}
