/// When what is typed is to be kept: half a second after the first key that was not kept.
final class DraftTimer {
  private static let delay = Duration.milliseconds(500)

  private var due: ContinuousClock.Instant?

  /// How long to wait until then; nil where nothing is to be kept.
  func milliseconds(_ hasUnkeptDraft: Bool) -> Int? {
    guard hasUnkeptDraft else {
      due = nil
      return nil
    }
    let due = self.due ?? .now + Self.delay
    self.due = due
    return max(0, Int((due - .now) / .milliseconds(1)))
  }

  /// Whether the moment has come; then the next key begins a new wait.
  var isOver: Bool {
    guard let due, due <= .now else { return false }
    self.due = nil
    return true
  }
}
