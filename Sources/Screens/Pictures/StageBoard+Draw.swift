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
    for (index, stage) in shown.enumerated() {
      let place = Region(
        row: region.row + 1, column: region.column + index * columns, rows: region.rows - 2,
        columns: columns)
      draw(stage, into: &frame, in: place, today: today, words: words)
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
    if before.0 > 0 { parts.append("< " + text(before, "board.cards", words)) }
    if after.0 > 0 { parts.append(text(after, "board.cards", words) + " >") }
    frame.put(
      " " + parts.joined(separator: "  "), at: region.origin, columns: region.columns,
      role: .heading)
    guard !holdsAll else { return }
    let ended = text((rows.ended.value, rows.ended.isExact), "board.ended", words)
    frame.put(
      ended, at: region.origin, columns: region.columns - 1, role: .muted, alignment: .right)
  }

  private func draw(
    _ stage: String, into frame: inout Frame, in region: Region, today: CivilDate,
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
      role: .heading)
    let cards = cards(in: stage)
    let selection = selection(in: stage)
    let visible = selection.visible(rows: max(1, (region.rows - 1) / 2))
    for index in visible where cards.indices.contains(index) {
      let row = 1 + (index - visible.lowerBound) * 2
      draw(
        cards[index], isSelected: isHere && index == selection.index, into: &frame,
        in: region.inset(top: row, right: 1), today: today, words: words)
    }
    if isHere, cards.isEmpty { frame.cursor = region.position(column: 1) }
  }

  /// What it is called by, and below what it belongs to with the days in the stage, that it waits,
  /// or by when something is due.
  private func draw(
    _ card: Card, isSelected: Bool, into frame: inout Frame, in region: Region, today: CivilDate,
    words: Words
  ) {
    let texts = ValueText(words)
    frame.put(isSelected ? frame.chrome.selected : " ", at: region.origin, columns: 1)
    frame.put(
      texts.shortText(card, board.title), at: region.position(column: 1),
      columns: region.columns - 1,
      role: isSelected ? .selected : .plain, isPadded: isSelected)
    if isSelected { frame.cursor = region.origin }
    let mark = BoardMark(card, on: today, words)
    let used = frame.width.columns(of: mark.text)
    frame.put(
      board.below.map { texts.shortText(card, $0) } ?? "",
      at: region.position(row: 1, column: 2), columns: max(0, region.columns - used - 3),
      role: .muted)
    frame.put(
      mark.text, at: region.position(row: 1, column: max(0, region.columns - used)),
      columns: used, role: mark.isLate ? .warning : .plain)
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
