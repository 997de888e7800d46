internal import Casework
package import Cells
internal import Labels
internal import Widgets

extension DetailPage {
  /// What stays, what scrolls under it, and below both the timeline where there is one.
  private struct Parts {
    var header: Region
    var fields: Region
    var timeline: Region
  }

  /// What is read, broken into rows.
  private struct Text: Sendable {
    let header: LinesLayout
    let fields: LinesLayout
  }

  /// Everything that its lines are drawn from.
  private struct Look: Equatable, Sendable {
    let detail: Detail
    let surroundings: Desk.Surroundings
    let words: Words
    let isShowingPerson: Bool
    let chrome: Chrome
    let size: Size
    /// Whether more is laid out than what is seen before anybody scrolls.
    let isWhole: Bool
  }

  /// A row of the timeline of one page.
  private struct Slot: Hashable {
    let page: PageID
    let row: Int
  }

  private func look(_ scene: Scene, isWhole: Bool) -> Look {
    Look(
      detail: detail, surroundings: scene.surroundings, words: scene.words,
      isShowingPerson: scene.isShowingPerson, chrome: scene.chrome, size: scene.region.size,
      isWhole: isWhole)
  }

  private func text(_ look: Look, _ scene: Scene) -> Text {
    scene.remembered.value(at: id, from: look) {
      let lines = DetailLines(scene)
      func layout(_ lines: [LinesView.Line]) -> LinesLayout {
        LinesLayout(
          lines, columns: look.size.columns, width: scene.width,
          most: look.isWhole ? .max : look.size.rows)
      }
      return Text(
        header: layout(lines.header(of: detail)), fields: layout(lines.lines(of: detail)))
    }
  }

  private func parts(_ text: Text, _ scene: Scene) -> Parts {
    let region = scene.region
    let head = min(text.header.count, max(1, region.rows / 3))
    let entries = scene.isShowingPerson ? 0 : timeline.count
    let wanted = entries > 0 ? min(entries + 1, region.rows / 2) : 0
    let needed = head + text.fields.count
    let above = entries > 0 ? min(needed, region.rows - wanted - 1) : region.rows
    return Parts(
      header: region.inset(top: 0, left: 0, bottom: region.rows - head, right: 0),
      fields: region.inset(top: head, left: 0, bottom: region.rows - above, right: 0),
      timeline: entries > 0
        ? region.inset(top: above + 1, left: 0, bottom: 0, right: 0)
        : Region(row: region.row, column: region.column, rows: 0, columns: 0))
  }

  func timelineRows(_ scene: Scene) -> Int {
    TableView.visibleRows(in: parts(text(look(scene, isWhole: false), scene), scene).timeline)
  }

  mutating func scroll(_ step: ListSelection.Step, _ scene: Scene) {
    let text = text(look(scene, isWhole: true), scene)
    fields.scroll(step, rows: text.fields.count, in: parts(text, scene).fields)
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    let look = look(scene, isWhole: fields.top > 0)
    let text = text(look, scene)
    let parts = parts(text, scene)
    if parts.timeline.rows > 0 { drawTimeline(look, into: &frame, in: parts.timeline) }
    let cursor = frame.cursor
    fields.draw(text.fields, into: &frame, in: parts.fields)
    LinesView().draw(text.header, into: &frame, in: parts.header)
    if isOnTimeline { frame.cursor = cursor }
  }

  private func drawTimeline(_ look: Look, into frame: inout Frame, in region: Region) {
    let table = TableView(columns: TimelineRow.columns(look.words), selection: selection)
    let layout = TableLayout(table.columns, available: region.columns)
    let row = TimelineRow(words: look.words, corrected: corrected)
    table.drawTitles(layout, into: &frame, in: region.line(0))
    table.drawRows(look, layout, into: &frame, in: region) { index in
      timeline.indices.contains(index) ? index : nil
    } slot: {
      Slot(page: id, row: $0)
    } row: {
      row.row(timeline[$0], parent: detail.card.address)
    }
    table.drawFrame(into: &frame, in: region)
  }
}
