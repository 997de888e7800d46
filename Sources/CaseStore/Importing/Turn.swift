import Foundation

/// How long a write that is one of many goes on before it lets others write.
///
/// Who waits for SQLite's lock asks again after 25 milliseconds in the first eighth of a second, then after
/// 50 and 100: after a short turn a short gap is met.
struct Turn {
  static let longest = Duration.milliseconds(120)
  private static let gap: Int32 = 30

  private let start = ContinuousClock.now

  var isOver: Bool { ContinuousClock.now - start > Self.longest }

  /// Leaves the lock to whoever waits for it.
  static func giveWay() { poll(nil, 0, gap) }
}
