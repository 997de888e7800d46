import Casework

/// Gives each step of a script its moment, never before what it rests on.
///
/// A step comes after the step before it in its thread, after the latest change of its own record,
/// after the records were added that it refers to, and after those it names. A day asked for that
/// is too early becomes later; so no record is changed or referred to before it is there,
/// whatever days were asked for.
struct CausalClock {
  /// Minutes of a day.
  static let day = 24 * 60

  /// When each record was added, and when it was changed last.
  private var added: [RecordID: Int] = [:]
  private var latest: [RecordID: Int] = [:]

  /// The steps that follow each other in one story.
  struct Thread {
    /// The last of them: the day it asked for and its moment.
    fileprivate var last: (day: Int, moment: Int)?

    /// The moment of the last step where that asked for the same day.
    func last(on day: Int) -> Int? { last.flatMap { $0.day == day ? $0.moment : nil } }
  }

  /// The moment of a step, which counts as told from now on.
  ///
  /// - Parameter planned: when it would come; on the day it is asked for at the latest.
  mutating func note(_ step: Script.Step, planned: Int, in thread: inout Thread) -> Int {
    let lastMinute = step.day * Self.day + Self.day - 1
    let causes =
      [thread.last?.moment, latest[step.record]] + step.references.map { added[$0] }
      + step.after.map { latest[$0] }
    let moment = causes.compactMap(\.self).reduce(min(planned, lastMinute), max)
    thread.last = (step.day, moment)
    added[step.record] = added[step.record] ?? moment
    latest[step.record] = moment
    return moment
  }
}
