import Casework
import GRDB

extension Consequence {
  /// A registration for a full gathering goes on the waiting list.
  ///
  /// It asks only where the attendance is new, was cancelled or changes the gathering: a person
  /// whom staff registered by hand stays registered.
  static let waitingList = Consequence(
    kinds: [.attendance], origins: .anew,
    settle: { step, draft in
      guard draft.result == .registered, let salon = draft.salon else { return }
      let asksAnew =
        draft.before.map {
          let was = Attendance(values: $0.values)
          return was.result == .cancelled || was.salon.id != salon
        } ?? true
      if asksAnew, try step.seats(of: salon)?.isFull == true {
        draft.values[\Attendance.result] = AttendanceResult.waitlisted.fieldValue
      }
    })

  /// The attendance that has waited longest is registered where a place becomes free.
  static let freedSeats = Consequence(
    kinds: [.attendance, .salon], origins: .anewOrUndone,
    following: { step, draft in
      guard let salon = draft.freedGathering, let before = try step.seats(of: salon) else {
        return nil
      }
      return { _ in try step.fillSeats(of: salon, before) }
    })

  /// Who is helped no more is not waited for at gatherings still to come; those who wait get the place.
  static let endOfBookings = Consequence(
    kinds: [.case], origins: [.person],
    following: { step, draft in draft.endsCase ? { try step.cancelBookings(of: $0.id) } : nil })
}

extension Draft {
  fileprivate var result: AttendanceResult? { values.value(of: \Attendance.result) }
  fileprivate var salon: RecordID? { values.value(of: \Attendance.salon)?.id }

  /// The gathering at which a place, or room for one, may become free; nil where none does.
  fileprivate var freedGathering: RecordID? {
    guard let before else { return nil }
    if changes[\Salon.capacity] != nil { return before.address.id }
    guard let was = before.values.value(of: \Attendance.salon)?.id,
      before.values.value(of: \Attendance.result)?.holdsSeat == true
    else { return nil }
    let isKept = result?.holdsSeat == true && salon == was
    return isKept ? nil : was
  }
}

extension Step {
  /// What a gathering has room for, and how many places are taken.
  fileprivate struct Seats {
    var capacity: Int?
    var taken: Int
    var isFull: Bool { capacity.map { taken >= $0 } ?? false }
  }

  /// Registers those who have waited longest while a gathering that was full has a free place.
  ///
  /// Where there was room all along, those who wait do so because staff said so.
  fileprivate func fillSeats(of salon: RecordID, _ before: Seats) throws {
    guard before.isFull else { return }
    while let seats = try seats(of: salon), !seats.isFull, let next = try firstWaiting(for: salon) {
      try update(next, as: Attendance.self) { $0.result = .registered }
    }
  }

  fileprivate func cancelBookings(of id: RecordID) throws {
    let booked: [AttendanceResult] = [.registered, .waitlisted]
    for row in try db.all(Attendance.self, of: id) where booked.contains(row.record.result) {
      let salon = row.record.salon.id
      guard let day = try day(of: salon), day > today,
        let record = try db.record(RecordAddress(.attendance, row.id)),
        let before = try seats(of: salon)
      else { continue }
      try update(record, as: Attendance.self) { $0.result = .cancelled }
      try fillSeats(of: salon, before)
    }
  }

  private func day(of salon: RecordID) throws -> CivilDate? {
    try db.row("SELECT date FROM salon WHERE id = ?", salon.rawValue.databaseValue)?
      .day(at: 0, Salon.name(\.date), of: RecordAddress(.salon, salon))
  }

  fileprivate func seats(of salon: RecordID) throws -> Seats? {
    let row = try db.row(
      "SELECT capacity, seats FROM salon WHERE id = ?", salon.rawValue.databaseValue)
    return row.map {
      Seats(capacity: $0.number(at: 0).map { Int($0) }, taken: Int($0.number(at: 1) ?? 0))
    }
  }

  /// The attendance that has waited longest at a gathering still to come; nil where nobody waits.
  ///
  /// An undo does not start the waiting time again.
  private func firstWaiting(for salon: RecordID) throws -> StoredRecord? {
    let row = try db.row(
      """
      SELECT a.id FROM attendance AS a JOIN salon AS s ON s.id = a.salon
      WHERE a.salon = ? AND a.result = 'waitlisted' AND s.date >= ?
        AND s.status IN ('planned', 'held')
      ORDER BY (
        SELECT max(j.sequence) FROM statusMove AS m JOIN journal AS j ON j.sequence = m.sequence
        WHERE m.recordKind = 'attendance' AND m.record = a.id
          AND j.command <> 'undo' AND NOT EXISTS (
            SELECT 1 FROM journal AS u WHERE u.undoes = j.step)
      ), a.id LIMIT 1
      """, salon.rawValue.databaseValue, today.description.databaseValue)
    return try row?.number(at: 0).flatMap {
      try db.record(RecordAddress(.attendance, RecordID($0)))
    }
  }
}
