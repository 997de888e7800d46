import Casework
import GRDB

extension Consequence {
  /// A gathering that repeats gets a record for each day, in one step with the first; a sheet has a
  /// row for each.
  static let series = Consequence(
    kinds: [.salon], origins: [.person],
    following: { step, draft in
      let isNewlySaid =
        draft.changes[\Salon.repeats] != nil || draft.changes[\Salon.repeatsUntil] != nil
      return isNewlySaid ? step.addSeries : nil
    })
}

extension Step {
  /// Adds the gatherings that follow one which repeats.
  ///
  /// A day later than the latest of the series is added; an earlier one that was moved or called
  /// off stays as it is.
  fileprivate func addSeries(of address: RecordAddress) throws {
    guard let values = try db.record(address)?.values else { return }
    let first = Salon(values: values)
    guard let repeats = first.repeats, let until = first.repeatsUntil, let day = first.date else {
      return
    }
    let last = try lastDay(ofSeries: address.id) ?? day
    var next = values
    for field in Salon.names(\.repeats, \.repeatsUntil, \.notes) + Salon.headcounts.map(\.field) {
      next[field] = .absent
    }
    next[\Salon.series] = .link(Link(address))
    next[\Salon.status] = SessionStatus.planned.fieldValue
    for date in repeats.dates(after: day, upTo: until) where date > last {
      next[\Salon.date] = .date(date)
      _ = try insert(.salon, next)
    }
  }

  private func lastDay(ofSeries id: RecordID) throws -> CivilDate? {
    try db.row("SELECT max(date) FROM salon WHERE series = ?", id.rawValue.databaseValue)?
      .day(at: 0, Salon.name(\.date), of: RecordAddress(.salon, id))
  }
}
