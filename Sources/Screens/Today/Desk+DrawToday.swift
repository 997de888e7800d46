import Labels
import Casework
import Cells
import Widgets
import Wording

/// Today as a table: a heading for each section, and its rows in the same four columns.
extension Desk {
  /// Day, person, what it is, whose it is.
  private var todayColumns: [TableColumn] {
    let description = RecordDescription.of(.followUp)
    let texts = ValueText(words)
    return ["due", "case", "action", "assignee"].compactMap { description[$0] }.map { field in
      let isDate = field.shape == .date
      return TableColumn(
        title: texts.header(of: field, in: .followUp),
        columns: isDate ? words.dates.columns : field.column?.width ?? 10,
        priority: field.column?.priority ?? 9, isFixed: isDate)
    }
  }

  func drawToday(into frame: inout Frame, in region: Region) {
    let list = self.list
    var table = TableView(columns: todayColumns)
    let visible = list.selection.visible(rows: TableView.visibleRows(in: region))
    table.firstRow = visible.lowerBound
    table.rows = visible.compactMap { index in
      list.today.lines.indices.contains(index) ? row(of: list.today.lines[index], list) : nil
    }
    table.selection = list.selection
    if list.isLoaded {
      table.placeholder =
        list.query.search.isEmpty ? words("screen.today.empty") : words("desk.nothingFound")
    }
    table.draw(into: &frame, in: region)
  }

  private func row(of line: TodayLine, _ list: ListScreen) -> TableView.Row {
    switch line {
    case .heading(let section):
      let count = list.today.count(of: section)
      let shown = "\(count.value)\(count.isExact ? "" : "+")"
      return .heading(words("today.heading", words(section.labelKey), shown))
    case .row(let section, let row):
      let text = TodayRowText(words: words, today: surroundings.today, covered: covered)
      return TableView.Row(
        text.cells(of: row), isMarked: row.card.map { list.marked[$0.address] != nil } ?? false,
        cellRoles: text.roles(of: row, in: section))
    }
  }

  /// What the selected row of Today says that its columns cut short.
  var todayPeek: [String] {
    guard let row = list.todayLine?.row else { return [] }
    let text = TodayRowText(words: words, today: surroundings.today, covered: covered)
    let cells = text.cells(of: row)
    let places = TableLayout(todayColumns, available: layout.list.columns).places
    return cells.indices.compactMap { index in
      let room = places.first { $0.column == index }?.columns ?? 0
      return width.width.columns(of: cells[index]) <= room ? nil : cells[index]
    }
  }

  /// How many cases are worked on, of those whose work Today shows.
  var caseloadText: String? {
    list.today.caseload.map {
      "\(words(Indicator.caseload.labelKey)) \($0.value)\($0.isExact ? "" : "+")"
    }
  }
}
