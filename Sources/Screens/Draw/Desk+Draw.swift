import Casework
package import Cells
import Labels
import Widgets
import Wording

extension Desk {
  /// The whole screen as it is to be seen: a pure function of the state.
  package func draw() -> Frame {
    remembered.turn(over: size.rows * 2)
    var frame = Frame(
      size: size, width: width.width,
      appearance: Appearance(settings.look, on: terminal, width: width.width),
      remembered: remembered)
    let layout = layout
    guard !layout.isTooSmall else {
      frame.put(words("desk.tooSmall"), at: Position(row: 0, column: 0))
      return frame
    }
    TabLine(desk: self).draw(into: &frame, in: layout.tabs)
    HintRow(desk: self).draw(into: &frame, in: layout.hints)
    StatusLine(desk: self).draw(into: &frame, in: layout.status)
    if form == nil || layout.isWide { drawPages(into: &frame, layout) }
    for overlay in overlays { draw(overlay, into: &frame, layout) }
    if overlays.isEmpty, !pressed.isEmpty {
      PrefixBox(desk: self).draw(into: &frame, in: layout.boxes)
    }
    // A question says itself why what is typed cannot be kept.
    let isAsking = overlays.last?.mode == .confirm
    if let lostStore, !isAsking { draw(lostStore, into: &frame, in: layout.boxes) }
    return frame
  }

  private func drawPages(into frame: inout Frame, _ layout: Layout) {
    if !isShowingPerson, details.isEmpty || layout.isWide {
      if let picture = pictures[screen] {
        picture.draw(into: &frame, scene(of: picture.id))
      } else {
        list.draw(into: &frame, scene(of: list.id))
      }
    }
    let isBeside = layout.isWide && pictures[screen] == nil && list.selected != nil
    if isBeside { drawSeparator(into: &frame, layout) }
    if let pane = details.last ?? (isBeside ? beside : nil) {
      drawSeparator(into: &frame, layout)
      let cursor = frame.cursor
      pane.draw(into: &frame, scene(of: pane.id))
      if details.isEmpty { frame.cursor = cursor }
    }
    if details.isEmpty, layout.isWide, let lines = list.besideLines(scene(of: list.id)) {
      drawSeparator(into: &frame, layout)
      LinesView(lines: lines).draw(into: &frame, in: layout.detail, isFocused: false)
    }
    if details.isEmpty, pictures[screen] == nil, !layout.isWide {
      let peek = list.peek(scene(of: list.id)).joined(separator: "  ")
      frame.put(
        peek, at: layout.peek.origin, columns: min(layout.peek.columns, Self.peekColumns))
    }
  }

  /// What a row leaves out is sent anew with every move of the selection: few columns of it.
  private static let peekColumns = 22

  private func drawSeparator(into frame: inout Frame, _ layout: Layout) {
    guard layout.isWide else { return }
    for row in 0..<layout.detail.rows {
      let column = layout.detail.column - 2
      let position = Position(row: layout.detail.row + row, column: column)
      frame.put(frame.chrome.vertical, at: position, role: .rule)
    }
  }

  private func draw(_ overlay: Overlay, into frame: inout Frame, _ layout: Layout) {
    switch overlay {
    case .form(let form):
      form.draw(into: &frame, formScene(form), isUnkept: draftFault != nil)
    case .picker(let picker): picker.view.draw(into: &frame, in: layout.boxes)
    case .find(let box): box.draw(into: &frame, in: layout.boxes)
    case .letters(let choice): choice.view.draw(into: &frame, in: layout.boxes)
    case .page(let box): box.page.draw(into: &frame, scene(of: box.page.id))
    case .bulk(let preview): preview.draw(into: &frame, in: layout.boxes, words: words)
    case .conflict(let choice, _):
      choice.draw(into: &frame, in: layout.boxes, subject: form?.subject ?? "", words: words)
    case .confirm(let view, _): view.draw(into: &frame, in: layout.boxes)
    case .filter(let box): box.draw(into: &frame, scene(in: layout.boxes))
    }
  }

  /// Says in a box, below what is being typed, why nothing can be read or written any more.
  private func draw(_ reason: Refusal, into frame: inout Frame, in region: Region) {
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
