internal import Casework
package import Cells
internal import Labels
internal import Widgets

extension DetailPage {
  /// What stays, what scrolls under it, and below both the timeline where there is one.
  struct Parts {
    var header: Region
    var fields: Region
    var timeline: Region
  }

  /// What is read, broken into rows.
  struct Text: Sendable {
    let header: LinesLayout
    let fields: LinesLayout
    /// How many rows of the fields are the summary, which is on the page before anything is scrolled.
    let summaryRows: Int
    let courses: [NeedCourse]
  }

  /// Everything that its lines are drawn from.
  struct Look: Equatable, Sendable {
    let detail: Detail
    let revealed: Revealed?
    let surroundings: Desk.Surroundings
    let words: Words
    let chrome: Chrome
    let isShowingPerson: Bool
    let size: Size
    /// Whether more is laid out than what is seen before anybody scrolls.
    let isWhole: Bool
  }

  /// A row of the timeline of one page.
  private struct Slot: Hashable {
    let page: PageID
    let row: Int
  }

  func look(_ scene: Scene, isWhole: Bool) -> Look {
    Look(
      detail: detail, revealed: revealed, surroundings: scene.surroundings, words: scene.words,
      chrome: scene.chrome,
      isShowingPerson: scene.isShowingPerson, size: scene.region.size, isWhole: isWhole)
  }

  func text(_ look: Look, _ scene: Scene) -> Text {
    scene.remembered.value(at: id, from: look) {
      var lines = DetailLines(scene)
      lines.revealed = revealed
      let summary = lines.summary(of: detail)
      func layout(_ lines: [LinesView.Line]) -> LinesLayout {
        LinesLayout(
          lines, columns: look.size.columns, width: scene.width,
          most: look.isWhole ? .max : look.size.rows)
      }
      let look = layout(summary)
      return Text(
        header: layout(lines.header(of: detail)), fields: look + layout(lines.lines(of: detail)),
        summaryRows: look.count, courses: NeedCourse.all(of: detail.needs))
    }
  }

  /// So many rows of the timeline come before fields that are not in the summary.
  private static let enough = 14

  func parts(_ text: Text, _ scene: Scene) -> Parts {
    let region = scene.region
    let head = min(text.header.count, max(1, region.rows / 3))
    let entries = isUnfolded ? 0 : timeline.count
    let wanted = entries == 0 ? 0 : min(entries + 1, wantedRows(text, below: head, in: region))
    let above =
      entries > 0 ? min(head + text.fields.count, region.rows - wanted - 1) : region.rows
    // Below the fields of others than a case a blank row; the summary has its own heading after it.
    let gap = text.summaryRows > 0 && above >= head + text.summaryRows ? 0 : 1
    return Parts(
      header: region.inset(top: 0, left: 0, bottom: region.rows - head, right: 0),
      fields: region.inset(top: head, left: 0, bottom: region.rows - above, right: 0),
      timeline: entries > 0
        ? region.inset(top: above + gap, left: 0, bottom: 0, right: 0)
        : Region(row: region.row, column: region.column, rows: 0, columns: 0))
  }

  /// How many rows the timeline would have.
  private func wantedRows(_ text: Text, below head: Int, in region: Region) -> Int {
    guard text.summaryRows > 0 else { return region.rows / 2 }
    let below = region.rows - head - text.summaryRows - 1
    return max(min(below, Self.enough), min(region.rows / 3, 6))
  }

  /// Whether fields are hidden while nobody has scrolled.
  func hidesFields(_ text: Text, _ scene: Scene) -> Bool {
    parts(text, scene).fields.rows < text.fields.count
  }

  func timelineRows(_ scene: Scene) -> Int {
    TableView.visibleRows(in: parts(text(look(scene, isWhole: false), scene), scene).timeline)
  }

  /// Reads on: the first step gives the fields the whole page, and the one back takes it from them.
  mutating func scroll(_ step: ListSelection.Step, _ scene: Scene) {
    let text = text(look(scene, isWhole: true), scene)
    if !isUnfolded, !timeline.isEmpty, text.summaryRows > 0 {
      guard step.isDown, hidesFields(text, scene) else { return }
      isUnfolded = true
      if step != .last { return }
    } else if isUnfolded, !step.isDown, fields.top == 0 || step == .first {
      (isUnfolded, fields) = (false, LinesView())
      return
    }
    fields.scroll(step, rows: text.fields.count, in: parts(text, scene).fields)
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    if scene.isShowingPerson { return drawPerson(into: &frame, scene) }
    let look = look(scene, isWhole: isUnfolded || fields.top > 0)
    let text = text(look, scene)
    let parts = parts(text, scene)
    if parts.timeline.rows > 0 { drawTimeline(text, look, scene, into: &frame, in: parts.timeline) }
    let cursor = frame.cursor
    fields.draw(text.fields, into: &frame, in: parts.fields)
    LinesView().draw(text.header, into: &frame, in: parts.header)
    if isOnTimeline { frame.cursor = cursor }
  }

  private func drawPerson(into frame: inout Frame, _ scene: Scene) {
    PersonPage(
      detail: detail, words: scene.words, today: scene.today,
      organisation: scene.surroundings.organisation
    ).draw(into: &frame, in: scene.region)
  }

  private func drawTimeline(
    _ text: Text, _ look: Look, _ scene: Scene, into frame: inout Frame, in region: Region
  ) {
    let table = TableView(
      columns: TimelineRow.columns(look.words, scene.width, available: region.columns),
      selection: selection)
    let layout = TableLayout(table.columns, available: region.columns)
    let row = TimelineRow(
      words: look.words, today: scene.today, corrected: corrected,
      needs: NeedLines(words: look.words, chrome: look.chrome), assessments: detail.needs)
    TimelineTitle(
      words: look.words, courses: text.courses, isMore: hidesFields(text, scene)
    ).draw(into: &frame, in: region.line(0))
    table.drawRows(look, layout, into: &frame, in: region, isFocused: isOnTimeline) { index in
      timeline.indices.contains(index) ? index : nil
    } slot: {
      Slot(page: id, row: $0)
    } row: {
      row.row(timeline[$0], parent: detail.card.address)
    }
    table.drawFrame(into: &frame, in: region)
  }
}

extension ListSelection.Step {
  fileprivate var isDown: Bool {
    switch self {
    case .down, .halfPageDown, .pageDown, .last: true
    case .up, .halfPageUp, .pageUp, .first: false
    }
  }
}
