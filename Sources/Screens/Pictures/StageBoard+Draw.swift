import Casework
import Cells
import Labels
import Widgets
import Wording

extension StageBoard {
  /// How many there are and how many have ended, the columns, and below them the selected card.
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words) {
    frame.fill(region)
    let shown = visible(in: region)
    drawTitle(shown, into: &frame, in: region, words: words)
    let columns = max(1, region.columns / max(1, shown.count))
    let height = cardHeight(in: region)
    for (index, stage) in shown.enumerated() {
      let place = Region(
        row: region.row + 1, column: region.column + index * columns, rows: region.rows - 2,
        columns: columns)
      if index > 0, frame.chrome == .line { drawLine(before: place, into: &frame) }
      draw(stage, height, into: &frame, in: place, today: today, words: words)
    }
    frame.put(
      peek(today, words), at: region.position(row: region.rows - 1, column: 1),
      columns: region.columns - 2)
  }

  private var description: RecordDescription { .of(query.kind) }
  private var catalogue: Catalogue? { description[board.field]?.shape.catalogue }
  /// Whether every stage has a column.
  private var holdsAll: Bool { catalogue?.codes.allSatisfy(board.columns.contains) ?? false }

  private func total(_ stages: some Sequence<String>) -> (Int, isExact: Bool) {
    let counts = stages.compactMap { rows.counts[$0] }
    return (counts.reduce(0) { $0 + $1.value }, counts.allSatisfy(\.isExact))
  }

  private func text(_ count: (Int, isExact: Bool), _ key: String, _ words: Words) -> String {
    words(key, "\(count.0)\(count.isExact ? "" : "+")")
  }

  private func drawTitle(
    _ shown: [String], into frame: inout Frame, in region: Region, words: Words
  ) {
    let all = board.columns
    let before = total(all.prefix { $0 != shown.first })
    let after = total(all.reversed().prefix { $0 != shown.last })
    let plural = words("kind.\(query.kind.rawValue).plural")
    let (number, isExact) = total(all)
    var parts = [
      words(
        holdsAll ? "calendar.records" : "board.open", "\(number)\(isExact ? "" : "+")", plural)
    ]
    if before.0 > 0 { parts.append("< " + text(before, "board.before", words)) }
    if after.0 > 0 { parts.append(text(after, "board.after", words) + " >") }
    frame.put(
      " " + parts.joined(separator: "  "), at: region.origin, columns: region.columns,
      role: .heading)
    guard !holdsAll else { return }
    let ended = text((rows.ended.value, rows.ended.isExact), "board.ended", words)
    frame.put(
      ended, at: region.origin, columns: region.columns - 1, role: .muted, alignment: .right)
  }

  /// Between two columns.
  private func drawLine(before place: Region, into frame: inout Frame) {
    for row in 0..<place.rows {
      let position = Position(row: place.row + row, column: place.column - 1)
      frame.put(frame.chrome.vertical, at: position, columns: 1, role: .rule)
    }
  }

  private func draw(
    _ stage: String, _ height: Int, into frame: inout Frame, in region: Region, today: CivilDate,
    words: Words
  ) {
    let count = rows.counts[stage] ?? ListCount(0)
    let name = ValueText(words).shortText(
      .code(stage), of: description[board.field]?.shape ?? .text)
    let number = "\(count.value)\(count.isExact ? "" : "+")"
    let isHere = stage == self.stage
    frame.put(
      "\(frame.width.clip(name, to: region.columns - 3 - number.count)) \(number)",
      at: region.position(column: 1), columns: region.columns - 2,
      role: role(of: stage))
    let cards = cards(in: stage)
    let selection = selection(in: stage)
    let visible = selection.visible(rows: max(1, (region.rows - 1) / height))
    for index in visible where cards.indices.contains(index) {
      let place = Region(
        row: region.row + 1 + (index - visible.lowerBound) * height, column: region.column,
        rows: height, columns: region.columns - 1)
      BoardCard(cards[index], board, today: today, words: words)
        .draw(into: &frame, in: place, isSelected: isHere && index == selection.index)
    }
    if isHere, cards.isEmpty { frame.cursor = region.position(column: 1) }
  }

  /// How far on its way a column stands.
  private func role(of stage: String) -> Role {
    let all = board.columns
    guard let index = all.firstIndex(of: stage), all.count > 1 else { return .heading }
    switch index * 3 / all.count {
    case 0: return .begun
    case 1: return .underway
    default: return .good
    }
  }

  private func peek(_ today: CivilDate, _ words: Words) -> String {
    guard let card = selected else {
      return words(
        "screen.\(ScreenID(listing: query.kind).name).empty",
        words("kind.\(query.kind.rawValue).plural"))
    }
    let texts = ValueText(words)
    let told = board.beside.filter { description[$0]?.shape == .text }
    let said =
      [card.number, texts.text(card, board.title), BoardMark(card, on: today, words).sentence]
      + ([board.below].compactMap(\.self) + told).map { texts.shortText(card, $0) }
    return said.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
