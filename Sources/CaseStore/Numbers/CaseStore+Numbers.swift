package import Casework
import GRDB

extension CaseStore {
  /// An indicator, exact whatever the size of the store.
  ///
  /// - Parameters:
  ///   - staff: whose records it counts; everybody's where it is empty.
  ///   - period: its first and last day.
  /// - Throws: `notPermitted` for a volunteer.
  package func number(
    _ indicator: Indicator, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil
  ) throws(Refusal) -> Double? {
    try numbers(indicator, of: staff, in: period, by: .nothing).first?.value
  }

  /// An indicator by what the records hold in one of its groupings, in the order of the stored
  /// values; a group of no records is missing.
  ///
  /// - Throws: as `number(_:of:in:)`; `problems` naming a field that is no grouping of it.
  package func numbers(
    _ indicator: Indicator, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil,
    by grouping: String
  ) throws(Refusal) -> [IndicatorValue] {
    guard indicator.groupings.contains(grouping) else {
      throw .problems([FieldProblem(grouping, .notFound)])
    }
    return try numbers(indicator, of: staff, in: period, by: .field(grouping))
  }

  private func numbers(
    _ indicator: Indicator, of staff: [Link], in period: ClosedRange<CivilDate>?,
    by grouping: NumberStatement.Grouping
  ) throws(Refusal) -> [IndicatorValue] {
    try require(.staff)
    let statement = try NumberStatement(
      indicator, of: staff, in: period, by: grouping, for: viewer, today: today)
    return try read { db in
      try statement.rows(in: db).map { IndicatorValue(group: $0.group, value: $0.value) }
    }
  }
}
