import Synchronization

/// What was laid out before, so that a key that moves the selection lays out what it changed alone.
///
/// It changes nothing of what is shown: a value is taken over only where everything it was made from
/// is equal. Whatever holds it is drawn alike with an empty one.
package final class Remembered: Sendable {
  private struct Entry: Sendable {
    let source: any Sendable
    let value: any Sendable
  }

  private struct Entries: Sendable {
    var latest: [Int: Entry] = [:]
    /// What was not asked for since the last turn, and goes with the next one.
    var older: [Int: Entry] = [:]
    var made = 0
  }

  private let entries = Mutex(Entries())

  package init() {}

  /// How many values were made, for tests to count.
  package var made: Int { entries.withLock { $0.made } }

  /// How many are held.
  package var count: Int { entries.withLock { $0.latest.count + $0.older.count } }

  /// A value as it was made before from an equal source, else made now.
  ///
  /// - Parameters:
  ///   - slot: under which it is looked for. Two values that share one are made in turn.
  ///   - fits: whether a value that was made before serves here too.
  package func value<Source: Equatable & Sendable, Value: Sendable>(
    at slot: some Hashable, from source: Source, where fits: (Value) -> Bool = { _ in true },
    _ make: () -> Value
  ) -> Value {
    let slot = slot.hashValue
    let entry = entries.withLock { $0.latest[slot] ?? $0.older[slot] }
    if let entry, let before = entry.source as? Source, before == source,
      let value = entry.value as? Value, fits(value)
    {
      entries.withLock { if $0.latest[slot] == nil { $0.latest[slot] = entry } }
      return value
    }
    let value = make()
    entries.withLock {
      $0.latest[slot] = Entry(source: source, value: value)
      $0.made += 1
    }
    return value
  }

  /// Forgets what nobody has asked for in a while, where it has become more than so many values.
  package func turn(over limit: Int) {
    entries.withLock {
      guard $0.latest.count > limit else { return }
      $0.older = $0.latest
      $0.latest = [:]
    }
  }
}

extension Remembered: Hashable {
  /// What is remembered is no part of a state.
  package static func == (one: Remembered, other: Remembered) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
