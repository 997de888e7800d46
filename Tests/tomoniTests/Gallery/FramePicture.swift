import Cells

/// A frame as an SVG that looks right with any font: each run of cells has its place and its length,
/// and lines, blocks and shades are shapes, which join as a terminal joins them.
struct FramePicture {
  let frame: Frame
  /// What the terminal shows behind everything, and its own text.
  let paper: String
  let ink: String

  private static let (cellWidth, cellHeight) = (9, 19)

  private var palette: Palette { frame.appearance.palette }

  /// A row of cells that are drawn alike.
  private struct Run {
    var text: String
    var column: Int
    var columns: Int
    var style: CellStyle
  }

  var svg: String {
    var classes: [String: String] = [:]
    var body: [String] = []
    for row in 0..<frame.size.rows {
      let runs = runs(in: row)
      body += backgrounds(of: runs, row)
      body += runs.flatMap { shapes(of: $0, row, &classes) }
    }
    let styles = classes.sorted { $0.value < $1.value }.map { ".\($0.value){\($0.key)}" }
    let (width, height) = (
      frame.size.columns * Self.cellWidth, frame.size.rows * Self.cellHeight
    )
    let fonts = "DejaVu Sans Mono,Menlo,Consolas,Noto Sans Mono CJK JP,Noto Sans CJK JP,monospace"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" font-family="\(fonts)" font-size="15">
      <style>text{white-space:pre}\(styles.joined())</style>
      <rect width="\(width)" height="\(height)" fill="\(paper)"/>
      \(body.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: Runs

  private func style(of cell: Cell) -> CellStyle {
    var style = palette.style(cell.role, on: cell.ground)
    // A blank shows no ink.
    if cell.text == " ", !style.isUnderlined {
      style = CellStyle(
        ink: style.isReversed ? style.ink : nil, paper: style.paper,
        isReversed: style.isReversed)
    }
    return style
  }

  /// Runs of one style, of cells of one width, and of one sign where that is a shape.
  private func runs(in row: Int) -> [Run] {
    var runs: [Run] = []
    var column = 0
    while column < frame.size.columns {
      let cell = frame[row, column]
      let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
      let columns = isWide ? 2 : 1
      let style = style(of: cell)
      if let last = runs.last, last.style == style, joins(last, cell.text, columns) {
        runs[runs.count - 1].text += cell.text
        runs[runs.count - 1].columns += columns
      } else {
        runs.append(Run(text: cell.text, column: column, columns: columns, style: style))
      }
      column += columns
    }
    return runs
  }

  private func joins(_ run: Run, _ text: String, _ columns: Int) -> Bool {
    guard let last = run.text.last.map(String.init) else { return false }
    if text == " " || last == " " { return text == last }
    let isShape = Self.isShape(text) || Self.isShape(last)
    // Two cells of Arabic stand in the order of the cells, as the terminal has them.
    return isShape
      ? text == last
      : run.columns / run.text.count == columns && text.standsAlone == last.standsAlone
        && !text.standsAlone
  }

  // MARK: Shapes

  /// A rectangle for each stretch of one colour.
  private func backgrounds(of runs: [Run], _ row: Int) -> [String] {
    var stretches: [(column: Int, columns: Int, colour: String?)] = []
    for run in runs {
      let style = run.style
      let colour =
        style.isReversed ? style.ink.map(Self.hex) ?? ink : style.paper.map(Self.hex)
      if let last = stretches.last, last.colour == colour {
        stretches[stretches.count - 1].columns += run.columns
      } else {
        stretches.append((run.column, run.columns, colour))
      }
    }
    return stretches.compactMap { stretch in
      stretch.colour.map { colour in
        Self.rect(
          (
            stretch.column * Self.cellWidth, row * Self.cellHeight,
            stretch.columns * Self.cellWidth, Self.cellHeight
          ), colour)
      }
    }
  }

  private func shapes(of run: Run, _ row: Int, _ classes: inout [String: String]) -> [String] {
    let style = run.style
    guard run.text.contains(where: { $0 != " " }) || style.isUnderlined else { return [] }
    let colour =
      style.isReversed
      ? style.paper.map(Self.hex) ?? paper : style.ink.map(Self.hex) ?? ink
    let (x, y) = (run.column * Self.cellWidth, row * Self.cellHeight)
    let box = (x: x, y: y, width: run.columns * Self.cellWidth, height: Self.cellHeight)
    if let sign = run.text.first.map(String.init), Self.isShape(sign) {
      return [Self.shape(sign, box, colour)]
    }
    var css = "fill:\(colour)"
    if style.isBold { css += ";font-weight:bold" }
    if style.isDim { css += ";opacity:.6" }
    if style.isUnderlined { css += ";text-decoration:underline" }
    let name = classes[css] ?? "s\(classes.count)"
    classes[css] = name
    let text = Self.escaped(run.text)
    return [
      "<text x=\"\(x)\" y=\"\(y + 15)\" textLength=\"\(box.width)\" "
        + "lengthAdjust=\"spacingAndGlyphs\" class=\"\(name)\">\(text)</text>"
    ]
  }

  private typealias Box = (x: Int, y: Int, width: Int, height: Int)

  private static let eighths = Array("▏▎▍▌▋▊▉█")
  private static let risers = Array("▁▂▃▄▅▆▇█")
  private static let shades: [String: String] = ["░": ".25", "▒": ".5", "▓": ".75"]
  /// The arms of a line: left, right, up, down.
  private static let lines: [String: String] = [
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
  ]

  private static func isShape(_ sign: String) -> Bool {
    guard let character = sign.first else { return false }
    return eighths.contains(character) || risers.contains(character) || shades[sign] != nil
      || lines[sign] != nil
  }

  private static func shape(_ sign: String, _ box: Box, _ colour: String) -> String {
    if let shade = shades[sign] {
      return rect(box, colour, " fill-opacity=\"\(shade)\"")
    }
    if let arms = lines[sign] {
      let count = box.width / cellWidth
      let (middle, half) = (box.y + box.height / 2, box.x + cellWidth / 2)
      var path = ""
      if arms == "lr" {
        path = "M\(box.x) \(middle)h\(box.width)"
      } else {
        // What stands upright is one cell wide, each for itself.
        for index in 0..<count {
          let x = half + index * cellWidth
          if arms.contains("l") { path += "M\(x - cellWidth / 2) \(middle)H\(x)" }
          if arms.contains("r") { path += "M\(x) \(middle)h\(cellWidth - cellWidth / 2)" }
          if arms.contains("u") { path += "M\(x) \(box.y)V\(middle)" }
          if arms.contains("d") { path += "M\(x) \(middle)V\(box.y + box.height)" }
        }
      }
      return "<path d=\"\(path)\" stroke=\"\(colour)\"/>"
    }
    guard let character = sign.first else { return "" }
    if let part = eighths.firstIndex(of: character) {
      var part = (box, part + 1)
      if part.1 < 8 { part.0.width = max(1, cellWidth * part.1 / 8) }
      return rect(part.0, colour)
    }
    let level = (risers.firstIndex(of: character) ?? 7) + 1
    let height = max(2, box.height * level / 8)
    return rect((box.x, box.y + box.height - height, box.width, height), colour)
  }

  private static func rect(_ box: Box, _ colour: String, _ more: String = "") -> String {
    "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" "
      + "fill=\"\(colour)\"\(more)/>"
  }

  // MARK: Colours and text

  /// The first sixteen as most terminals mix them, the others as xterm does.
  private static func hex(_ number: Int) -> String {
    let sixteen = [
      "#1c1c1c", "#af5f5f", "#5f875f", "#87875f", "#5f87af", "#87658f", "#5f8787", "#d0d0d0",
    ]
    if number < 16 { return sixteen[number % 8] }
    let colour = Colour(xterm: number)
    let levels = [colour.red, colour.green, colour.blue].map { Int(($0 * 255).rounded()) }
    return "#" + levels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
