internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

extension ReportPage {
  /// Which report of which period, its rows, and below them what the selected number counts.
  package func draw(into frame: inout Frame, _ scene: Scene) {
    drawTitle(into: &frame, scene)
    let body = Self.body(scene)
    frame.cursor = body.origin
    if let report {
      let rows = rows
      let drawing = ReportDrawing(
        rows, of: report, words: scene.words, in: body.columns, frame.width)
      let visible = selection.visible(rows: body.rows)
      for index in visible where rows.indices.contains(index) {
        let line = body.line(index - visible.lowerBound)
        let isSelected = index == selection.index
        drawing.draw(rows[index], isSelected, into: &frame, in: line)
        if isSelected { frame.cursor = line.origin }
      }
    } else if let progress {
      frame.put(
        scene.words("report.counting"), at: body.position(row: 1, column: 2),
        columns: body.columns - 3)
      WorkBar(progress: progress, words: scene.words)
        .draw(into: &frame, in: body.line(min(3, body.rows - 1)).inset(left: 2, right: 1))
    } else if fault != nil {
      frame.put(
        scene.words("report.notCounted"), at: body.position(row: 1, column: 2),
        columns: body.columns - 3, role: .muted)
    }
    drawFoot(into: &frame, in: scene.layout.body.line(scene.layout.body.rows - 1), scene)
  }

  private func drawTitle(into frame: inout Frame, _ scene: Scene) {
    guard let asked else { return }
    let text = ReportText(scene.words)
    let region = scene.layout.criteria
    let title = "\(text.title(asked.layout))  \(text.period(asked.period))".plainSigns
    let used = frame.put(
      " " + title, at: region.origin, columns: region.columns, role: .heading)
    let line = region.inset(left: min(region.columns, used + 2), right: 1)
    if let progress, report != nil, line.columns > 30 {
      WorkBar(progress: progress, words: scene.words).draw(into: &frame, in: line)
    } else if isOld {
      frame.put(
        scene.words("report.isOld"), at: line.origin, columns: line.columns, role: .warning)
    } else if let before = asked.before {
      frame.put(
        text.comparison(before).plainSigns, at: line.origin, columns: line.columns, role: .muted)
    }
  }

  /// What the selected number counts, in words.
  private func drawFoot(into frame: inout Frame, in line: Region, _ scene: Scene) {
    guard let counted = row?.line else { return }
    let text = ReportText(scene.words)
    var said = [text.sentence(counted.indicator)]
    if case .part(let part, let whole, _) = row {
      said.insert("\(text.grouping(of: whole)): \(text.group(part, of: whole))", at: 0)
    }
    frame.put(
      " " + said.joined(separator: "  ").plainSigns, at: line.origin, columns: line.columns - 1,
      role: .muted)
  }
}
