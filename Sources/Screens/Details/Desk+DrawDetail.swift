import Casework
import Cells
import Widgets

extension Desk {
  private var detailLines: DetailLines {
    DetailLines(
      words: words, today: surroundings.today, viewer: surroundings.viewer,
      isForPerson: isShowingPerson, width: width.width)
  }

  private func fieldLines(of pane: DetailPane) -> [LinesView.Line] {
    detailLines.lines(of: pane.detail)
  }

  /// What stays, what scrolls under it, and below both the timeline where there is one.
  private struct Parts {
    var header: Region
    var fields: Region
    var timeline: Region
  }

  private func parts(of pane: DetailPane, in region: Region) -> Parts {
    func rows(_ lines: [LinesView.Line]) -> Int {
      LinesView(lines: lines).rowCount(columns: region.columns, width: width.width)
    }
    let head = min(rows(detailLines.header(of: pane.detail)), max(1, region.rows / 3))
    let entries = isShowingPerson ? 0 : pane.timeline.count
    let wanted = entries > 0 ? min(entries + 1, region.rows / 2) : 0
    let needed = head + rows(fieldLines(of: pane))
    let above = entries > 0 ? min(needed, region.rows - wanted - 1) : region.rows
    return Parts(
      header: region.inset(top: 0, left: 0, bottom: region.rows - head, right: 0),
      fields: region.inset(top: head, left: 0, bottom: region.rows - above, right: 0),
      timeline: entries > 0
        ? region.inset(top: above + 1, left: 0, bottom: 0, right: 0)
        : Region(row: region.row, column: region.column, rows: 0, columns: 0))
  }

  func timelineRows(of pane: DetailPane) -> Int {
    TableView.visibleRows(in: parts(of: pane, in: layout.detail).timeline)
  }

  /// The pane with its fields scrolled.
  func scrolled(_ pane: DetailPane, _ step: ListSelection.Step) -> DetailPane {
    var pane = pane
    pane.fields.lines = fieldLines(of: pane)
    pane.fields.scroll(step, in: parts(of: pane, in: layout.detail).fields, width: width.width)
    return pane
  }

  func draw(_ pane: DetailPane, into frame: inout Frame, in region: Region) {
    let parts = parts(of: pane, in: region)
    var fields = pane.fields
    fields.lines = fieldLines(of: pane)
    var table = TableView(columns: TimelineRow.columns(words))
    let row = TimelineRow(words: words, corrected: pane.corrected)
    if parts.timeline.rows > 0 {
      table.rows = pane.timeline.map { row.row($0, parent: pane.detail.card.address) }
      table.selection = pane.selection
      table.draw(into: &frame, in: parts.timeline)
    }
    let cursor = frame.cursor
    fields.draw(into: &frame, in: parts.fields)
    LinesView(lines: detailLines.header(of: pane.detail)).draw(into: &frame, in: parts.header)
    if pane.isOnTimeline { frame.cursor = cursor }
  }
}
