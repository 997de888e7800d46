import Casework
import Exchange
import Wording

/// A listing as a table for people, told twice: its columns are as wide as what stands in them.
final class ListingTable: FieldSink {
  let wantsNames = true
  /// What is to be told: the columns, then what a record is recognised by where none of them says it.
  let fields: [FieldFacts]
  private(set) var isEmpty = true

  private let columns: [FieldFacts]
  private let hasOwnNumber: Bool
  private let texts: ValueText
  private let header: TextRow
  /// For each column whether a record is recognised by it.
  private let isName: [Bool]
  private var cells: CellBytes
  private var table: TextTable
  private var row = TextRow()
  private var isNamed = false
  private var isMeasured = false
  private var output = BufferedOutput { try StandardOutput.writeData($0) }

  init(_ kind: RecordKind, _ columns: [FieldFacts]) {
    let description = RecordDescription.of(kind)
    let names = description.titleFields.compactMap { description[$0] }
    self.columns = columns
    fields = columns + names.filter { name in !columns.contains { $0.name == name.name } }
    hasOwnNumber = description[\Case.number] != nil
    texts = ValueText(Speech.words)
    let texts = texts
    let labels = columns.map { texts.header(of: $0, in: kind) }
    header = TextRow((hasOwnNumber ? [] : [Speech.text("export.number")]) + labels)
    isName = columns.map { field in description.titleFields.contains(field.name) }
    cells = CellBytes(columns, Speech.words)
    table = TextTable(header: header)
  }

  func begin(number: Span<UInt8>) {
    row.removeAll()
    isNamed = !isName.contains(true)
    if !hasOwnNumber { row.append(number) }
  }

  func text(_ column: Int, _ text: Span<UInt8>) {
    guard takes(column) else { return }
    row.append(text)
  }

  func code(_ column: Int, _ index: Int) {
    guard takes(column) else { return }
    let words = cells.code(column, index)
    row.append(words.span)
  }

  func link(
    _ column: Int, _ address: RecordAddress, number: Span<UInt8>, title: Span<UInt8>,
    reading: Span<UInt8>
  ) {
    guard takes(column) else { return }
    cells.append(
      column, address, number: number, title: title, reading: reading, to: &row.bytes)
    row.endCell()
  }

  func value(_ column: Int, _ value: FieldValue) {
    guard takes(column, isSomething: !value.isAbsent) else { return }
    cells.append(column, value, to: &row.bytes)
    row.endCell()
  }

  /// Whether a value is one of the table's cells.
  private func takes(_ column: Int, isSomething: Bool = true) -> Bool {
    guard column < columns.count else { return false }
    if isName[column], isSomething { isNamed = true }
    return true
  }

  func end(_ card: () throws -> Card) throws {
    isEmpty = false
    if !isNamed {
      let only = texts.onlyName(of: try card(), in: columns, shown: Array(columns.indices))
      if let (column, name) = only {
        var cells = row.cells
        cells[column + (hasOwnNumber ? 0 : 1)] = name
        row = TextRow(cells)
      }
    }
    guard isMeasured else { return table.measure(row) }
    table.append(row, to: &output.bytes)
    try output.writeIfMuch()
  }

  func wantsAgain() throws -> Bool {
    if isMeasured {
      try output.write()
      return false
    }
    isMeasured = true
    guard !isEmpty else { return false }
    table.append(header, to: &output.bytes)
    return true
  }
}
