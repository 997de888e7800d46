package import Cells
import Labels
import Widgets

extension Welcome {
  /// The whole screen, a pure function of the state.
  package func draw() -> Frame {
    var frame = Frame(
      size: size, width: width.width, appearance: appearance, remembered: Remembered())
    guard size.rows >= Layout.smallest.rows, size.columns >= Layout.smallest.columns else {
      let least = "\(Layout.smallest.columns)x\(Layout.smallest.rows)"
      frame.put(words("desk.tooSmall", least), at: Position(row: 0, column: 0))
      return frame
    }
    var row = area.row
    row += put(words("welcome.title"), at: row, role: .heading, into: &frame)
    if isRoomy { row += put(words("welcome.about"), at: row, role: .muted, into: &frame) + gap }
    if let form {
      row += put(words("welcome.\(selected.rawValue)"), at: row, role: .accent, into: &frame) + gap
      form.draw(into: &frame, in: formRegion)
      row = formRegion.row + formRegion.rows + gap
    } else {
      for choice in Choice.allCases { row += put(choice, at: row, into: &frame) + gap }
    }
    let said = fault ?? words(form == nil ? "welcome.noStore" : "welcome.where", path)
    put(said, at: row, role: fault == nil ? .muted : .error, into: &frame)
    hints.draw(
      into: &frame, in: Region(row: size.rows - 1, column: 0, rows: 1, columns: size.columns))
    return frame
  }

  /// A column that is comfortable to read, in the middle of a large screen.
  private var area: Region {
    let columns = min(size.columns - 2, 72)
    let rows = min(size.rows - 2, 20)
    return Region(
      row: max(0, (size.rows - rows) / 3), column: max(1, (size.columns - columns) / 2), rows: rows,
      columns: columns)
  }

  /// Empty rows between what belongs together, where there is room.
  private var gap: Int { size.rows >= 20 ? 1 : 0 }
  /// Whether there is room for sentences beside names.
  private var isRoomy: Bool { size.rows >= 16 }

  var formRegion: Region {
    let about = isRoomy ? width.width.wrap(words("welcome.about"), to: area.columns).count : 0
    return Region(
      row: area.row + 2 + about + gap * 2, column: area.column, rows: min(4, area.rows),
      columns: area.columns)
  }

  /// - Returns: the rows it took.
  @discardableResult
  private func put(_ text: String, at row: Int, role: Role, into frame: inout Frame) -> Int {
    let lines = frame.width.wrap(text, to: area.columns)
      .prefix(max(0, size.rows - 1 - row))
    for (index, line) in lines.enumerated() {
      frame.put(line, at: Position(row: row + index, column: area.column), role: role)
    }
    return lines.count
  }

  private func put(_ choice: Choice, at row: Int, into frame: inout Frame) -> Int {
    let isSelected = choice == selected
    let sentences = frame.width.wrap(words("welcome.\(choice.rawValue).help"), to: area.columns - 4)
      .prefix(isRoomy ? size.rows / 8 : 0)
    guard row + sentences.count < size.rows - 1 else { return 0 }
    let line = Region(row: row, column: area.column, rows: 1, columns: area.columns)
    frame.put(String(choice.key), at: line.position(column: 1), role: .accent)
    frame.put(
      words("welcome.\(choice.rawValue)"), at: line.position(column: 4),
      columns: line.columns - 4, role: .heading)
    for (index, sentence) in sentences.enumerated() {
      frame.put(sentence, at: Position(row: row + 1 + index, column: area.column + 4), role: .muted)
    }
    if isSelected {
      frame.setGround(.selected, in: line)
      frame.cursor = line.position(column: 1)
    }
    return 1 + sentences.count
  }

  private var hints: HintLine {
    let items = mode.keys.compactMap { key in
      key.hint.map { hint in
        // Whoever cannot read this language reads the name of the other one.
        let label =
          key.action == .turnLanguage
          ? Words(language.following)("welcome.language") : words(key.action.labelKey)
        return HintLine.Item(keys: key.text, label: label, importance: hint)
      }
    }
    return HintLine(items: items, trailing: [])
  }
}
