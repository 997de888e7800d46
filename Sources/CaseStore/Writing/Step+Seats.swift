import Casework
import GRDB

/// The places of a gathering: who asks for one when it is full waits, and moves up when one is free.
extension Step {
  /// What a gathering has room for, and how many places are taken.
  struct Seats {
    var capacity: Int?
    var taken: Int
    var isFull: Bool { capacity.map { taken >= $0 } ?? false }
  }

  /// Puts a new request for a place on the waiting list where the gathering is full.
  ///
  /// Who is moved up by hand stays moved up: staff may give a place more than there are.
  func settleSeat(_ draft: inout Draft) throws {
    guard draft.kind == .attendance, result(draft.values) == .registered,
      let salon = draft.values["salon"]?.link?.address.id
    else { return }
    let asksAnew =
      draft.before.map {
        result($0.values) == .cancelled || $0.values["salon"] != draft.values["salon"]
      } ?? true
    if asksAnew, try seats(of: salon)?.isFull == true {
      draft.values["result"] = AttendanceResult.waitlisted.fieldValue
    }
  }

  /// The gathering in which a draft may free a place, and how its places stand before that.
  func seatsFreed(by draft: Draft) throws -> (salon: RecordID, before: Seats)? {
    guard let before = draft.before else { return nil }
    let salon: RecordID
    switch draft.kind {
    case .attendance:
      guard let id = before.values["salon"]?.link?.address.id,
        result(before.values)?.holdsSeat == true,
        result(draft.values)?.holdsSeat != true || draft.values["salon"] != before.values["salon"]
      else { return nil }
      salon = id
    case .salon where draft.values["capacity"] != before.values["capacity"]:
      salon = before.address.id
    default: return nil
    }
    return try seats(of: salon).map { (salon, $0) }
  }

  /// Moves up who waits longest while there is a free place at a gathering that was full.
  ///
  /// Where there was room all along, those who wait do so because staff said so.
  func fillSeats(_ freed: (salon: RecordID, before: Seats)?) throws {
    guard let freed, freed.before.isFull else { return }
    while let seats = try seats(of: freed.salon), !seats.isFull,
      let next = try firstWaiting(for: freed.salon)
    {
      try update(next, ["result": AttendanceResult.registered.fieldValue])
    }
  }

  private func result(_ values: [String: FieldValue]) -> AttendanceResult? {
    values["result"].flatMap(AttendanceResult.init(fieldValue:))
  }

  func seats(of salon: RecordID) throws -> Seats? {
    let row = try db.row(
      "SELECT capacity, seats FROM salon WHERE id = ?", salon.rawValue.databaseValue)
    return row.map {
      Seats(capacity: $0.number(at: 0).map { Int($0) }, taken: Int($0.number(at: 1) ?? 0))
    }
  }

  /// Who waits longest for a place at a gathering that is still to come; nil where nobody does.
  ///
  /// What was taken back makes nobody wait anew.
  private func firstWaiting(for salon: RecordID) throws -> StoredRecord? {
    let row = try db.row(
      """
      SELECT a.id FROM attendance AS a JOIN salon AS s ON s.id = a.salon
      WHERE a.salon = ? AND a.result = 'waitlisted' AND s.date >= ?
        AND s.status IN ('planned', 'held')
      ORDER BY (
        SELECT max(j.sequence) FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
        WHERE j.recordKind = 'attendance' AND j.record = a.id AND instr(c.after, '"result"') > 0
          AND j.command <> 'undo' AND NOT EXISTS (
            SELECT 1 FROM journal AS u WHERE u.undoes = j.step)
      ), a.id LIMIT 1
      """, salon.rawValue.databaseValue, today.description.databaseValue)
    return try row?.number(at: 0).flatMap {
      try db.record(RecordAddress(.attendance, RecordID($0)))
    }
  }
}
