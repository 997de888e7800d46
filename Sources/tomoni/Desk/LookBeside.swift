import Screens

/// The record beside the list is read once somebody stays on a row: not for each row that they pass,
/// and never before the row itself is painted.
struct LookBeside {
  /// How long somebody stays on a row before the record is read: longer than a held key takes to
  /// come again, shorter than one notices.
  private static let pause = Duration.milliseconds(60)

  private var wanted: (effect: Effect, at: ContinuousClock.Instant)?

  /// Puts off a reading; the newest one is the one that counts.
  mutating func ask(_ effect: Effect) { wanted = (effect, .now + Self.pause) }

  /// How long until it is due; nil where nothing is put off.
  var milliseconds: Int? {
    wanted.map { max(0, Int(($0.at - .now) / .milliseconds(1)) + 1) }
  }

  /// What is to be read now; nil before its time.
  mutating func due() -> Effect? {
    guard let wanted, wanted.at <= .now else { return nil }
    self.wanted = nil
    return wanted.effect
  }
}
