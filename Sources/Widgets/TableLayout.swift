/// Where the columns of a table stand: a pure function of what they want and the room there is.
package struct TableLayout: Hashable, Sendable {
  /// A column that has a place.
  package struct Place: Hashable, Sendable {
    /// Which of the table's columns it is.
    package var column: Int
    /// Its first cell, from the left edge of the table.
    package var start: Int
    package var columns: Int
  }

  /// The columns that fit, from left to right.
  package let places: [Place]

  /// Two cells of marks and a blank stand before the first column.
  package static let gutter = 3

  package init(_ columns: [TableColumn], available: Int) {
    places = []
  }
}
