import Casework
import GRDB

/// The columns of one row that a statement answered.
///
/// Most are read where SQLite holds them (`RowBytes`): a row of GRDB's copies them all, and the names of
/// its columns with them.
protocol ColumnValues {
  func value(at index: Int) -> DatabaseValue
}

extension Row: ColumnValues {
  func value(at index: Int) -> DatabaseValue { self[index] }
}

extension ColumnValues {
  func text(at index: Int) -> String? { value(at: index).text }
  func number(at index: Int) -> Int64? { value(at: index).number }

  /// A choice in a column of a record; nil where there is none.
  ///
  /// - Throws: `unreadable`.
  func choice<C: Choice>(at index: Int, _ field: String, of address: RecordAddress) throws -> C? {
    guard let text = text(at: index) else { return nil }
    guard let choice = C(rawValue: text) else { throw Refusal.unreadable(address, field: field) }
    return choice
  }

  /// A day in a column of a record; nil where there is none.
  ///
  /// - Throws: `unreadable`.
  func day(at index: Int, _ field: String, of address: RecordAddress) throws -> CivilDate? {
    guard let text = text(at: index) else { return nil }
    guard let day = CivilDate(iso: text) else { throw Refusal.unreadable(address, field: field) }
    return day
  }
}
