import Casework
import GRDB

/// Bars: what is done of what was aimed at, and by day where it is to be reached by a day.
extension CaseStore {
  func bars(_ request: BarRequest) throws(Refusal) -> BarRows {
    guard case .bars(let bars)? = RecordDescription.of(request.query.kind).picture else {
      throw .notFound
    }
    let page = try page(
      request.query, .first, count: BarRequest.mostCards,
      fields: bars.fields(of: request.query.kind))
    guard let pace = bars.pace, !page.cards.isEmpty else { return BarRows(page) }
    return BarRows(page, days: try days(pace, of: page.cards.map(\.address.id)))
  }

  /// How many records count towards each of some targets, by day.
  private func days(
    _ pace: TargetPaceFacts, of targets: [RecordID]
  ) throws(Refusal) -> [RecordID: [CivilDate?: Int]] {
    let source = try Source(pace.counted, for: viewer, today: today)
    guard let field = source.description[pace.not.field] else { throw .notFound }
    let left = try Condition(field, pace.not.test, column: "t.\(quoted(field.name))")
    let (reference, day) = (quoted(pace.reference), quoted(pace.day))
    let marks = targets.map { _ in "?" }.joined(separator: ", ")
    let statement = Condition(
      sql: """
        SELECT t.\(reference), t.\(day), count(*) FROM \(source.sql)
        WHERE t.\(reference) IN (\(marks)) AND (\(left.sql)) IS NOT TRUE GROUP BY 1, 2
        """,
      arguments: source.arguments + targets.map(\.rawValue.databaseValue) + left.arguments)
    return try read { db in
      try db.rows(statement).reduce(into: [:]) { found, row in
        let target = RecordID(row.number(at: 0) ?? 0)
        let day = row.text(at: 1).flatMap { CivilDate(iso: $0) }
        found[target, default: [:]][day, default: 0] += Int(row.number(at: 2) ?? 0)
      }
    }
  }
}
