package import Casework

/// How many cells of a row are headers of a kind, by which the row of the headers is found.
package struct KnownHeaders: Sendable {
  private let names: Set<String>

  /// - Parameter chosen: what the person said of columns; their headers are known by that.
  package init(of kind: RecordKind, chosen: [String: String] = [:]) {
    let known = ColumnMap.names(of: .of(kind)).filter { $0.value.isRead || $0.value == .number }
    names = Set(known.keys).union(chosen.keys.map(ColumnMap.key))
  }

  package var count: @Sendable ([String]) -> Int {
    { [names] cells in Set(cells.map(ColumnMap.key)).intersection(names).count }
  }
}
