/// How many columns the terminal gives a scalar: 0 joins the cell before it, -1 cannot be shown.
///
/// The function is handed in, because only the C library that ncurses asks may answer: a table of
/// our own would be a second opinion.
package struct CellWidth: Sendable {
  private let ofScalar: @Sendable (Unicode.Scalar) -> Int

  package init(_ ofScalar: @escaping @Sendable (Unicode.Scalar) -> Int) {
    self.ofScalar = ofScalar
  }

  package func callAsFunction(_ scalar: Unicode.Scalar) -> Int { ofScalar(scalar) }
}
