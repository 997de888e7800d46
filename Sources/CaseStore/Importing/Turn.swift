import Foundation

/// How long a write that is one of many goes on before it lets others write.
///
/// Who waits asks again every ten milliseconds (`Database.wait`), so a short gap is met.
struct Turn {
  static let longest = Duration.milliseconds(100)
  private static let gap: Int32 = 25

  private let start = ContinuousClock.now

  var isOver: Bool { ContinuousClock.now - start > Self.longest }

  /// Leaves the lock to whoever waits for it.
  static func giveWay() { poll(nil, 0, gap) }
}
