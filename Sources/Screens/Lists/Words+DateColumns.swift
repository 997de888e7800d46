import Casework
import Cells
import Labels
import Wording

extension Words {
  /// The cells that a date takes in a column.
  func dateColumns(_ width: CellWidth) -> Int {
    switch dates {
    case .iso: 10
    // Dates before the first era are written by the western year.
    case .era: 10
    case .both: 20
    case .named:
      Self.longestDays.map { width.columns(of: ValueText(self).text($0)) }.max() ?? 10
    }
  }

  /// A day of two digits in each month.
  private static let longestDays = (1...12).compactMap { CivilDate(year: 2026, month: $0, day: 28) }
}
