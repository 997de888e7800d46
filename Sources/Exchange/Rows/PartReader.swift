import Casework
import Wording

/// Reads the cells of a row of cases that belong in records of their own about the case.
struct PartReader: Sendable {
  /// A cell that is not blank.
  struct Cell {
    let column: CaseColumn
    /// The words of the header.
    let header: String
    let text: String
    var order: DayOrder?
    /// What the person said that it means.
    var value: FieldValue?

    var line: String { "\(header): \(text.withPlainLineEnds)" }
  }

  private let cells: CellReader
  private static let order = Dictionary(
    uniqueKeysWithValues: CaseColumn.all.enumerated().map { ($0.element, $0.offset) })

  init(_ columns: [CaseColumn]) {
    let kinds = Set(columns.map(\.kind)).union(columns.isEmpty ? [] : [.supportCategory])
    cells = CellReader(kinds.flatMap { RecordDescription.of($0).fields })
  }

  /// Adds the parts of a row, and to `remainder` what is too little for a record.
  ///
  /// - Parameter mender: what becomes of cells that cannot be read.
  func read(
    _ given: [Cell], into row: inout ImportRow, _ remainder: inout [String], _ mender: CellMender
  ) {
    if given.isEmpty { return }
    let order = Self.order
    let cells = given.map { moved($0, beside: given) }.sorted {
      order[$0.column, default: 0] < order[$1.column, default: 0]
    }
    var parts: [ImportPart] = []
    for cell in cells {
      let column = cell.column
      if parts.last.map({ $0.kind != column.kind || $0.paper != column.paper }) ?? true {
        parts.append(ImportPart(column.kind, paper: column.paper))
      }
      do {
        let isTaken = try read(cell, into: &parts[parts.count - 1])
        if !isTaken {
          remainder.append(cell.line)
          if isPending(cell) { mender.note(column.name, in: row.number) }
        }
      } catch  where UnsaidText.isPlaceholder(cell.text) {
        // That somebody has no passport is worth a note, and なし is a status of residence.
        remainder.append(cell.line)
      } catch {
        let problem = FieldProblem(column.name, error.code, .text(cell.text.excerpt))
        guard let shape = column.facts?.shape,
          let mended = mender.mended(problem, shape, cell.text, in: row.number)
        else {
          row.problems.append(problem)
          continue
        }
        switch mended {
        case .value(let value): parts[parts.count - 1].values[column.field] = value
        case .empty(let isKept): if isKept { remainder.append(cell.line) }
        }
      }
    }
    row.parts = parts.filter(\.standsAlone)
    for part in parts where !part.standsAlone {
      let lines = cells.filter { $0.column.kind == part.kind && $0.column.paper == part.paper }
        .map(\.line)
      remainder += lines.filter { !remainder.contains($0) }
    }
  }

  /// 難民 in the column of the status of residence says why somebody is helped, which has a column of its
  /// own; the status of recognised refugees is another word, and is not made of it.
  private func moved(_ cell: Cell, beside given: [Cell]) -> Cell {
    guard cell.column.field == ResidenceRow.name(\.statusOfResidence),
      let category = CaseColumn.named(SupportCategoryRow.name(\.supportCategory)),
      !given.contains(where: { $0.column == category }),
      value(cell.text, cell.column.field, of: cell.column.kind) == nil,
      value(cell.text, category.field, of: category.kind) != nil
    else { return cell }
    return Cell(column: category, header: cell.header, text: cell.text, order: cell.order)
  }

