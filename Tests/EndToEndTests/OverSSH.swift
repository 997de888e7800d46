import Testing

/// What is tested through a real sshd, one test after the other.
@Suite(.serialized, .overSSH) enum OverSSHTests {}

/// Gives the tests of a suite one `SSHWorld`, and takes it away after them whatever happens.
///
/// They wait more than they work, one after the other: with a priority of their own they are run beside
/// all others, and not behind them.
struct OverSSH: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    withUnsafeCurrentTask { $0?.escalatePriority(to: .high) }
    let world = try SSHWorld()
    defer { world.tearDown() }
    try world.setUp()
    try await SSHWorld.$shared.withValue(world, operation: function)
  }
}

extension Trait where Self == OverSSH {
  static var overSSH: Self { Self() }
}
