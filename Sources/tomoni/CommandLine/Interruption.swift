import Glibc
import Synchronization

/// SIGINT while something long goes on: what is under way is stopped at the next step, and taken back.
enum Interruption {
  struct Stopped: Error {}

  private static let hasCome = Atomic(false)

  /// Runs `body`, which asks by `check`; until it ends the signal does not end the process.
  ///
  /// Where it is ignored (nohup(1)) it stays so.
  static func catching<T>(_ body: () throws -> T) throws -> T {
    hasCome.store(false, ordering: .relaxed)
    var before = sigaction()
    unsafe sigaction(SIGINT, nil, &before)
    let isIgnored =
      unsafe unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { return try body() }
    signal(SIGINT) { _ in Interruption.hasCome.store(true, ordering: .relaxed) }
    defer { unsafe sigaction(SIGINT, &before, nil) }
    return try body()
  }

  /// - Throws: `Stopped` once the signal has come.
  static func check() throws(Stopped) {
    if hasCome.load(ordering: .relaxed) { throw Stopped() }
  }
}
