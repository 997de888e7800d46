internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// What each column of a sheet becomes, as a table with three of its texts.
struct SheetColumns {
  private let page: SheetPage

  init(_ page: SheetPage) { self.page = page }

  func draw(into frame: inout Frame, _ scene: Scene, in region: Region) {
    guard let shape = page.shape else { return }
    let words = scene.words
    let lead = frame.width.wrap(lead(shape, words), to: max(1, region.columns - 2)).prefix(2)
    for (row, line) in lead.enumerated() {
      frame.put(
        line, at: region.position(row: row, column: 1), columns: region.columns - 2, role: .muted)
    }
    let table = region.inset(top: lead.count, bottom: 2)
    if let (said, role) = note(shape, words) {
      let lines = frame.width.wrap(said, to: max(1, region.columns - 2)).prefix(2)
      for (row, line) in lines.enumerated() {
        frame.put(
          line, at: region.position(row: region.rows - 2 + row, column: 1),
          columns: region.columns - 2, role: role)
      }
    }
    view(shape, words, table.columns, frame.width).draw(into: &frame, in: table)
    frame.showsCursor = false
  }

  /// What was read, how much, and whether it was read like this before.
  private func lead(_ shape: SheetShape, _ words: Words) -> String {
    let source =
      switch shape.source {
      case .encoding(let name): words("import.encoding", words("encoding.\(name)"))
      case .sheet(let name): words("import.sheet", name)
      }
    var parts = [
      page.request.path.split(separator: "/").last.map(String.init) ?? "", source,
      words("sheet.rows", String(shape.rows)),
    ]
    if shape.isRemembered { parts.append(words("sheet.remembered")) }
    if let other = shape.otherKind {
      parts.append(words("sheet.otherKindAsk", words("kind.\(other.rawValue).plural")))
    }
    return parts.joined(separator: "  ")
  }

  /// What is not clear of the selected column, else its heading in full.
  private func note(_ shape: SheetShape, _ words: Words) -> (String, Role)? {
    guard shape.columns.indices.contains(page.columns.index) else { return nil }
    let column = shape.columns[page.columns.index]
    if let doubt = SheetColumnText(words).doubt(column, in: page.kind) { return (doubt, .warning) }
    return ("\(column.letters)  \(column.heading)", .muted)
  }

  private static func headingColumns(in columns: Int) -> Int { columns < 100 ? 24 : 48 }

  private func view(
    _ shape: SheetShape, _ words: Words, _ available: Int, _ width: CellWidth
  ) -> TableView {
    let texts = SheetColumnText(words)
    let rows = shape.columns.map { column in
      let isNote = column.use == .note
      return TableView.Row(
        [
          column.letters, column.heading.isEmpty ? words("sheet.noHeading") : column.heading,
          texts.use(column.use, in: page.kind), column.examples.joined(separator: " / "),
        ],
        cellRoles: [
          0: .muted, 2: column.doubt != nil ? .urgent : isNote ? .muted : .accent, 3: .muted,
        ])
    }
    let titles = ["column", "heading", "becomes", "examples"].map { words("sheet.\($0)") }
    func widest(_ column: Int, _ most: Int) -> Int {
      min(most, ([titles[column]] + rows.map { $0.cells[column] }).map(width.columns).max() ?? 1)
    }
    return TableView(
      columns: [
        TableColumn(title: titles[0], columns: widest(0, 4), isFixed: true),
        TableColumn(
          title: titles[1], columns: widest(1, Self.headingColumns(in: available)),
          least: min(8, widest(1, 24))),
        TableColumn(title: titles[2], columns: widest(2, 26), least: min(10, widest(2, 26))),
        TableColumn(
          title: titles[3], columns: widest(3, 60), priority: 2, least: min(12, widest(3, 60))),
      ], rows: rows, selection: page.columns)
  }
}
