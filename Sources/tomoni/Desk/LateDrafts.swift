import CaseStore
import Casework
import Screens

/// Drafts that another process's lock did not let be kept or forgotten: tried again until they are.
///
/// They never hold up the person who types; only where it takes long the desk is told.
struct LateDrafts {
  /// How often they are tried again.
  private static let pause = Duration.milliseconds(500)
  /// After how long the desk is told.
  private static let silence = Duration.seconds(4)

  private struct Waiting {
    let key: String
    let effect: Effect
    let since: ContinuousClock.Instant
    var isTold = false
  }

  private var waiting: [Waiting] = []
  private var next = ContinuousClock.now

  var isEmpty: Bool { waiting.isEmpty }

  /// How long until they are tried again; nil where there are none.
  var milliseconds: Int? {
    isEmpty ? nil : max(0, Int((next - .now) / .milliseconds(1)) + 1)
  }

  /// Keeps or forgets a draft, in the place of what is waiting for the same form.
  ///
  /// - Returns: why it was refused, but for a lock.
  mutating func perform(_ effect: Effect, in store: CaseStore) -> Reply? {
    guard let key = effect.draftKey else { return nil }
    let since = waiting.first { $0.key == key }?.since ?? .now
    waiting.removeAll { $0.key == key }
    let reply = store.reply(to: effect)
    guard case .refused(_, .busy) = reply else { return reply }
    waiting.append(Waiting(key: key, effect: effect, since: since))
    next = .now + Self.pause
    return nil
  }

  /// Tries again, where it is time.
  ///
  /// - Returns: what the desk is to be told.
  mutating func retry(in store: CaseStore) -> [Reply] {
    guard !isEmpty, next <= .now else { return [] }
    next = .now + Self.pause
    var told: [Reply] = []
    for var one in waiting {
      let reply = store.reply(to: one.effect)
      let isBusy = if case .refused(_, .busy) = reply { true } else { false }
      let isLong = !one.isTold && .now - one.since >= Self.silence
      if let reply, !isBusy || isLong { told.append(reply) }
      one.isTold = one.isTold || isLong
      waiting.removeAll { $0.key == one.key }
      guard isBusy else { continue }
      waiting.append(one)
      // One lock holds up all of them.
      break
    }
    next = .now + Self.pause
    return told
  }

  /// Tries until all are kept, or so long; what is left is lost.
  mutating func finish(in store: CaseStore, within limit: Duration) {
    let deadline = ContinuousClock.now + limit
    while !isEmpty, .now < deadline {
      next = .now
      _ = retry(in: store)
    }
  }
}

extension Effect {
  /// The form whose draft is meant.
  fileprivate var draftKey: String? {
    switch self {
    case .keep(let draft): draft.key
    case .forgetDraft(let key): key
    default: nil
    }
  }
}
