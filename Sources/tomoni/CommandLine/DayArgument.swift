import Casework

extension CivilDate {
  /// The day that a word of the command line means, however it is written.
  ///
  /// - Throws: `Failure` that says how a day is written.
  init(argument text: String) throws(Failure) {
    guard case .date(let day) = DateText.read(text) else {
      throw Failure(.usage, "problem.notADate", text)
    }
    self = day
  }
}
