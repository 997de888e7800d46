internal import Casework
package import Cells
internal import Widgets

extension DetailPage {
  /// What stays, what scrolls under it, and below both the timeline where there is one.
  private struct Parts {
    var header: Region
    var fields: Region
    var timeline: Region
  }

  private func parts(_ scene: Scene) -> Parts {
    let region = scene.region
    func rows(_ lines: [LinesView.Line]) -> Int {
      LinesView(lines: lines).rowCount(columns: region.columns, width: scene.width)
    }
    let head = min(rows(DetailLines(scene).header(of: detail)), max(1, region.rows / 3))
    let entries = scene.isShowingPerson ? 0 : timeline.count
    let wanted = entries > 0 ? min(entries + 1, region.rows / 2) : 0
    let needed = head + rows(DetailLines(scene).lines(of: detail))
    let above = entries > 0 ? min(needed, region.rows - wanted - 1) : region.rows
    return Parts(
      header: region.inset(top: 0, left: 0, bottom: region.rows - head, right: 0),
      fields: region.inset(top: head, left: 0, bottom: region.rows - above, right: 0),
      timeline: entries > 0
        ? region.inset(top: above + 1, left: 0, bottom: 0, right: 0)
        : Region(row: region.row, column: region.column, rows: 0, columns: 0))
  }

  func timelineRows(_ scene: Scene) -> Int { TableView.visibleRows(in: parts(scene).timeline) }

  mutating func scroll(_ step: ListSelection.Step, _ scene: Scene) {
    fields.lines = DetailLines(scene).lines(of: detail)
    fields.scroll(step, in: parts(scene).fields, width: scene.width)
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let parts = parts(scene)
    var shown = fields
    shown.lines = DetailLines(scene).lines(of: detail)
    if parts.timeline.rows > 0 {
      var table = TableView(columns: TimelineRow.columns(scene.words))
      let row = TimelineRow(words: scene.words, corrected: corrected)
      table.rows = timeline.map { row.row($0, parent: detail.card.address) }
      table.selection = selection
      table.draw(into: &frame, in: parts.timeline)
    }
    let cursor = frame.cursor
    shown.draw(into: &frame, in: parts.fields)
    LinesView(lines: DetailLines(scene).header(of: detail)).draw(into: &frame, in: parts.header)
    if isOnTimeline { frame.cursor = cursor }
  }
}
