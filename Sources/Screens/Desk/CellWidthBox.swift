import Cells

/// A `CellWidth` that does not count when two states are compared.
struct CellWidthBox: Hashable, Sendable {
  let width: CellWidth
  static func == (a: Self, b: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
