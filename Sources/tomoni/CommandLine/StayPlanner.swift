import Casework

/// Asks our own program that decides which homes go to whom; it is told numbers alone.
///
/// All it is asked comes to an end in time. Where it is not there, does not answer or answers something
/// else there is no answer, and the plan stays as good as it was found without.
struct StayPlanner {
  private let end: ContinuousClock.Instant
  /// Gives the program lines; what it writes, or nil where it does not come to its end.
  private let send: (String) -> String?

  /// The seconds that all questions of one plan have together.
  static let seconds = 1.5
  /// The part of what is left that may go to how many find a home; the rest is for how well.
  private static let share = 0.65
  /// Less than this is no time.
  private static let least = 0.05

  init(
    seconds: Double = StayPlanner.seconds,
    send: @escaping (String) -> String? = { lines in
      let answer = try? ChildProgram.planner.send(lines)
      return answer.flatMap { $0.isDone ? $0.output : nil }
    }
  ) {
    end = .now + .seconds(seconds)
    self.send = send
  }

  func answer(_ question: StayQuestion) -> StayQuestion.Answer? {
    let left = (end - .now) / .seconds(1)
    let time = question.least == 0 ? left * Self.share : left
    guard time >= Self.least else { return nil }
    return send(question.lines(milliseconds: Int(time * 1000))).flatMap(question.answer(reading:))
  }
}
