extension Composer {
  mutating func compose(_ block: Paper.Block) throws(PrintFailure) {
    switch block {
    case .title(let text):
      try flow(text, size: 16, side: .centre, bold: true)
      move(by: 8)
    case .heading(let text):
      // A heading does not stand at the foot of a page without what it is over.
      need(60)
      move(by: y > page.top ? 8 : 0)
      isBelowGrid = false
      try flow(text, size: 11.5, bold: true)
      move(by: 3)
    case .text(let text): try paragraph(text)
    case .strong(let text): try paragraph(text, bold: true)
    case .small(let text): try paragraph(text, size: Self.smallSize, grey: 0.2)
    case .trailing(let text): try paragraph(text, side: .trailing)
    case .notice(let text): try notice(text)
    case .row(let cells): try form(cells)
    case .ticks(let label, let ticks, let source): try choose(label, ticks, source)
    case .columns(let weights, let texts):
      (columns, headings) = (weights, texts)
      need(60)
      try table(texts, isHeading: true)
    case .cells(let texts): try table(texts)
    case .sign(let labels): try sign(labels)
    case .lines(let count): rule(count)
    case .gap(let points): move(by: points)
    case .breakPage: if y > page.top { turnPage() }
    case .code(let text, let caption): try code(text, caption)
    case .card(let card): try point(card)
    }
  }

  private mutating func paragraph(
    _ text: String, size: Double = Composer.size, side: Side = .leading, bold: Bool = false,
    grey: Double = 0
  ) throws(PrintFailure) {
    if isBelowGrid, y > page.top { move(by: 6) }
    isBelowGrid = false
    try flow(text, size: size, side: side, bold: bold, grey: grey)
    move(by: 4)
  }

  private mutating func notice(_ text: String) throws(PrintFailure) {
    let inset = 7.0
    let width = page.textWidth - 2 * inset
    let laid = try lay(text, size: 9.5, width: width, bold: true)
    let height = laid.height + 2 * inset
    guard height <= wholeRoom else { return try paragraph(text, bold: true) }
    need(height)
    box(x: page.left, y: y, width: page.textWidth, height: height, thickness: 1.2)
    add(
      .text(
        laid, first: 0, count: laid.lines, x: place(inset, width), y: y + inset, grey: 0))
    move(by: height + 6)
  }

  /// Boxes of which some are ticked, in lines beside what they answer.
  private mutating func choose(
    _ label: String, _ ticks: [Paper.Tick], _ source: String
  ) throws(PrintFailure) {
    let beside = label.isEmpty ? 0 : Self.labelWidth(of: page.textWidth)
    let room = page.textWidth - beside - 2 * Self.padding
    let (side, gap) = (8.0, 4.0)
    var marks: [(tick: Paper.Tick, text: LaidText, offset: Double, down: Double)] = []
    var (across, down, high) = (0.0, 0.0, 0.0)
    for tick in ticks {
      let measured = try lay(tick.label, width: room - side - gap)
      let text = try lay(tick.label, width: min(room - side - gap, measured.width + 1))
      let width = side + gap + text.width + 14
      if across > 0, across + width > room + 14 { (across, down, high) = (0, down + high, 0) }
      marks.append((tick, text, across, down))
      across += width
      high = max(high, text.height)
    }
    let told = source.isEmpty ? nil : try lay(source, size: 6.5, width: room)
    var cells: [GridCell] = []
    if beside > 0 { cells.append(try labelCell(label, 0, beside)) }
    cells.append(GridCell(offset: beside, width: page.textWidth - beside, texts: []))
    let inside = down + high + (told?.height ?? 0)
    let least = max(23, inside + 2 * Self.padding, (cells.first?.height ?? 0) + 2 * Self.padding)
    // What has no room on a page is read one below the other.
    guard least <= wholeRoom else {
      try paragraph(label, bold: true)
      for tick in ticks { try paragraph(tick.isTicked ? "[x] \(tick.label)" : "[ ] \(tick.label)") }
      return
    }
    need(least)
    row(cells, least: least)
    let start = y - least + (least - inside) / 2
    for mark in marks {
      let at = beside + Self.padding + mark.offset
      let top = start + mark.down
      let middle = top + mark.text.height(0, 1) / 2
      let x = place(at, side)
      box(x: x, y: middle - side / 2, width: side, height: side, thickness: 0.7)
      if mark.tick.isTicked { tick(x: x, y: middle - side / 2, side) }
      let width = min(room - side - gap, mark.text.width + 1)
      add(
        .text(
          mark.text, first: 0, count: mark.text.lines, x: place(at + side + gap, width), y: top,
          grey: 0))
    }
    if let told {
      add(
        .text(
          told, first: 0, count: told.lines, x: place(beside + Self.padding, room),
          y: start + down + high, grey: 0.35))
    }
  }

  private mutating func tick(x: Double, y: Double, _ side: Double) {
    add(
      .line(x1: x + 1, y1: y + side * 0.5, x2: x + side * 0.4, y2: y + side - 1, thickness: 1.4))
    add(
      .line(x1: x + side * 0.4, y1: y + side - 1, x2: x + side + 1, y2: y - 1, thickness: 1.4))
  }

  /// A label and a line behind it, each as wide as the others.
  private mutating func sign(_ labels: [String]) throws(PrintFailure) {
    guard !labels.isEmpty else { return }
    let between = 16.0
    let width =
      (page.textWidth - between * Double(labels.count - 1)) / Double(labels.count)
    let texts = try labels.map { label throws(PrintFailure) in
      try lay(label, size: 9.5, width: width * 0.6)
    }
    let height = max(34, (texts.map(\.height).max() ?? 0) + 18)
    guard height <= wholeRoom else {
      for label in labels { try paragraph(label) }
      return
    }
    need(height)
    for (index, text) in texts.enumerated() {
      let offset = Double(index) * (width + between)
      let line = y + height - 4
      let used = min(text.width, width * 0.6)
      add(
        .text(
          text, first: 0, count: text.lines, x: place(offset, width * 0.6), y: line - text.height,
          grey: 0))
      let x = place(offset + used + 4, width - used - 4)
      add(.line(x1: x, y1: line, x2: x + width - used - 4, y2: line, thickness: 0.6))
    }
    move(by: height + 4)
  }

  private mutating func rule(_ count: Int) {
    for _ in 0..<count {
      need(26)
      move(by: 26)
      add(
        .line(
          x1: page.left, y1: y, x2: page.left + page.textWidth, y2: y, thickness: 0.3))
    }
    move(by: 4)
  }

  private mutating func code(_ text: String, _ caption: String) throws(PrintFailure) {
    let side = 68.0
    need(side)
    let width = page.textWidth - side - 8
    let laid = try lay(caption, size: 9, width: width)
    add(.code(text, x: place(0, side), y: y, size: side))
    guard laid.height <= roomLeft else {
      move(by: side + 4)
      return try paragraph(caption)
    }
    add(
      .text(
        laid, first: 0, count: laid.lines, x: place(side + 8, width),
        y: y + max(0, (side - laid.height) / 2), grey: 0.1))
    move(by: max(side, laid.height) + 4)
  }
}
