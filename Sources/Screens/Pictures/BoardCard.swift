import Casework
import Cells
import Labels
import Wording

/// A card of a board: what it is called by, what it belongs to, and how long it has been there, in as
/// many rows as there is room for.
struct BoardCard {
  private let name: String
  private let below: String
  private let mark: BoardMark

  /// A name and a company in two rows each, the days, and a blank.
  static let mostRows = 6
  /// The cells of the scale of days.
  private static let scale = 6

  init(_ card: Card, _ board: StageColumns, today: CivilDate, words: Words) {
    let texts = ValueText(words)
    name = texts.shortText(card, board.title)
    below = board.below.map { CorporateForm.shortened(texts.shortText(card, $0)) } ?? ""
    mark = BoardMark(card, on: today, words)
  }

  func draw(into frame: inout Frame, in region: Region, isSelected: Bool) {
    let used =
      region.rows < 3
      ? drawClose(into: &frame, in: region) : drawTall(into: &frame, in: region)
    guard isSelected else { return }
    frame.cursor = region.origin
    for row in 0..<used where row > 0 && !frame.appearance.isFrugal {
      frame.setGround(.selected, in: region.line(row))
    }
    SelectedRow.mark(
      region.line(0), name: region.line(0).inset(left: 1), in: &frame)
  }

  /// The name, and below it what it belongs to with the days.
  ///
  /// - Returns: how many rows it took.
  private func drawClose(into frame: inout Frame, in region: Region) -> Int {
    frame.put(name, at: region.position(column: 1), columns: region.columns - 1)
    let columns = frame.width.columns(of: mark.text)
    frame.put(
      below, at: region.position(row: 1, column: 2),
      columns: max(0, region.columns - columns - 3), role: .muted)
    frame.put(
      mark.text, at: region.position(row: 1, column: max(0, region.columns - columns)),
      columns: columns, role: mark.isLate ? .warning : .plain)
    return 2
  }

  private func drawTall(into frame: inout Frame, in region: Region) -> Int {
    // From four rows on one stays blank before the next card.
    let room = (region.rows > 3 ? region.rows - 1 : region.rows) - (mark.text.isEmpty ? 0 : 1)
    let names = lines(of: name, to: region.columns - 1, frame.width)
    let belows = below.isEmpty ? [] : frame.width.wrap(below, to: region.columns - 2)
    let nameRows = min(names.count, max(1, room - min(1, belows.count)))
    var row = put(names, most: nameRows, at: region, column: 1, .plain, into: &frame)
    row += put(
      belows, most: room - nameRows, at: region.inset(top: row), column: 2, .muted, into: &frame)
    guard !mark.text.isEmpty else { return row }
    drawMark(into: &frame, in: region.line(row).inset(left: 2))
    return row + 1
  }

  /// A name goes on in the next line between its parts, where that takes no line more.
  private func lines(of name: String, to columns: Int, _ width: CellWidth) -> [String] {
    let wrapped = width.wrap(name, to: columns)
    let parts = name.split(separator: "・").map(String.init)
    guard parts.count > 1, parts.allSatisfy({ width.columns(of: $0) + 2 <= columns }) else {
      return wrapped
    }
    let lines = parts.dropFirst().reduce(into: [parts[0]]) { lines, part in
      let longer = "\(lines[lines.count - 1])・\(part)"
      // The point behind it has to have room too.
      if width.columns(of: longer) + 2 <= columns {
        lines[lines.count - 1] = longer
      } else {
        lines[lines.count - 1] += "・"
        lines.append(part)
      }
    }
    return lines.count > wrapped.count ? wrapped : lines
  }

  /// Lines of a text, of which the last is cut where there are more.
  private func put(
    _ lines: [String], most: Int, at region: Region, column: Int, _ role: Role,
    into frame: inout Frame
  ) -> Int {
    guard most > 0 else { return 0 }
    for (row, line) in lines.prefix(most).enumerated() {
      let isLast = row == most - 1 && lines.count > most
      frame.put(
        isLast ? lines.dropFirst(row).joined() : line,
        at: region.position(row: row, column: column), columns: region.columns - column, role: role)
    }
    return min(most, lines.count)
  }

  /// How many of the days are over after which somebody asks, and how many those are.
  private func drawMark(into frame: inout Frame, in line: Region) {
    let role: Role = mark.isLate ? .warning : .plain
    guard let share = mark.share, line.columns > Self.scale + 5 else {
      frame.put(mark.text, at: line.origin, columns: line.columns, role: role)
      return
    }
    frame.put(
      String(repeating: frame.chrome.free, count: Self.scale), at: line.origin,
      columns: Self.scale, role: .muted)
    frame.put(
      frame.chrome.bar(share, in: Self.scale), at: line.origin, columns: Self.scale,
      role: mark.isLate ? .warning : frame.appearance.bar)
    frame.put(
      mark.text, at: line.position(column: Self.scale + 1), columns: line.columns - Self.scale - 1,
      role: role)
  }
}
