import Synchronization

/// Values that are made when somebody first asks for them: a program that shows ten kinds of record
/// does not pay for sixty.
package final class MadeOnce<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let made = Mutex<[Key: Value]>([:])

  package init() {}

  /// - Parameter make: may ask for other values of the same table.
  package func value(of key: Key, _ make: () -> Value) -> Value {
    if let value = made.withLock({ $0[key] }) { return value }
    let value = make()
    made.withLock { $0[key] = value }
    return value
  }
}
