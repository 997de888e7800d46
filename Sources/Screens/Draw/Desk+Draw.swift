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
      size: size, width: width.width, appearance: appearance, remembered: remembered)
    if isHidden {
      HiddenScreen(words: words).draw(into: &frame)
      return frame
    }
    let layout = layout
    guard !layout.isTooSmall else {
      let least = "\(smallest.columns)x\(smallest.rows)"
      frame.put(words("desk.tooSmall", least), at: Position(row: 0, column: 0))
      return frame
    }
    // Who looks and how much is due is not for the person across the table.
    if !isShowingPerson { TabLine(desk: self).draw(into: &frame, in: layout.tabs) }
    HintRow(desk: self).draw(into: &frame, in: layout.hints)
    if let guide, Guide.isShown(on: self) {
      GuideStrip(guide: guide, words: words).draw(into: &frame, in: layout.guide)
    }
    if form == nil || layout.isWide { drawPages(into: &frame, layout) }
    let row = frame.cursor.row
    let boxes = layout.boxes(beside: row)
    if dims { frame.recede(in: layout.page, beside: row) }
    // What covers the page leaves nothing of it in the row between it and the hints.
    if form != nil || overlays.contains(where: { $0.page != nil }) { frame.fill(layout.status) }
    for overlay in overlays { draw(overlay, into: &frame, layout, boxes, beside: row) }
    if overlays.isEmpty, !pressed.isEmpty {
      PrefixBox(desk: self).draw(into: &frame, in: boxes)
    }
    StatusLine(desk: self).draw(into: &frame, layout)
    // A question says itself why what is typed cannot be kept.
    let isAsking = overlays.last?.mode == .confirm
    if let lostStore, !isAsking {
      LostStoreBox(reason: lostStore, words: words).draw(into: &frame, in: layout.boxes)
    }
    return frame
  }

  /// Whether what lies behind the boxes goes back, so that one sees what has the keys; what is being
  /// looked for stays as clear as it was, and on a slow line no screen is sent for it.
  private var dims: Bool {
    switch overlays.last {
    case nil, .filter, .form, .page: false
    default: !appearance.isFrugal
    }
  }

  private func drawPages(into frame: inout Frame, _ layout: Layout) {
    if let page = details.last {
      if form != nil { drawSeparator(into: &frame, layout) }
      page.draw(into: &frame, scene(of: page.id))
      return
    }
    // Until its record is read, nothing of the others is shown to the person across the table.
    if isShowingPerson { return }
    if let picture = pictures[screen] {
      picture.draw(into: &frame, scene(of: picture.id))
      return
    }
    list.draw(into: &frame, scene(of: list.id))
    if layout.isWide, let lines = list.besideLines(scene(of: list.id)) {
      drawSeparator(into: &frame, layout)
      LinesView(lines: lines).draw(into: &frame, in: layout.detail, isFocused: false)
    } else if layout.isWide, list.selected != nil {
      drawSeparator(into: &frame, layout)
      let cursor = frame.cursor
      // Nobody's record stands beside a form that is about nobody in it.
      if form.map({ $0.isAbout(beside) }) ?? true { beside?.draw(into: &frame, scene(of: .beside)) }
      frame.cursor = cursor
    }
    if !layout.isWide {
      let peek = list.peek(scene(of: list.id)).joined(separator: "  ")
      frame.put(
        peek, at: layout.peek.position(column: 1),
        columns: frame.appearance.isFrugal ? Self.frugalPeek : layout.peek.columns - 1,
        role: frame.appearance.isFrugal ? .plain : .muted)
    }
  }

  /// What a row leaves out is sent anew with every move of the selection: on a slow line few columns.
  private static let frugalPeek = 10

  private func drawSeparator(into frame: inout Frame, _ layout: Layout) {
    guard layout.isWide else { return }
    for row in 0..<layout.detail.rows {
      let column = layout.detail.column - 2
      let position = Position(row: layout.detail.row + row, column: column)
      frame.put(frame.chrome.vertical, at: position, role: .rule)
    }
  }

  /// - Parameter boxes: where a box stands that is about the row one is at.
  private func draw(
    _ overlay: Overlay, into frame: inout Frame, _ layout: Layout, _ boxes: Region,
    beside row: Int
  ) {
    switch overlay {
    case .form(let form):
      form.draw(into: &frame, formScene(form), isUnkept: draftFault != nil)
    case .picker(let picker): picker.view.draw(into: &frame, in: region(of: picker, beside: row))
    case .find(let box): box.draw(into: &frame, in: layout.boxes)
    case .letters(let choice): choice.view.draw(into: &frame, in: boxes)
    case .page(let box): box.page.draw(into: &frame, scene(of: box.page.id))
    case .bulk(let preview): preview.draw(into: &frame, in: layout.boxes, words: words)
    case .conflict(let choice, _):
      choice.draw(into: &frame, in: layout.boxes, subject: form?.subject ?? "", words: words)
    case .confirm(let view, _): view.draw(into: &frame, in: boxes)
    case .filter(let box): box.draw(into: &frame, scene(in: layout.boxes))
    }
  }
}
