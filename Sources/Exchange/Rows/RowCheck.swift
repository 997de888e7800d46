import Casework
import Wording

/// Tells rows of a sheet that are about nobody: tags, totals, remarks, and what a quote swallowed.
///
/// Each of them is refused and said. None is passed over: whom it names may be somebody after all.
struct RowCheck: Sendable {
  private let map: ColumnMap
  /// Whether a row of the kind is known by a name.
  private let isNamed: Bool
  /// How many columns are fields.
  private let width: Int

  init(_ map: ColumnMap) {
    self.map = map
    isNamed = !RecordDescription.of(map.kind).identity.names.isEmpty
    width = map.targets.count(where: \.isRead)
  }

  func problem(with row: Sheet.Row) -> FieldProblem? {
    let cells = row.cells.enumerated().compactMap { index, cell in
      cell.map { (index: index, text: $0.trimmed) }
    }.filter { $0.text.hasText && !isRemark($0.index) }
    guard let first = cells.first else { return nil }
    let isNoRow =
      cells.allSatisfy { Self.isTag($0.text) }
      || cells.dropFirst().allSatisfy { Self.isCount($0.text) } && Self.isTotal(first.text)
      || cells.count == 1 && (Self.isRemark(first.text) || isLost(first.text, row))
    if isNoRow { return FieldProblem("", .notARow, .text(first.text.excerpt)) }
    return swallowed(cells)
  }

  /// Whether an earlier import wrote the column, as in the file of the refused rows.
  private func isRemark(_ index: Int) -> Bool {
    map.targets.indices.contains(index) && map.targets[index] == .remark
  }

  // MARK: Rows about nobody

  /// `#beneficiary+name`: what a column holds, for a program of relief work (HXL).
  private static func isTag(_ text: String) -> Bool {
    text.first == "#" && text.dropFirst().first.map { $0.isASCII && $0.isLetter } == true
      && text.dropFirst().allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "+_- #".contains($0))
      }
  }

  private static func isTotal(_ text: String) -> Bool {
    let words = LabelFolding.key(text).filter { !$0.isNumber && !"名件人年月日".contains($0) }
    return totals.contains(words)
  }

  private static let totals = Set(SheetWords.words("total").map(LabelFolding.key))

  /// 12, 12 名, 50%, ¥3,000.
  private static func isCount(_ text: String) -> Bool {
    text.utf8.count < 64 && JapaneseDigits.toASCII(text).contains(where: \.isNumber)
      && JapaneseDigits.toASCII(text).allSatisfy { $0.isNumber || "名件人円%％¥￥$,.:：- 　".contains($0) }
  }

  private static func isRemark(_ text: String) -> Bool {
    let lower = text.lowercased()
    return SheetWords.words("note").contains { lower.hasPrefix($0.lowercased()) }
  }

  /// Whether a text that stands alone in a row of a wider table is no name: it is a sentence, has
  /// figures, or stands below the table.
  private func isLost(_ text: String, _ row: Sheet.Row) -> Bool {
    guard isNamed, width > 1 else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    return row.isBelowTable || words.count > 6 || text.contains(where: \.isNumber)
      || text.contains { "。．!?！？：:;；".contains($0) }
  }

  // MARK: Rows inside a cell

  /// A quote that is closed too late has taken the rows up to there into its cell.
  private func swallowed(_ cells: [(index: Int, text: String)]) -> FieldProblem? {
    let between = map.header.count - 1
    guard between > 0 else { return nil }
    for cell in cells where cell.text.contains(where: \.isNewline) {
      let lines = cell.text.split(whereSeparator: \.isNewline).dropFirst()
      let rows = lines.count { line in
        [",", ";", "\t"].contains { sign in line.count { String($0) == sign } >= between }
      }
      let field = map.targets.indices.contains(cell.index) ? map.targets[cell.index].field : nil
      // A note may have a comma in each of its lines; a name has none.
      let isNote = field?.shape != .text
      if rows > (isNote ? between > 2 ? 0 : 2 : 0) {
        return FieldProblem(field?.name ?? "", .swallowedRows, .text(cell.text.excerpt))
      }
    }
    return nil
  }
}
