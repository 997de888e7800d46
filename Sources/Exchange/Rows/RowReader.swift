package import Casework

/// Reads the rows of a sheet as rows to import.
package struct RowReader: Sendable {
  let map: ColumnMap
  let cells: CellReader
  private let parts: PartReader
  let check: RowCheck
  private let dates: ColumnDates
  let mender: CellMender
  private let phones: KeptCells

  /// - Parameters:
  ///   - mends: what becomes of cells that cannot be read.
  ///   - kept: told of those that went to the note.
  ///   - phones: told of the telephones that were given their zero again.
  package init(
    _ map: ColumnMap, _ dates: ColumnDates = ColumnDates(), mends: SheetMends = SheetMends(),
    counting kept: KeptCells = KeptCells(), mending phones: KeptCells = KeptCells()
  ) {
    self.phones = phones
    self.map = map
    self.dates = dates
    mender = CellMender(mends, in: map.kind, counting: kept)
    cells = CellReader(map.targets.compactMap(\.field) + map.marks)
    parts = PartReader(map.targets.compactMap(\.part))
    check = RowCheck(map)
  }

  /// The values of a row by field, the text of columns without one, and what cannot be read.
  package func row(_ row: Sheet.Row) -> ImportRow {
    let row = whole(row)
    var result = ImportRow(number: row.number)
    if let problem = check.problem(with: row) {
      result.problems.append(problem)
      return result
    }
    var kept: [String] = []
    var partCells: [PartReader.Cell] = []
    var nameParts: [NamePart: String] = [:]
    var called: [String: String] = [:]
    var derived: [String] = []
    for (index, cell) in row.cells.enumerated() {
      let target = index < map.targets.count ? map.targets[index] : nil
      guard let text = cell?.trimmed else {
        let name = target?.field?.name ?? target?.part?.name ?? ""
        result.problems.append(FieldProblem(name, .unreadableText))
        continue
      }
      if text.isEmpty { continue }
      if let field = target?.field,
        let mended = mender.mended(field.name, field.shape, text, in: row.number)
      {
        take(mended, index, text, field.name, &result, &kept)
        continue
      }
      switch target {
      case .field(let field):
        if field.name == Case.name(\.number), !CellReader.isCaseNumber(text), map.hasSourceNumber {
          kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
          continue
        }
        // An address is no name, and no member of staff is made of it.
        if field.shape == .reference(.staff), Self.isAddress(text) {
          kept.append("\(columnName(index)): \(text)")
          continue
        }
        if let flag = WordedFlag(field, text) {
          result.values[field.name] = .flag(flag.value)
          kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
          continue
        }
        do {
          guard let value = try value(of: text, field, order: dates[index]) else { continue }
          result.values[field.name] = mended(value, field, in: row.number)
          // A guessed value is kept only as far as it is known; the words of the cell go to the
          // notes.
          if field.isBirth, BirthDateText.isEstimate(text) {
            kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
          }
          if case .reference = field.shape, let name = CellReader.nameAfterNumber(text) {
            result.called[field.name] = name
          }
        } catch {
          guard let mended = mender.mended(error, field.shape, text, in: row.number) else {
            result.problems.append(error)
            continue
          }
          take(mended, index, text, field.name, &result, &kept)
        }
      case .household:
        if !UnsaidText.isNobody(text) { result.household = text.onOneLine }
      case .called(let field):
        if !UnsaidText.isNobody(text) { called[field.name] = text.onOneLine }
      case .namePart(let part):
        if !UnsaidText.isNobody(text) { nameParts[part] = text.onOneLine }
      case .part(let column):
        if let mended = mended(column, text, in: row.number) {
          take(mended, index, text, column.name, &result, &kept)
          if case .value(let value) = mended {
            partCells.append(
              PartReader.Cell(
                column: column, header: columnName(index), text: text, value: value))
          }
        } else if UnsaidText.isDitto(text) {
          result.problems.append(FieldProblem(column.name, .ditto, .text(text)))
        } else if !UnsaidText.isPlaceholder(text) || text.contains(where: \.isLetter) {
          partCells.append(
            PartReader.Cell(
              column: column, header: columnName(index), text: text, order: dates[index]))
        }
      case .number where CellReader.recordNumber(text) != nil:
        if let number = CellReader.recordNumber(text), number.hasPrefix(map.kind.letter + "-") {
          result.record = number
        }
      case .kept: derived.append("\(columnName(index)): \(text.withPlainLineEnds)")
      case .day(let field):
        switch DateText.read(text, order: dates[index]) {
        case .date(let day): result.days[field.name] = day
        case .ambiguous: result.problems.append(problem(field, .ambiguousDate, text))
        case .notADate: result.problems.append(problem(field, .notADate, text))
        }
      case .remark, .individualNumber, .occasion, .counter: break
      case .number, .unknown: kept.append("\(columnName(index)): \(text.withPlainLineEnds)")
      case nil: result.problems.append(FieldProblem("", .tooManyCells, .text(text.excerpt)))
      }
    }
    // What this program keeps itself is its own only in a row of its own.
    if result.record.isEmpty, result.values[\Case.number] == nil { kept += derived }
    // A gathering may be called by its day alone.
    for (field, day) in result.days where result.values[field] == nil {
      result.values[field] = .text(day.description)
    }
    for (field, name) in called {
      // Without a number the name is all there is.
      if result.values[field] == nil {
        result.values[field] = .text(name)
      } else if result.called[field] == nil {
        result.called[field] = name
      }
    }
    if !nameParts.isEmpty {
      let names = NameParts.joined(nameParts, in: .of(map.kind))
      result.values.merge(names.mapValues { FieldValue.text($0) }) { own, _ in own }
    }
    result.mayBeOwnNumber =
      map.unclaimedNumber.map { index in
        row.cells.indices.contains(index) && row.cells[index].map(CellReader.isCaseNumber) ?? false
      } ?? false
    BirthDate.separate(&result.values)
    parts.read(partCells, into: &result, &kept, mender)
    result.remainder = kept.joined(separator: "\n")
    return result
  }

  /// A telephone with the zero that a spreadsheet dropped.
  private func mended(_ value: FieldValue, _ field: FieldFacts, in row: Int) -> FieldValue {
    guard field.uses.contains(.telephone), case .text(let text) = value,
      case .mended(let phone) = PhoneText.read(text)
    else { return value }
    phones.note(row, field.name)
    return .text(phone)
  }

  private static func isAddress(_ text: String) -> Bool {
    text.contains("@") && !text.contains(where: \.isWhitespace)
  }

  /// 佐々木さん is 佐々木.
  private static func withoutAddress(_ text: String) -> String {
    for word in SheetWords.words("name.behind") where text.hasSuffix(word) {
      let name = String(text.dropLast(word.count)).trimmed
      if name.count > 1 { return name }
    }
    return text
  }

  private func problem(
    _ field: FieldFacts, _ code: FieldProblem.Code, _ text: String
  ) -> FieldProblem {
    FieldProblem(field.name, code, .text(text.excerpt))
  }

  /// A row that goes on with a record says whose it is in its first row alone.
  ///
  /// Nothing else is taken from there: what another row of a table says is another.
  private func whole(_ row: Sheet.Row) -> Sheet.Row {
    guard let lead = row.lead else { return row }
    var row = row
    for index in row.cells.indices where row.cells[index]?.hasText == false {
      guard map.targets.indices.contains(index), lead.indices.contains(index),
        isWhose(map.targets[index])
      else { continue }
      row.cells[index] = lead[index]
    }
    return row
  }

  /// Whether a column says whom or which record a row is about.
  private func isWhose(_ target: ColumnMap.Target) -> Bool {
    let identity = RecordDescription.of(map.kind).identity
    return switch target {
    case .field(let field) where identity.needsBirthDate:
      Case.names(\.number, \.sourceNumber).contains(field.name) || field.isBirth
        || identity.names.contains(field.name)
    case .field(let field): field.shape == .reference(.case)
    case .called(let field): field.shape == .reference(.case)
    case .namePart: identity.needsBirthDate
    case .number: true
    default: false
    }
  }

  /// What becomes of a cell of a record about the case, where that is known before it is read.
  private func mended(_ column: CaseColumn, _ text: String, in row: Int) -> CellMender.Outcome? {
    guard !mender.isIdle, let shape = column.facts?.shape else { return nil }
    let ditto = FieldProblem(column.name, .ditto, .text(text))
    return mender.mended(column.name, shape, text, in: row)
      ?? (UnsaidText.isDitto(text) ? mender.mended(ditto, shape, text, in: row) : nil)
  }

  private func take(
    _ mended: CellMender.Outcome, _ index: Int, _ text: String, _ field: String,
    _ row: inout ImportRow, _ kept: inout [String]
  ) {
    switch mended {
    case .value(let value):
      if map.targets[index].field != nil { row.values[field] = value }
    case .empty(let isKept):
      if isKept { kept.append("\(columnName(index)): \(text.withPlainLineEnds)") }
    }
  }

  /// The value of a cell; nil where it says in words that there is none.
  private func value(
    of text: String, _ field: FieldFacts, order: DayOrder?
  ) throws(FieldProblem) -> FieldValue? {
    if field.shape != .longText, UnsaidText.isDitto(text) {
      throw FieldProblem(field.name, .ditto, .text(text))
    }
    let isName = RecordDescription.of(map.kind).identity.names.contains(field.name)
    var isUnsaid = UnsaidText.isPlaceholder(text) && !field.isRequired && !field.isBirth
    if isName || field.shape == .reference(.staff) { isUnsaid = UnsaidText.isNobody(text) }
    switch field.shape {
    case .text where isUnsaid, .reference where isUnsaid: return nil
    // N/A has letters of a code, and is none.
    case .choice where isUnsaid && !text.allSatisfy(\.isLetter): return nil
    case .reference:
      // Several people in one cell are not one of that name.
      let names = text.split { $0.isNewline || "、，;；".contains($0) }.filter { String($0).hasText }
      if names.count > 1, text.contains(where: \.isNewline) || field.shape == .reference(.staff) {
        throw FieldProblem(field.name, .severalNames, .text(text.excerpt))
      }
    default: break
    }
    if field.uses.contains(.telephone), PhoneText.read(text) == .rounded {
      throw FieldProblem(field.name, .roundedNumber, .text(text.excerpt))
    }
    let said = field.shape == .reference(.staff) ? Self.withoutAddress(text) : text
    do throws(FieldProblem) {
      return try cells.read(said, as: field, order: order)
    } catch {
      // なし of a list of diets is a word of it; of a telephone it is none.
      if isUnsaid || UnsaidText.isUndecided(text, field.name, of: map.kind) { return nil }
      throw error
    }
  }

  /// The header's words, or the spreadsheet's letters where it has none.
  func columnName(_ index: Int) -> String {
    let name = map.header[index].trimmed
    return name.isEmpty ? SheetColumn.letters(index) : name
  }
}
