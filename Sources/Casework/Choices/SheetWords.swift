/// What stands in the sheets of other people, and is no word of this program's own.
package enum SheetWords {
  /// The words for one use, in any language; none for a use that is not in the table.
  package static func words(_ use: String) -> [String] { table[use] ?? [] }

  /// The uses that begin so, such as `header.case.`.
  package static func uses(_ prefix: String) -> [String] {
    table.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  private static let table: [String: [String]] = ResourceTable.rows("sheetWord")
    .reduce(into: [:]) { table, row in
      guard row.count == 2 else { return }
      table[row[0], default: []] += row[1].split(separator: "|").map(String.init)
    }
}
