package import Casework

/// How many cells of a row are headers of a kind, by which the row of the headers is found.
package struct KnownHeaders: Sendable {
  private let kind: RecordKind
  private let chosen: Set<String>

  /// - Parameter chosen: what the person said of columns; their headers are known by that.
  package init(of kind: RecordKind, chosen: [String: String] = [:]) {
    self.kind = kind
    self.chosen = Set(chosen.keys.map(ColumnMap.key))
  }

  package var count: @Sendable ([String]) -> Int {
    let names = HeaderNames.of(.of(kind))
    return { [chosen, kind] cells in
      let header = HeaderNames.Keys(cells)
      let targets = names.targets(of: header)
      let own = chosen.isEmpty ? 0 : header.keys.count { chosen.contains($0) }
      let parts = NameParts(header.keys, targets, of: .of(kind)).targets.count
      let days =
        RecordDescription.of(kind).grid == nil
        ? 0 : zip(cells, targets).count { $1 == nil && DayHeading($0.onOneLine) != nil }
      return HeaderNames.count(targets) + own + parts + days
    }
  }
}
