package import Casework

/// A sheet, what was decided about it, and what follows: the one model of the desk and the command line.
package struct SheetPlan {
  package let sheet: Sheet
  package let map: ColumnMap
  package let dates: ColumnDates
  package let choices: SheetChoices
  /// The cells that went to the note because they could not be read.
  package let kept = KeptCells()
  /// The telephones that were given the zero again that a spreadsheet had dropped.
  package let phones = KeptCells()

  package init(_ sheet: Sheet, _ map: ColumnMap, _ choices: SheetChoices) {
    self.sheet = sheet
    let map = map.withOccasions(of: sheet)
    self.map = map
    self.choices = choices
    dates = ColumnDates(sheet, map)
  }

  /// As the desk reads a sheet: what is not clear is asked beside the column.
  package init(
    _ sheet: Sheet, _ kind: RecordKind, _ choices: SheetChoices
  ) throws(SheetProblem) {
    let map = try ColumnMap(
      header: sheet.header, description: .of(kind), columns: choices.columns)
    self.init(sheet, map, choices)
  }

  /// The rows to be imported, read as they are needed.
  ///
  /// - Parameter leftOut: those that stay out, by their numbers.
  package func rows(leavingOut leftOut: Set<Int> = []) -> PlannedRows {
    let reader = RowReader(map, dates, mends: choices.mends, counting: kept, mending: phones)
    var places = sheet.rows.indices.filter { place in
      leftOut.isEmpty || !leftOut.contains(sheet.rows.number(at: place))
    }.map { PlannedRows.Place(row: $0) }
    if map.isGrid {
      places = places.flatMap { place in
        reader.markedCells(of: sheet.rows[place.row]).map { .init(row: place.row, cell: $0) }
      }
    }
    return PlannedRows(rows: sheet.rows, places: places, reader: reader)
  }

  /// The rows of a grid in which nothing is marked, by their numbers.
  package var unmarked: [Int] {
    guard map.isGrid else { return [] }
    let reader = RowReader(map, dates)
    return sheet.rows.filter { reader.markedCells(of: $0).isEmpty }.map(\.number)
  }

  /// What the import is told beside its rows.
  package func options(_ options: ImportOptions) -> ImportOptions {
    var result = options
    let mends = choices.mends
    result.create =
      options.create
      || mends.cells.values.contains(.create) || mends.reasons.values.contains(.create)
    // An import never moves a status.
    let status = RecordDescription.of(map.kind).statusField?.name
    result.overwrite.formUnion(choices.overwrite.filter { $0 != status })
    return result
  }

  /// What each column becomes, with three of its texts.
  package var columns: [SheetColumn] {
    var columns = map.targets.enumerated().map { position, target in
      SheetColumn(
        position: position, heading: map.header[position], use: SheetColumn.Use(target),
        doubt: map.doubts[position], isChosen: choices.columns[position] != nil)
    }
    for row in sheet.rows {
      for (position, cell) in row.cells.enumerated() where columns.indices.contains(position) {
        guard let text = cell?.onOneLine.trimmed, text.hasText else { continue }
        columns[position].filled += 1
        let excerpt = text.excerpt
        guard columns[position].examples.count < Self.examples,
          columns[position].use != .individualNumber,
          !columns[position].examples.contains(excerpt)
        else { continue }
        columns[position].examples.append(excerpt)
      }
    }
    return columns
  }

  private static let examples = 3

  /// Where the cell of a problem stands.
  func position(of field: String) -> Int? {
    map.targets.firstIndex { $0.field?.name == field || $0.part?.name == field }
  }

  /// What would become of the rows, or became of them.
  package func check(_ report: ImportReport) -> SheetCheck {
    var check = SheetCheck(report, problems: ProblemGroups(self, report).groups)
    check.keptCells = kept.count
    check.mendedPhones = phones.count
    return check
  }
}

extension SheetColumn.Use {
  init(_ target: ColumnMap.Target) {
    self =
      switch target {
      case .field(let field): .field(field.name)
      case .part(let column): .field(column.name)
      case .household: .household
      case .called(let field): .called(field.name)
      case .day(let field): .day(of: field.name)
      case .namePart(let part): .namePart(part.stableName)
      case .number: .number
      case .kept: .kept
      case .remark: .remark
      case .individualNumber: .individualNumber
      case .occasion: .occasion
      case .counter: .counter
      case .unknown: .note
      }
  }
}
