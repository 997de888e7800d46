import Casework

/// A record while its story is told.
struct Draft<R: Record> {
  /// Its number in the script.
  let id: RecordID
  var now: R
  private var told: R?
  private var lastDay = Int.min

  init(id: RecordID, now: R) {
    self.id = id
    self.now = now
  }

  var reference: Reference<R> { Reference(id) }

  /// The stored fields that differ from what was told; they count as told from now on.
  mutating func untold() -> [String: FieldValue] {
    defer { told = now }
    return now.changes(since: told)
  }

  /// The day on which a change asked for on `day` is told: no change of a record comes before the
  /// one that was told before it.
  mutating func told(on day: Int) -> Int {
    lastDay = max(lastDay, day)
    return lastDay
  }
}
