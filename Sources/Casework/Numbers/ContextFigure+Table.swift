extension ContextFigure {
  /// The figures of `Resources/Tables/contextFigure.tsv` in their order.
  package static let all: [ContextFigure] = ResourceTable.rows("contextFigure").compactMap(
    Self.init)

  /// Nil where the row is not one of a figure.
  private init?(_ cells: [String]) {
    guard cells.count == 5, let value = Int(cells[1]), let published = CivilDate(iso: cells[3])
    else {
      return nil
    }
    self.init(code: cells[0], value: value, asOf: cells[2], source: cells[4], published: published)
  }
}
