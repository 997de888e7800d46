import Casework
import Cells
import Widgets

extension Desk {
  func fieldLines(of pane: DetailPane) -> [LinesView.Line] {
    DetailLines(
      words: words, today: surroundings.today, viewer: surroundings.viewer,
      isForPerson: isShowingPerson
    ).lines(of: pane.detail.card, deadlines: pane.detail.deadlines)
  }

  /// The upper part for the fields, the lower for the timeline; all of it where there is none.
  func parts(of pane: DetailPane, in region: Region) -> (fields: Region, timeline: Region) {
    let entries = isShowingPerson ? 0 : pane.timeline.count
    guard entries > 0 else {
      return (region, Region(row: region.row, column: region.column, rows: 0, columns: 0))
    }
    let wanted = min(entries + 1, region.rows / 2)
    let view = LinesView(lines: fieldLines(of: pane))
    let needed = view.rowCount(columns: region.columns, width: width.width)
    let above = min(needed, region.rows - wanted - 1)
    return (
      region.inset(top: 0, left: 0, bottom: region.rows - above, right: 0),
      region.inset(top: above + 1, left: 0, bottom: 0, right: 0)
    )
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
    if pane.isOnTimeline { frame.cursor = cursor }
  }
}
