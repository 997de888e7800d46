import Labels

extension DateStyle {
  /// The cells that a date takes in a column.
  var columns: Int {
    switch self {
    case .iso: 10
    // Dates before the first era are written by the western year.
    case .era: 10
    case .both: 20
    }
  }
}
