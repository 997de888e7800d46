/// How long nobody has pressed a key in a session.
///
/// Its clock goes on while the machine sleeps and does not jump with the time of day.
struct IdleWatch {
  enum State { case awake, blank, over }

  /// Nil at the organisation's own machine, whose screen is locked by whoever leaves it.
  private let limits: SessionLimits?
  private var lastKey = ContinuousClock.now
  private var wasTouched = false

  init(_ limits: SessionLimits?) { self.limits = limits }

  mutating func touch() {
    lastKey = .now
    wasTouched = true
  }

  /// Whether a key was pressed since this was asked last.
  mutating func takeTouch() -> Bool {
    defer { wasTouched = false }
    return wasTouched
  }

  var state: State {
    guard let limits else { return .awake }
    let passed = ContinuousClock.now - lastKey
    if passed >= .seconds(limits.endAfter) { return .over }
    return passed >= .seconds(limits.blankAfter) ? .blank : .awake
  }
}
