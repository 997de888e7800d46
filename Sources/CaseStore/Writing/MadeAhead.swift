import Dispatch
import Synchronization

/// A value that another thread makes while this one does something else.
final class MadeAhead<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchSemaphore(value: 0)

  private static var queue: DispatchQueue { .global(qos: .userInitiated) }

  init(_ make: @escaping @Sendable () -> Value) {
    Self.queue.async { [self] in
      let value = make()
      made.withLock { $0 = value }
      isMade.signal()
    }
  }

  /// Waits until it is there.
  var value: Value {
    while true {
      if let value = made.withLock({ $0 }) { return value }
      isMade.wait()
    }
  }
}
