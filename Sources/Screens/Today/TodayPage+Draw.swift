internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

/// Today as a table: a heading for each section, and its rows in the same four columns.
extension TodayPage {
  package func draw(into frame: inout Frame, _ scene: Scene) {
    drawCriteria(
      into: &frame, scene, first: nil, order: nil,
      right: (marksText(scene.words) + [caseloadText(scene.words)]).compactMap(\.self))
    var table = TableView(columns: columns(scene))
    let visible = selection.visible(rows: TableView.visibleRows(in: scene.region))
    table.firstRow = visible.lowerBound
    table.rows = visible.compactMap { index in
      today.lines.indices.contains(index) ? row(of: today.lines[index], scene) : nil
    }
    table.selection = selection
    if today.isWhole {
      table.placeholder = scene.words(
        query.search.isEmpty ? "screen.today.empty" : "desk.nothingFound")
    }
    table.draw(into: &frame, in: scene.region)
  }

  /// Day, person, what it is, whose it is.
  private func columns(_ scene: Scene) -> [TableColumn] {
    let description = RecordDescription.of(.followUp)
    let texts = ValueText(scene.words)
    return ["due", "case", "action", "assignee"].compactMap { description[$0] }.map { field in
      let isDate = field.shape == .date
      return TableColumn(
        title: texts.header(of: field, in: .followUp),
        columns: isDate ? scene.words.dates.columns : field.column?.width ?? 10,
        priority: field.column?.priority ?? 9, isFixed: isDate)
    }
  }

  private func row(of line: TodayLine, _ scene: Scene) -> TableView.Row {
    switch line {
    case .heading(let section):
      let count = today.count(of: section)
      let shown = "\(count.value)\(count.isExact ? "" : "+")"
      return .heading(scene.words("today.heading", scene.words(section.labelKey), shown))
    case .row(let section, let row):
      let text = TodayRowText(scene)
      return TableView.Row(
        text.cells(of: row), isMarked: row.card.map { marked[$0.address] != nil } ?? false,
        cellRoles: text.roles(of: row, in: section))
    }
  }

  /// What the selected row says that its columns cut short.
  package func peek(_ scene: Scene) -> [String] {
    guard let row = todayLine?.row else { return [] }
    let cells = TodayRowText(scene).cells(of: row)
    let places = TableLayout(columns(scene), available: scene.region.columns).places
    return cells.indices.compactMap { index in
      let room = places.first { $0.column == index }?.columns ?? 0
      return scene.width.columns(of: cells[index]) <= room ? nil : cells[index]
    }
  }

  /// How many cases are worked on, of those whose work it shows.
  private func caseloadText(_ words: Words) -> String? {
    today.caseload.map {
      "\(words(Indicator.caseload.labelKey)) \($0.value)\($0.isExact ? "" : "+")"
    }
  }
}
