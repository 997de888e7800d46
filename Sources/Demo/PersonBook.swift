import Casework

/// What one person is bound to, in whichever case: nobody sleeps in two homes in one night, nor is
/// on the way to two places of work at once.
struct PersonBook {
  private var nights: [Nights] = []
  private var ways: [Way] = []
  /// Whether a second case was opened for them.
  var hasReturned = false

  private struct Way {
    let days: ClosedRange<Int>
    let `case`: Reference<Case>
  }

  func isFree(_ asked: Nights) -> Bool { !nights.contains { $0.overlap(asked) } }

  mutating func take(_ taken: Nights) { nights.append(taken) }

  /// Whether a way to work of a case can take these days; of one case, one may begin on the day on
  /// which the one before it ends.
  func isFree(_ days: ClosedRange<Int>, for record: Reference<Case>) -> Bool {
    !ways.contains { way in
      let touches = way.days.upperBound == days.lowerBound
      return way.days.overlaps(days) && !(touches && way.case == record)
    }
  }

  mutating func take(_ days: ClosedRange<Int>, for record: Reference<Case>) {
    ways.append(Way(days: days, case: record))
  }

  /// Whether nothing goes on from a day on.
  func isFree(from day: Int) -> Bool {
    !nights.contains { $0.leaving >= day } && !ways.contains { $0.days.upperBound >= day }
  }
}
