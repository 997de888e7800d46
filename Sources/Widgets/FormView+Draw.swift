package import Cells

extension FormView {
  /// Draws the fields around the focused one, never in the frame's last row, and puts the cursor
  /// at the insertion point.
  package func draw(into frame: inout Frame, in region: Region) {
    let below = region.row + region.rows - (frame.size.rows - 1)
    let region = region.inset(bottom: max(0, below))
    let layout = FormLayout(self, region: region, width: frame.width)
    guard layout.hasRoom else { return }
    for (index, place) in layout.places.enumerated()
    where place.isSeen && place.row >= layout.top {
      let area = region.inset(top: place.row - layout.top)
      guard area.rows > 0 else { break }
      if case .heading(let isOpen) = fields[index].kind {
        drawHeading(fields[index], isOpen, index == focus, layout, into: &frame, in: area)
        continue
      }
      drawLabel(fields[index], index == focus, layout, into: &frame, in: area)
      drawBox(fields[index], place, index == focus, layout, into: &frame, in: area)
      drawMessage(fields[index], place, layout, into: &frame, in: area)
    }
    drawScrollMarks(layout, into: &frame, in: region)
  }

  private func drawLabel(
    _ field: FormField, _ isFocused: Bool, _ layout: FormLayout, into frame: inout Frame,
    in area: Region
  ) {
    if isFocused { frame.put(frame.chrome.selected, at: area.origin) }
    frame.put(
      field.label, at: area.position(column: FormLayout.margin), columns: layout.labelColumns)
  }

  /// What a group is called, and which fields are in it while they are not seen.
  private func drawHeading(
    _ field: FormField, _ isOpen: Bool, _ isFocused: Bool, _ layout: FormLayout,
    into frame: inout Frame, in area: Region
  ) {
    if isFocused {
      frame.put(frame.chrome.selected, at: area.origin)
      frame.cursor = area.position(column: FormLayout.margin)
      frame.showsCursor = false
    }
    let mark = frame.chrome.fold(isOpen: isOpen)
    let used = frame.put(
      "\(mark) \(field.label)", at: area.position(column: FormLayout.margin),
      columns: area.columns - FormLayout.margin, role: isFocused ? .selected : .heading)
    if isOpen { return }
    let start = max(layout.boxStart + 6, FormLayout.margin + used + 2)
    frame.put(
      field.hint, at: area.position(column: start), columns: max(0, area.columns - start - 1),
      role: .muted)
  }

  private func drawBox(
    _ field: FormField, _ place: FormLayout.Place, _ isFocused: Bool, _ layout: FormLayout,
    into frame: inout Frame, in area: Region
  ) {
    let box = Region(
      origin: area.position(column: layout.boxStart + 1),
      size: Size(rows: min(place.boxRows, area.rows), columns: place.columns))
    for row in 0..<box.rows {
      frame.put("[", at: box.position(row: row, column: -1))
      frame.put("]", at: box.position(row: row, column: box.columns))
    }
    switch field.kind {
    case .text(let input), .lines(let input, _):
      input.draw(into: &frame, in: box, isFocused: isFocused)
      return
    case .choice(let label):
      frame.fill(box, role: .field)
      frame.put(label, at: box.origin, columns: box.columns - 2, role: .field)
      frame.put(frame.chrome.down, at: box.position(column: box.columns - 1), role: .field)
    case .flag(let isOn):
      frame.put(isOn ? "x" : " ", at: box.origin, role: .field)
    case .heading: return
    }
    if isFocused {
      frame.cursor = box.origin
      frame.showsCursor = true
    }
  }

  private func drawMessage(
    _ field: FormField, _ place: FormLayout.Place, _ layout: FormLayout, into frame: inout Frame,
    in area: Region
  ) {
    let start =
      place.isMessageBeside
      ? area.position(column: layout.messageStart(place.columns))
      : area.position(row: place.boxRows, column: layout.boxStart + 1)
    for (row, line) in place.message.enumerated()
    where start.row + row < area.row + area.rows {
      frame.put(
        line, at: Position(row: start.row + row, column: start.column),
        columns: area.column + area.columns - start.column,
        role: field.error == nil ? .muted : .error)
    }
  }

  /// Says at the right edge that there are more fields above or below.
  private func drawScrollMarks(_ layout: FormLayout, into frame: inout Frame, in region: Region) {
    guard region.rows > 0, let last = layout.places.last else { return }
    let column = region.columns - 1
    if layout.top > 0 {
      frame.put(frame.chrome.up, at: region.position(column: column), role: .muted)
    }
    if last.row + last.rows - layout.top > region.rows {
      frame.put(
        frame.chrome.down, at: region.position(row: region.rows - 1, column: column), role: .muted)
    }
  }
}