  /// False where the cell says nothing that a record of the part could hold.
  private func read(
    _ cell: Cell, into part: inout ImportPart
  ) throws(FieldProblem) -> Bool {
    let field = cell.column.field
    if let value = cell.value {
      part.values[field] = value
      return true
    }
    switch field {
    case Document.name(\.numberEnding)
    where !JapaneseDigits.toASCII(cell.text).contains(where: \.isNumber):
      return false
    case ImportPart.day where cell.column.name == CaseColumn.applicationDay:
      let stage = part.values.value(of: \ProcedureRow.procedureStage)
      guard stage?.isApplication == true, part.values[field] == nil else { return false }
      part.values[field] = try read(cell)
    case WorkPermissionRow.name(\.workPermission),
      ResidenceRow.name(\.designatedActivityKind):
      // Kept as the sheet says it, whether it is one of the list or not.
      part.quoted[field] = cell.line
      part.values[field] = value(cell.text, field, of: part.kind)
    case ResidenceRow.name(\.statusOfResidence):
      // Somebody waits for a status, and has one until then that nobody said.
      if isPending(cell) { return false }
      try readStatus(cell, into: &part)
    case ResidenceRow.name(\.periodMonths):
      if let period = PeriodText.read(cell.text) {
        part.values[period.field] = .number(period.number)
      } else {
        part.quoted[field] = cell.line
      }
    default: part.values[field] = try read(cell)
    }
    return true
  }

  private func read(_ cell: Cell) throws(FieldProblem) -> FieldValue? {
    guard let facts = cell.column.facts else { return nil }
    return try cells.read(cell.text, as: facts, order: cell.order)
  }

  /// A status of residence, or what stands in its place; `特定活動(6月)` or `特定活動 6月` says more
  /// than the status.
  private func readStatus(_ cell: Cell, into part: inout ImportPart) throws(FieldProblem) {
    let field = cell.column.field
    if let status = value(cell.text, field, of: part.kind) {
      part.values[field] = status
    } else if let basis = value(cell.text, ResidenceRow.name(\.stayBasis), of: part.kind) {
      part.values[field] = StatusOfResidence.none.fieldValue
      part.values[\ResidenceRow.stayBasis] = part.values[\ResidenceRow.stayBasis] ?? basis
    } else if Self.monitored.contains(LabelFolding.key(cell.text)) {
      // Before or after an order to leave: two bases, and nobody said which.
      part.values[field] = StatusOfResidence.none.fieldValue
      part.quoted[field] = cell.line
    } else {
      let parts = cell.text.split(maxSplits: 1) {
        "(（[【、,/".contains($0) || $0.isWhitespace || $0.isNumber
      }
      guard parts.first?.isEmpty == false,
        let status = value(String(parts[0]), field, of: part.kind)
      else {
        throw FieldProblem(field, .notAChoice)
      }
      part.values[field] = status
      part.quoted[field] = cell.line
    }
  }

  private func isPending(_ cell: Cell) -> Bool {
    cell.column.field == ResidenceRow.name(\.statusOfResidence)
      && Self.pending.contains(LabelFolding.key(cell.text))
  }

  private static let pending = Set(SheetWords.words("residence.pending").map(LabelFolding.key))
  private static let monitored = Set(SheetWords.words("residence.monitored").map(LabelFolding.key))

  private func value(_ text: String, _ field: String, of kind: RecordKind) -> FieldValue? {
    guard let facts = RecordDescription.of(kind)[field] else { return nil }
    return try? cells.read(text, as: facts)
  }
}

/// A period of stay as a card says it: `3年`, `6月`, `90 days`.
enum PeriodText {
  static func read(_ text: String) -> (field: String, number: Int)? {
    let plain = JapaneseDigits.toASCII(text).lowercased().filter { !$0.isWhitespace }
    let digits = plain.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), number < 10_000 else { return nil }
    switch String(plain.dropFirst(digits.count)) {
    case "年", "年間", "year", "years", "y": return (ResidenceRow.name(\.periodMonths), number * 12)
    case "月", "か月", "カ月", "ヶ月", "ヵ月", "箇月", "ケ月", "month", "months", "m":
      return (ResidenceRow.name(\.periodMonths), number)
    case "日", "日間", "day", "days", "d": return (ResidenceRow.name(\.periodDays), number)
    default: return nil
    }
  }
}
