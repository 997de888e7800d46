import Casework
import Cells
import Labels
import Widgets
import Wording

/// What was on the screen and may not be there any more.
extension Desk {
  /// Takes a record off the screen that is gone, or that the viewer may not know of any more, with
  /// everything that was opened from it.
  mutating func close(_ address: RecordAddress) -> [Effect] {
    let isOpen = details.contains { $0.shows(address) }
    if let first = details.firstIndex(where: { $0.shows(address) }) {
      details.removeSubrange(first...)
    }
    if preview?.shows(address) == true { preview = nil }
    for id in lists.keys { lists[id]?.forget(address) }
    closeBoxes()
    pressed = []
    notice = Notice(text: words(isOpen ? "desk.goneFromView" : "refusal.notFound"), isError: true)
    let anchor = list.cards.first.map { ListAnchor.from($0.address.id) } ?? .first
    return reload(anchor)
  }

  /// Closes what may tell of a record that is gone: for a volunteer everything but the line they
  /// type a search into; of staff what they are writing stays.
  private mutating func closeBoxes() {
    if !surroundings.viewer.isVolunteer, form != nil { return }
    overlays.removeAll { overlay in
      switch overlay {
      case .filter: false
      case .rollCall, .picker, .confirm(_, .quit): surroundings.viewer.isVolunteer
      default: true
      }
    }
  }

  /// Says in a box, below what is being typed, why nothing can be read or written any more.
  func draw(_ reason: Refusal, into frame: inout Frame, in region: Region) {
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

extension DetailPane {
  /// Whether the record is the one of this pane or the case that the pane's record belongs to.
  fileprivate func shows(_ address: RecordAddress) -> Bool {
    detail.card.address == address || detail.subject?.address == address
  }
}
