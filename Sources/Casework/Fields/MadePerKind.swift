import Synchronization

/// What is made of a kind of record when somebody first asks for it, as `MadeOnce`: asked for hundreds of
/// times for each record that is written, so without looking its name up.
package final class MadePerKind<Value: Sendable>: Sendable {
  private let made: Mutex<[Value?]>

  package init() { made = Mutex([Value?](repeating: nil, count: RecordKind.allCases.count)) }

  /// - Parameter make: may ask for what is made of other kinds.
  package func value(of kind: RecordKind, _ make: () -> Value) -> Value {
    if let value = made.withLock({ $0[kind.place] }) { return value }
    let value = make()
    made.withLock { $0[kind.place] = value }
    return value
  }
}
