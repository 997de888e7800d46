internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// What will become of the rows of a sheet, with the rows behind each number.
struct SheetOutcome: Hashable, Sendable {
  private enum Item: Hashable, Sendable {
    case fate(SheetCheck.Fate)
    case possible
    case difference(String)
    case staff, kept, phones
  }

  private enum Line: Hashable, Sendable {
    case item(Item, count: Int)
    case row(Item, SheetCheck.Outcome)
    case more(Int)
  }

  var selection = ListSelection()
  private var opened: Set<Item> = []
  private var lines: [Line] = []

  /// Shows what was found out; what was open stays open.
  mutating func show(_ check: SheetCheck) {
    var items: [(Item, Int, [SheetCheck.Outcome])] = SheetCheck.Fate.allCases.map {
      (.fate($0), check.count(of: $0), check.rows[$0] ?? [])
    }
    items.append((.possible, check.possibleCount, check.possible))
    items += check.differences.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      (.difference($0.key), $0.value, check.differing[$0.key] ?? [])
    }
    items.append((.staff, check.newStaff.count, []))
    items.append((.kept, check.keptCells, []))
    items.append((.phones, check.mendedPhones, []))
    lines = items.flatMap { item, count, rows -> [Line] in
      if count == 0, ![Item.fate(.added), .fate(.changed)].contains(item) { return [] }
      guard opened.contains(item), !rows.isEmpty else { return [.item(item, count: count)] }
      let more = count - rows.count
      return [.item(item, count: count)] + rows.map { .row(item, $0) }
        + (more > 0 ? [.more(more)] : [])
    }
    selection.count = lines.count
  }

  /// Opens the rows behind the selected number, or closes them.
  mutating func toggle(_ check: SheetCheck) {
    guard let item = selected else { return }
    if opened.remove(item) == nil { opened.insert(item) }
    show(check)
    selection.select(
      lines.firstIndex { if case .item(item, _) = $0 { true } else { false } } ?? selection.index)
  }

  private var selected: Item? {
    guard lines.indices.contains(selection.index) else { return nil }
    switch lines[selection.index] {
    case .item(let item, _), .row(let item, _): return item
    case .more: return nil
    }
  }

  /// The field whose differences are selected.
  var field: String? { if case .difference(let field)? = selected { field } else { nil } }

  // MARK: Drawing

  func draw(of page: SheetPage, into frame: inout Frame, _ scene: Scene, in region: Region) {
    let words = scene.words
    let left = page.check?.count(of: .refused) ?? 0
    frame.put(
      words(left > 0 ? "sheet.outcomeLeft" : "sheet.outcome", String(left)),
      at: region.position(column: 1), columns: region.columns - 2, role: .muted)
    // A table without columns begins with an empty row of titles.
    let room = region.inset(bottom: 2)
    var table = TableView(columns: [], selection: selection)
    table.rows = lines.map { row($0, page, frame.chrome, words) }
    table.draw(into: &frame, in: room)
    frame.showsCursor = false
    guard lines.indices.contains(selection.index) else { return }
    let said = frame.width.wrap(
      note(lines[selection.index], page, words), to: max(1, region.columns - 2))
    for (row, text) in said.prefix(2).enumerated() {
      frame.put(
        text, at: region.position(row: region.rows - 2 + row, column: 1),
        columns: region.columns - 2, role: .plain)
    }
  }

  private func row(_ line: Line, _ page: SheetPage, _ chrome: Chrome, _ words: Words)
    -> TableView.Row
  {
    switch line {
    case .item(let item, let count):
      let name = name(item, page, words)
      let hasRows = ![Item.staff, .kept, .phones].contains(item) && count > 0
      return .line([
        TableView.Row.Piece(
          hasRows ? "\(chrome.fold(isOpen: opened.contains(item))) " : "  ", .accent),
        TableView.Row.Piece(name, .heading),
        TableView.Row.Piece("  \(words("today.count", String(count)))", role(item, count)),
        TableView.Row.Piece(aside(item, page, words).map { "  \($0)" } ?? "", .muted),
      ])
    case .row(let item, let outcome):
      return .line([
        TableView.Row.Piece("    \(words("sheet.row", padded(outcome.number)))  ", .muted),
        TableView.Row.Piece(text(outcome, item, page, words), .plain),
      ])
    case .more(let count):
      return .line([TableView.Row.Piece("    \(words("sheet.more", String(count)))", .muted)])
    }
  }

  /// Numbers of rows end below each other.
  private func padded(_ number: Int) -> String {
    let longest = lines.map { if case .row(_, let outcome) = $0 { outcome.number } else { 0 } }
      .max()
    let width = String(longest ?? 0).count
    return String(repeating: " ", count: max(0, width - String(number).count)) + String(number)
  }

  private func name(_ item: Item, _ page: SheetPage, _ words: Words) -> String {
    switch item {
    case .fate(.refused): words("sheet.leftOut")
    case .fate(let fate): words("sheet.fate.\(fate.rawValue)")
    case .possible: words("sheet.possible")
    case .difference(let field):
      words("sheet.differs", SheetColumnText(words).label(of: field, in: page.kind))
    case .staff: words("sheet.newStaff")
    case .kept: words("sheet.keptCells")
    case .phones: words("sheet.phones")
    }
  }

  private func role(_ item: Item, _ count: Int) -> Role {
    switch item {
    case .possible, .difference, .fate(.refused): .warning
    default: count > 0 ? .accent : .muted
    }
  }

  /// What is done about it.
  private func aside(_ item: Item, _ page: SheetPage, _ words: Words) -> String? {
    switch item {
    case .difference(let field):
      if field == RecordDescription.of(page.kind).statusField?.name {
        return words("sheet.statusStays")
      }
      return words(
        page.request.choices.overwrite.contains(field) ? "sheet.sheetWins" : "sheet.storeStays")
    case .staff: return page.check?.newStaff.joined(separator: words("list.separator"))
    default: return nil
    }
  }

  private func text(
    _ outcome: SheetCheck.Outcome, _ item: Item, _ page: SheetPage, _ words: Words
  ) -> String {
    let texts = OutcomeText(words, in: page.kind)
    let link = outcome.link.map { ValueText(words).text($0) }
    var parts = [link]
    parts += texts.cell(of: outcome)
    switch item {
    case .difference(let field):
      parts += outcome.differences.filter { $0.field == field }.map {
        words("sheet.difference", arguments: texts.parts(of: $0))
      }
    case .possible: parts += texts.possibles(of: outcome)
    default: break
    }
    if case .refused(let problems) = outcome.fate {
      parts += problems.map { ProblemText(words).rowSentence($0, in: page.kind) }
    }
    return parts.compactMap(\.self).joined(separator: "  ")
  }

  /// What a line says in full, or what its number means.
  private func note(_ line: Line, _ page: SheetPage, _ words: Words) -> String {
    switch line {
    case .item(.fate(.refused), _): words("sheet.leftOut.help")
    case .item(.fate(let fate), _): words("sheet.fate.\(fate.rawValue).help")
    case .item(.possible, _): words("sheet.possible.help")
    case .item(.difference(let field), _):
      field == RecordDescription.of(page.kind).statusField?.name
        ? words("sheet.statusStays") : words("sheet.differs.help")
    case .item(.staff, _): words("sheet.newStaff.help")
    case .item(.kept, _): words("sheet.keptCells.help")
    case .item(.phones, _): words("sheet.phones.help")
    case .row(let item, let outcome): text(outcome, item, page, words)
    case .more: words("sheet.more.help")
    }
  }
}
