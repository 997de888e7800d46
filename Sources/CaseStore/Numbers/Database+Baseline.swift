import Casework
import GRDB

extension Database {
  /// The latest baseline of an indicator that ends by a day.
  ///
  /// - Throws: `unreadable`.
  func baseline(
    of indicator: Indicator, until last: CivilDate
  ) throws -> (number: Int, upTo: CivilDate)? {
    let row = try row(
      """
      SELECT id, value, upTo FROM baseline WHERE indicator = ? AND upTo <= ?
      ORDER BY upTo DESC, id DESC LIMIT 1
      """, indicator.code.databaseValue, last.description.databaseValue)
    guard let row, let id = row.number(at: 0), let number = row.number(at: 1) else { return nil }
    let address = RecordAddress(.baseline, RecordID(id))
    guard let upTo = try row.day(at: 2, Baseline.name(\.upTo), of: address) else { return nil }
    return (Int(number), upTo)
  }
}
