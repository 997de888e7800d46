package import Casework

/// Reads the rows of a sheet as rows to import.
package struct RowReader {
  private let map: ColumnMap
  private let cells: CellReader
  private let parts: PartReader
  private let check: RowCheck

  package init(_ map: ColumnMap) {
    self.map = map
    cells = CellReader(map.targets.compactMap(\.field))
    parts = PartReader(map.targets.compactMap(\.part))
    check = RowCheck(map)
  }

  /// The values of a row by field, the text of columns without one, and what cannot be read.
  package func row(_ row: Sheet.Row) -> ImportRow {
    var result = ImportRow(number: row.number)
    if let problem = check.problem(with: row) {
      result.problems.append(problem)
      return result
    }
    var kept: [String] = []
    var partCells: [PartReader.Cell] = []
    for (index, cell) in row.cells.enumerated() {
      let target = index < map.targets.count ? map.targets[index] : nil
      guard let text = cell?.trimmed, !text.holdsSigns else {
        let name = target?.field?.name ?? target?.part?.name ?? ""
        result.problems.append(FieldProblem(name, .unreadableText))
        continue
      }
      if text.isEmpty { continue }
      switch target {
      case .field(let field):
        if field.name == Case.name(\.number), !CellReader.isCaseNumber(text), map.hasSourceNumber {
          kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
          continue
        }
        do {
          result.values[field.name] = try cells.read(text, as: field)
          // A guessed value is kept only as far as it is known; the words of the cell go to the
          // notes.
          if field.isBirth, BirthDateText.isEstimate(text) {
            kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
          }
          if case .reference = field.shape, let name = CellReader.nameAfterNumber(text) {
            result.called[field.name] = name
          }
        } catch {
          result.problems.append(error)
        }
      case .part(let column):
        partCells.append(PartReader.Cell(column: column, header: columnName(index), text: text))
      case .number where CellReader.recordNumber(text) != nil:
        if let number = CellReader.recordNumber(text), number.hasPrefix(map.kind.letter + "-") {
          result.record = number
        }
      case .kept, .remark: break
      case .number, .unknown: kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
      case nil: result.problems.append(FieldProblem("", .tooManyCells, .text(text.excerpt)))
      }
    }
    result.mayBeOwnNumber =
      map.unclaimedNumber.map { row.cells.indices.contains($0) } ?? false
    BirthDate.separate(&result.values)
    parts.read(partCells, into: &result, &kept)
    result.remainder = kept.joined(separator: "\n")
    return result
  }

  /// The header's words, or the spreadsheet's letters where it has none.
  private func columnName(_ index: Int) -> String {
    let name = map.header[index].trimmed
    return name.isEmpty ? Self.letters(index) : name
  }

  /// A, B … Z, AA, AB and so on.
  private static func letters(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letters(index / 26 - 1) + last
  }
}
