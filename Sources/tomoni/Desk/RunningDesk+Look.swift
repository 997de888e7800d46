import CaseStore
import Casework
import Screens
import Terminal

/// What is looked at every two seconds, whether anybody presses a key or not.
extension RunningDesk {
  /// Looks, where it is time, whether the person may still be here, for a new day and for what
  /// others wrote; false where nothing changed.
  @discardableResult
  mutating func look() -> Bool {
    guard nextLook <= .now else { return false }
    nextLook = .now + Self.pause
    if idle.takeTouch() { loop.mark?.touch() }
    var isChanged = hideWhereIdle()
    if hideSealed() { isChanged = true }
    let today = loop.clock().dateInJapan
    if desk.surroundings.today != today {
      desk.surroundings.today = today
      isChanged = true
      // What is due on a new day is another list: it is read again as soon as no form is open.
      version = nil
    }
    let current: Int
    do throws(Refusal) {
      current = try store.dataVersion()
    } catch {
      return meet(error) || isChanged
    }
    if countRefusals(at: current) { isChanged = true }
    if !desk.isWaiting, current != version, desk.followsOthers {
      version = current
      perform(desk.receive(.changedElsewhere))
      isChanged = true
    }
    return isChanged
  }

  /// Counts anew what volunteers were refused where somebody wrote, or where some are told of; true
  /// where there are others than before.
  private mutating func countRefusals(at version: Int) -> Bool {
    guard loop.place == .desk, version != countedVersion || desk.refusals > 0 else { return false }
    countedVersion = version
    let since = Instant(loop.clock().rawValue - Self.hour)
    guard let found = try? store.refusals(since: since) else { return false }
    let count = found.reduce(0) { $0 + $1.count }
    defer { desk.refusals = count }
    return desk.refusals != count
  }

  private static let hour: Int64 = 3600

  /// Hides what is sealed before it was open for longer than it may be; true where it was hidden now.
  private mutating func hideSealed() -> Bool {
    guard desk.isShowingSealed else {
      sealedSince = nil
      return false
    }
    let since = sealedSince ?? .now
    sealedSince = since
    // It is looked every few seconds.
    guard .now - since > .seconds(Sealed.seconds) - Self.pause * 2 else { return false }
    desk.hideSealed()
    sealedSince = nil
    return true
  }

  /// Hides the screen, or ends, where nobody has pressed a key for long; true where it was hidden now.
  private mutating func hideWhereIdle() -> Bool {
    switch idle.state {
    case .awake: return false
    case .blank:
      defer { desk.isHidden = true }
      return !desk.isHidden
    case .over:
      end = .idle
      return true
    }
  }
}
