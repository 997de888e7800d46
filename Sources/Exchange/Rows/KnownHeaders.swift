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
    let names = HeaderNames(.of(kind))
    return { [chosen, kind] cells in
      let own = cells.count { chosen.contains(ColumnMap.key($0)) }
      let parts = NameParts(cells, names.targets(of: cells), of: .of(kind)).targets.count
      return names.count(cells) + own + parts
    }
  }
}
