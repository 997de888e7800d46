package import Casework

/// In which order the dates of each column are written, learnt from those that can be read one way only:
/// beside 13-07-1985 in the same column, 04-03-1990 is 4 March.
package struct ColumnDates: Sendable {
  private var orders: [Int: DayOrder] = [:]
  /// The columns in which that was needed, with their order.
  package private(set) var learnt: [(header: String, order: DayOrder)] = []

  package init() {}

  package init(_ sheet: Sheet, _ map: ColumnMap) {
    let columns = map.targets.indices.filter { index in
      (map.targets[index].field ?? map.targets[index].part?.facts)?.shape == .date
    }
    guard !columns.isEmpty else { return }
    var seen: [Int: Set<DayOrder>] = [:]
    var unclear: Set<Int> = []
    for row in sheet.rows {
      for column in columns where column < row.cells.count {
        guard let text = row.cells[column], !Self.beginsWithYear(text) else { continue }
        switch DateText.order(of: text) {
        case .told(let order): seen[column, default: []].insert(order)
        case .unclear: unclear.insert(column)
        case .plain: break
        }
      }
    }
    for column in columns where unclear.contains(column) {
      // Where both are in one column, nothing can be learnt.
      guard let found = seen[column], found.count == 1, let order = found.first else { continue }
      orders[column] = order
      learnt.append((map.header[column], order))
    }
  }

  /// Nothing is to be learnt from most: 1990-04-01.
  private static func beginsWithYear(_ text: String) -> Bool {
    let begin = text.utf8.prefix(4)
    return begin.count == 4 && begin.allSatisfy { (0x30...0x39).contains($0) }
      && begin.first != 0x30
  }

  subscript(column: Int) -> DayOrder? { orders[column] }
}
