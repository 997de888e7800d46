import Casework

extension ColumnMap {
  /// Whether the sheet is a grid of marks.
  package var isGrid: Bool { targets.contains(.occasion) }

  /// The field that a mark is a word for, in a grid.
  var marks: [FieldFacts] {
    let description = RecordDescription.of(kind)
    return isGrid ? description.grid.flatMap { description[$0.mark] }.map { [$0] } ?? [] : []
  }

  /// With the columns of a grid, which its headings and its marks tell: each names a gathering by its day,
  /// or where none does by what it is called.
  func withOccasions(of sheet: Sheet) -> ColumnMap {
    let description = RecordDescription.of(kind)
    guard let grid = description.grid, let mark = description[grid.mark],
      !targets.contains(where: { $0.field?.name == grid.across }),
      targets.contains(where: { $0.field?.name == grid.down })
    else { return self }
    let open = targets.indices.filter { targets[$0] == .unknown && !told.contains($0) }
    var found = open.filter { DayHeading(sheet.header[$0].onOneLine) != nil }
    if found.isEmpty {
      let reader = CellReader([mark])
      var marked: [Int: (marks: Int, cells: Int)] = [:]
      for row in sheet.rows {
        for index in open where row.cells.indices.contains(index) {
          guard let text = row.cells[index]?.trimmed, text.hasText else { continue }
          marked[index, default: (0, 0)].cells += 1
          if (try? reader.read(text, as: mark)) != nil { marked[index]?.marks += 1 }
        }
      }
      found = open.filter { marked[$0].map { $0.marks > 0 && $0.marks * 2 >= $0.cells } ?? false }
    }
    return found.isEmpty ? self : replacing(found, countingRows: counters(of: sheet, grid))
  }

  /// Columns that number the rows from 1 and say nothing else.
  private func counters(of sheet: Sheet, _ grid: SheetGrid) -> [Int] {
    func text(_ row: Sheet.Row, _ index: Int) -> String {
      row.cells.indices.contains(index) ? row.cells[index]?.trimmed ?? "" : ""
    }
    guard let names = targets.firstIndex(where: { $0.field?.name == grid.down }) else { return [] }
    return targets.indices.filter { index in
      guard targets[index] == .number || targets[index] == .unknown else { return false }
      let texts = sheet.rows.filter { text($0, names).hasText }.map { text($0, index) }
      return !texts.isEmpty
        && texts.enumerated().allSatisfy { JapaneseDigits.toASCII($1) == String($0 + 1) }
    }
  }
}

extension RowReader {
  /// The cells of a row of a grid that say something; nil stands for a row that is about nobody.
  func markedCells(of row: Sheet.Row) -> [Int?] {
    if check.problem(with: row) != nil { return [nil] }
    return map.targets.indices.filter { index in
      guard map.targets[index] == .occasion, row.cells.indices.contains(index) else { return false }
      // What cannot be decoded is refused in its place.
      guard let text = row.cells[index]?.trimmed else { return true }
      return text.hasText && !UnsaidText.isPlaceholder(text)
    }
  }

  /// A row of a sheet, or a cell of a grid with what its row says of whom it is about.
  ///
  /// What else the row says is said with its first cell.
  func row(_ row: Sheet.Row, at cell: Int?) -> ImportRow {
    var result = self.row(row)
    let description = RecordDescription.of(map.kind)
    guard let cell, let grid = description.grid, let mark = map.marks.first else { return result }
    result.column = columnName(cell).onOneLine
    for (index, target) in map.targets.enumerated() {
      guard let field = target.field, field.shape == .longText,
        case .text(let text)? = result.values.removeValue(forKey: field.name)
      else { continue }
      let line = "\(columnName(index)): \(text)"
      result.remainder += result.remainder.isEmpty ? line : "\n\(line)"
    }
    if markedCells(of: row).first != cell { result.remainder = "" }
    guard let text = row.cells[cell]?.trimmed else { return result }
    result.values[grid.across] = .text(map.header[cell].onOneLine)
    if let mended = mender.mended(mark.name, mark.shape, text, in: row.number) {
      if case .value(let value) = mended { result.values[mark.name] = value }
      return result
    }
    do {
      result.values[mark.name] = try cells.read(text, as: mark)
    } catch {
      if case .value(let value)? = mender.mended(error, mark.shape, text, in: row.number) {
        result.values[mark.name] = value
      } else {
        result.problems.append(error)
      }
    }
    return result
  }
}
