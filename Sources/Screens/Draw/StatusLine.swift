import Cells
import Labels
import Widgets
import Wording

/// The line above the hints: the mode, and what is to be said.
struct StatusLine {
  let desk: Desk
  private var words: Words { desk.words }

  func draw(into frame: inout Frame, in region: Region) {
    let mode = desk.isWaiting ? "desk.waiting" : modeKey
    let used = frame.put(" \(words(mode))  ", at: region.origin, role: .accent)
    let place = region.position(row: 0, column: used)
    let room = region.columns - used
    if desk.isWaiting {
      let help = words(desk.form == nil ? "desk.waitingHelp.browse" : "desk.waitingHelp")
      frame.put(help, at: place, columns: room)
    } else if let notice = desk.notice {
      frame.put(notice.text, at: place, columns: room, role: notice.isError ? .error : .plain)
    } else if let problem {
      frame.put(problem, at: place, columns: room, role: .error)
    }
  }

  private var modeKey: String {
    if let top = desk.overlays.last { return top.modeKey }
    if !desk.pressed.isEmpty { return "mode.prefix" }
    if desk.isShowingPerson { return "mode.person" }
    return desk.list.marks.range == nil ? "mode.browse" : "mode.range"
  }

  /// What the form on top as a whole is to be told of.
  private var problem: String? {
    desk.overlays.last?.form.flatMap { form in
      form.problem ?? desk.draftFault.map { RefusalText(words).sentence($0) }
    }
  }
}
