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
  /// The columns that this reader reads in another writing, by the place of the field that says it.
  private let rewritten: [Int: Int]
  private var replaced: [Int: String] = [:]
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
    let inWriting = columns.indices.compactMap { index in
      description.field(columns[index].name, in: .roman).map { (index, $0) }
    }.filter { _ in Speech.words.names == .roman }
    let beside = names.filter { name in !inWriting.contains { $0.1 == name } }
    let asked = columns + inWriting.map(\.1)
    fields = asked + beside.filter { !asked.contains($0) }
    rewritten = Dictionary(
      uniqueKeysWithValues: inWriting.enumerated().map { (columns.count + $0, $1.0) })
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
    replaced.removeAll(keepingCapacity: true)
    isNamed = !isName.contains(true)
    if !hasOwnNumber { row.append(number) }
  }

  func text(_ column: Int, _ text: Span<UInt8>) {
    if let own = rewritten[column] {
      replaced[own] = unsafe text.withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
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
    if !replaced.isEmpty {
      var cells = row.cells
      for (column, name) in replaced { cells[column + (hasOwnNumber ? 0 : 1)] = name }
      row = TextRow(cells)
    }
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
