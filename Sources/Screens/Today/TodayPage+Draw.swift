internal import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

/// Today as a table: a heading for each section, and its rows in the same four columns.
extension TodayPage {
  package func draw(into frame: inout Frame, _ scene: Scene) {
    let look = Look(query, scene)
    drawCriteria(
      into: &frame, scene, look, first: nil, order: nil,
      right: (marksText(scene.words) + [caseloadText(scene.words)]).compactMap(\.self))
    let region = scene.region
    guard region.rows > 0 else { return }
    var table = TableView(columns: columns(look, scene), selection: selection)
    let layout = TableLayout(table.columns, available: region.columns)
    frame.draw(region.line(0), at: "titles", from: look) {
      table.drawTitles(layout, into: &$0, in: region.line(0))
    }
    table.drawRows(look, layout, into: &frame, in: region) { index in
      today.lines.indices.contains(index) ? shown(today.lines[index]) : nil
    } slot: {
      $0.line.identity
    } row: {
      row(of: $0, scene)
    }
    if today.isWhole, selection.count == 0 {
      table.placeholder =
        query.search.isEmpty ? scene.words("screen.today.empty") : nothingFound(scene)
    }
    table.drawFrame(into: &frame, in: region)
  }

  /// Day, person, what it is, whose it is.
  private func columns(_ look: Look, _ scene: Scene) -> [TableColumn] {
    scene.remembered.value(at: "columns", from: look) {
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
  }

  /// A line as it is shown: what a heading counts, and whether a row is marked.
  private struct Shown: Equatable, Sendable {
    let line: TodayLine
    let count: ListCount?
    let isMarked: Bool
  }

  private func shown(_ line: TodayLine) -> Shown {
    Shown(
      line: line, count: line.row == nil ? today.count(of: line.section) : nil,
      isMarked: line.row?.card.map { marked[$0.address] != nil } ?? false)
  }

  private func row(of shown: Shown, _ scene: Scene) -> TableView.Row {
    switch shown.line {
    case .heading(let section):
      let count = shown.count.map { "\($0.value)\($0.isExact ? "" : "+")" } ?? ""
      return .heading(scene.words("today.heading", scene.words(section.labelKey), count))
    case .row(let section, let row):
      let text = TodayRowText(scene)
      return TableView.Row(
        text.cells(of: row), isMarked: shown.isMarked, cellRoles: text.roles(of: row, in: section))
    }
  }

  /// What the selected row says that its columns cut short.
  package func peek(_ scene: Scene) -> [String] {
    guard let row = todayLine?.row else { return [] }
    let cells = TodayRowText(scene).cells(of: row)
    let places = TableLayout(columns(Look(query, scene), scene), available: scene.region.columns)
      .places
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
