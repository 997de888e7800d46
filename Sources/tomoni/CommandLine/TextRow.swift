import Casework

/// The cells of a row, one behind the other in UTF-8.
struct TextRow {
  /// What is appended to them is a cell once `endCell` says so.
  var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ cells: [String] = []) {
    for cell in cells { append(cell.utf8.span) }
  }

  var count: Int { ends.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ cell: Span<UInt8>) {
    bytes.append(cell)
    endCell()
  }

  /// What was appended to the bytes is a cell.
  mutating func endCell() { ends.append(bytes.count) }

  func range(of cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

  /// The cells as texts.
  var cells: [String] {
    ends.indices.map { String(decoding: bytes[range(of: $0)], as: UTF8.self) }
  }
}
