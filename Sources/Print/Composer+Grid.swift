extension Composer {
  /// A cell of a row with lines around it: texts below each other.
  struct GridCell {
    let offset: Double
    let width: Double
    var texts: [(text: LaidText, grey: Double)]
    var isFilled = false

    var height: Double { texts.reduce(0) { $0 + $1.text.height } }
  }

  /// A row of a grid; one that is higher than a page goes on over the next, line by line.
  mutating func row(_ cells: [GridCell], least: Double) {
    isBelowGrid = true
    let height = max(least, (cells.map(\.height).max() ?? 0) + 2 * Self.padding)
    guard height > wholeRoom else {
      need(height)
      frame(cells, height)
      for cell in cells {
        // One line stands in the middle of its row, several begin at the top.
        let free = height - cell.height
        var at = y + (cell.texts.count == 1 ? free / 2 : Self.padding)
        for (text, grey) in cell.texts {
          put(text, 0, text.lines, in: cell, at, grey)
          at += text.height
        }
      }
      move(by: height)
      return
    }
    split(cells)
  }

  private mutating func put(
    _ text: LaidText, _ first: Int, _ count: Int, in cell: GridCell, _ at: Double, _ grey: Double
  ) {
    let inside = cell.width - 2 * Self.padding
    add(
      .text(
        text, first: first, count: count, x: place(cell.offset + Self.padding, inside), y: at,
        grey: grey))
  }

  private mutating func split(_ cells: [GridCell]) {
    var places = cells.map { _ in (text: 0, line: 0) }
    if roomLeft < 80 { turnPage() }
    while cells.indices.contains(where: { places[$0].text < cells[$0].texts.count }) {
      let room = roomLeft - 2 * Self.padding
      frame(cells, roomLeft)
      for (index, cell) in cells.enumerated() {
        var left = room
        while places[index].text < cell.texts.count {
          let (text, grey) = cell.texts[places[index].text]
          let first = places[index].line
          let fits = text.count(from: first, within: left)
          // A line higher than a page would never fit.
          let count = fits == 0 && left == room ? 1 : fits
          if count > 0 { put(text, first, count, in: cell, y + Self.padding + room - left, grey) }
          left -= text.height(first, count)
          places[index].line += count
          guard places[index].line >= text.lines else { break }
          places[index] = (places[index].text + 1, 0)
        }
      }
      turnPage()
    }
  }

  private mutating func frame(_ cells: [GridCell], _ height: Double) {
    for cell in cells where cell.isFilled {
      add(
        .fill(
          x: place(cell.offset, cell.width), y: y, width: cell.width, height: height, grey: 0.93))
    }
    for cell in cells {
      box(x: place(cell.offset, cell.width), y: y, width: cell.width, height: height)
    }
  }

  mutating func box(
    x: Double, y: Double, width: Double, height: Double, thickness: Double = 0.5
  ) {
    for (x1, y1, x2, y2) in [
      (x, y, x + width, y), (x, y + height, x + width, y + height), (x, y, x, y + height),
      (x + width, y, x + width, y + height),
    ] { add(.line(x1: x1, y1: y1, x2: x2, y2: y2, thickness: thickness)) }
  }

  /// How wide the label of a cell of a form is.
  static func labelWidth(of cell: Double) -> Double { min(130, max(58, cell * 0.32)) }

  /// What is asked and what is known, beside each other.
  mutating func form(_ cells: [Paper.Cell]) throws(PrintFailure) {
    let total = cells.reduce(0) { $0 + $1.weight }
    var offset = 0.0
    var grid: [GridCell] = []
    for cell in cells {
      let width = page.textWidth * cell.weight / total
      let label = cell.label.isEmpty ? 0 : Self.labelWidth(of: width)
      if label > 0 { grid.append(try labelCell(cell.label, offset, label)) }
      var texts: [(LaidText, Double)] = []
      let inside = width - label - 2 * Self.padding
      if !cell.value.isEmpty { texts.append((try lay(cell.value, width: inside), 0)) }
      if !cell.source.isEmpty {
        texts.append((try lay(cell.source, size: 6.5, width: inside), 0.35))
      }
      grid.append(GridCell(offset: offset + label, width: width - label, texts: texts))
      offset += width
    }
    row(grid, least: 23)
  }

  func labelCell(_ label: String, _ offset: Double, _ width: Double) throws(PrintFailure)
    -> GridCell
  {
    let text = try lay(label, size: Self.labelSize, width: width - 2 * Self.padding)
    return GridCell(offset: offset, width: width, texts: [(text, 0)], isFilled: true)
  }

  /// A row of the table whose columns were said last; its headings stand on every page.
  mutating func table(_ texts: [String], isHeading: Bool = false) throws(PrintFailure) {
    let total = columns.reduce(0, +)
    guard total > 0 else { return }
    var offset = 0.0
    var grid: [GridCell] = []
    for (index, weight) in columns.enumerated() {
      let width = page.textWidth * weight / total
      let text = index < texts.count ? texts[index] : ""
      let laid = try lay(
        text, size: isHeading ? Self.labelSize : 9.5, width: width - 2 * Self.padding)
      grid.append(
        GridCell(
          offset: offset, width: width, texts: text.isEmpty ? [] : [(laid, 0)],
          isFilled: isHeading))
      offset += width
    }
    if !isHeading {
      let height = max(21, (grid.map(\.height).max() ?? 0) + 2 * Self.padding)
      if height > roomLeft, height <= wholeRoom, y > page.top {
        turnPage()
        try table(headings, isHeading: true)
      }
    }
    row(grid, least: isHeading ? 18 : 21)
  }
}
