import Casework
import GRDB

/// Gatherings that repeat: a record for each day, made with the first in one step.
extension Step {
  /// Adds the gatherings that follow one which repeats, where that is newly said.
  ///
  /// A day later than the latest of the series is added; an earlier one that was moved or called
  /// off stays as it is.
  func addSeries(of address: RecordAddress, before: [String: FieldValue]?) throws {
    // A sheet has a row for each.
    guard address.kind == .salon, command != "import", let values = try db.record(address)?.values,
      ["repeats", "repeatsUntil"].contains(where: { values[$0] != before?[$0] })
    else { return }
    let first = Salon(values: values)
    guard let repeats = first.repeats, let until = first.repeatsUntil, let day = first.date else {
      return
    }
    let last = try lastDay(ofSeries: address.id) ?? day
    var next = values
    for field in ["repeats", "repeatsUntil", "notes"] + Salon.headcounts.map(\.field) {
      next[field] = .absent
    }
    next["series"] = .link(Link(address))
    next["status"] = SessionStatus.planned.fieldValue
    for date in repeats.dates(after: day, upTo: until) where date > last {
      next["date"] = .date(date)
      _ = try insert(.salon, next)
    }
  }

  private func lastDay(ofSeries id: RecordID) throws -> CivilDate? {
    try db.row("SELECT max(date) FROM salon WHERE series = ?", id.rawValue.databaseValue)
      .flatMap { String.fromDatabaseValue($0[0]) }.flatMap(CivilDate.init(iso:))
  }
}
