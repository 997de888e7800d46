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
      into: &frame, scene, look, first: today.only.map { scene.words($0.labelKey) }, order: nil,
      right: (marksText(scene.words) + [caseloadText(scene.words)]).compactMap(\.self))
    guard scene.region.rows > 0 else { return }
    // Its headings stand where other lists have the titles of their columns.
    let region = Region(
      row: scene.region.row - 1, column: scene.region.column, rows: scene.region.rows + 1,
      columns: scene.region.columns)
    var table = TableView(columns: columns(look, scene), selection: selection)
    let layout = TableLayout(table.columns, available: region.columns)
    let chrome = frame.chrome
    table.drawRows(RowLook(look: look, layout: layout), layout, into: &frame, in: region) { index in
      today.lines.indices.contains(index) ? shown(today.lines[index]) : nil
    } slot: {
      $0.line.identity
    } row: {
      row(of: $0, chrome, scene)
    }
    if today.isWhole, selection.count == 0 {
      table.placeholder =
        query.search.isEmpty ? scene.words("screen.today.empty") : nothingFound(scene)
    }
    table.drawFrame(into: &frame, in: region)
    drawHeadingInSight(look, layout, table, into: &frame, in: region, scene)
  }

  /// The heading of the first line that is seen, in its place where it is not the one one is at.
  private func drawHeadingInSight(
    _ look: Look, _ layout: TableLayout, _ table: TableView, into frame: inout Frame,
    in region: Region, _ scene: Scene
  ) {
    let first = selection.visible(rows: Self.visibleLines(scene)).lowerBound
    guard today.lines.indices.contains(first), first != selection.index,
      !today.lines[first].isHeading
    else { return }
    let heading = TodayLine.heading(today.lines[first].section, isOpen: true)
    let (chrome, line) = (frame.chrome, region.line(1))
    frame.fill(line)
    table.draw(row(of: shown(heading), chrome, scene), layout, into: &frame, in: line)
  }

  /// Day, person, what it is, whose it is: as wide as what stands in them.
  private func columns(_ look: Look, _ scene: Scene) -> [TableColumn] {
    let source = ColumnSource(look: look, arrangements: today.arrangements)
    return scene.remembered.value(at: "columns", from: source) {
      let text = TodayRowText(scene)
      var widths = [1, 1, 1, 1]
      for row in today.lines.compactMap(\.row) {
        for (index, cell) in text.cells(of: row).enumerated() {
          widths[index] = max(widths[index], scene.width.columns(of: cell))
        }
      }
      return zip(widths, [1, 2, 3, 4]).enumerated().map { index, column in
        TableColumn(
          title: "", columns: min(column.0, Self.widest[index]), priority: column.1,
          isFixed: index == 0 || index == 3, least: Self.least[index])
      }
    }
  }

  /// What no column goes beyond, and what it can do with.
  private static let widest = [16, 30, 46, 12]
  private static let least = [4, 12, 14, 4]

  private struct ColumnSource: Equatable, Sendable {
    let look: Look
    let arrangements: Int
  }

  /// A line as it is shown: what a heading counts, and whether a row is marked.
  private struct Shown: Equatable, Sendable {
    let line: TodayLine
    let count: ListCount?
    let isMarked: Bool
  }

  private func shown(_ line: TodayLine) -> Shown {
    let count: ListCount? =
      switch line {
      case .heading(let section, _): today.count(of: section)
      case .more(let section): today.hidden(in: section)
      case .row: nil
      }
    return Shown(
      line: line, count: count, isMarked: line.row?.card.map { marked[$0.address] != nil } ?? false)
  }

  private func row(of shown: Shown, _ chrome: Chrome, _ scene: Scene) -> TableView.Row {
    let words = scene.words
    let count = shown.count.map { "\($0.value)\($0.isExact ? "" : "+")" } ?? ""
    switch shown.line {
    case .heading(let section, let isOpen):
      return .line(
        [
          TableView.Row.Piece("\(chrome.fold(isOpen: isOpen)) ", .accent),
          TableView.Row.Piece(words(section.labelKey), .heading),
          TableView.Row.Piece("  \(words("today.count", count))", section.role),
          TableView.Row.Piece(until(section, scene).map { "  \($0)" } ?? "", .muted),
        ], hasRule: true)
    case .more:
      return .line([TableView.Row.Piece("    \(words("today.more", count))", .muted)])
    case .row(let section, let row):
      let text = TodayRowText(scene)
      return TableView.Row(
        text.cells(of: row), isMarked: shown.isMarked, cellRoles: text.roles(of: row, in: section))
    }
  }

  /// How far a section looks ahead.
  private func until(_ section: TodaySection, _ scene: Scene) -> String? {
    guard section == .week else { return nil }
    let last = scene.today.adding(days: TodaySection.daysAhead)
    return scene.words("today.until", ValueText(scene.words).monthDay(last))
  }

  /// The day in full, and what the columns of the selected row cut short.
  package func peek(_ scene: Scene) -> [String] {
    guard let row = todayLine?.row else { return [] }
    let text = TodayRowText(scene)
    let cells = text.cells(of: row)
    let places = TableLayout(columns(Look(query, scene), scene), available: scene.region.columns)
      .places
    let cut = cells.indices.dropFirst().compactMap { index -> String? in
      let room = places.first { $0.column == index }?.columns ?? 0
      return scene.width.columns(of: cells[index]) <= room ? nil : cells[index]
    }
    return [text.fullDay(of: row)].compactMap(\.self) + cut
  }

  /// How many cases are worked on, of those whose work it shows.
  private func caseloadText(_ words: Words) -> String? {
    today.caseload.map {
      "\(words(Indicator.caseload.labelKey)) \($0.value)\($0.isExact ? "" : "+")"
    }
  }
}

extension TodaySection {
  /// How much what stands under it presses.
  fileprivate var role: Role {
    switch self {
    case .overdue, .unseen: .error
    case .today: .urgent
    case .week, .closures: .warning
    default: .muted
    }
  }
}
