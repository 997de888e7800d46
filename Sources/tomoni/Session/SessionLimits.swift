import ArgumentParser

/// What holds for every session, as the line of the keys in sshd's configuration says, where its
/// other limits stand.
///
/// Five minutes are a telephone call beside an open case, thirty a terminal that was left behind
/// (R8 of the security reference asks for no more than this order). Three sessions are somebody's
/// telephone, their notebook and one that hangs.
struct SessionLimits: ParsableArguments {
  @Option(help: .words("cli.option.blankAfter", value: "SECONDS")) var blankAfter = 300
  @Option(help: .words("cli.option.endAfter", value: "SECONDS")) var endAfter = 1800
  @Option(help: .words("cli.option.sessions", value: "N")) var sessions = 3

  private static let longest = 86_400

  func check() throws(Failure) {
    for number in [blankAfter, endAfter, sessions] where !(1...Self.longest).contains(number) {
      throw Failure(.usage, "cli.badSessionLimit", String(number), String(Self.longest))
    }
  }

  /// When it ends, in minutes for a sentence: at least one.
  var endInMinutes: String { String(max(1, (endAfter + 30) / 60)) }

  /// The words with which sshd hands them on to a session.
  var words: String {
    " --blank-after \(blankAfter) --end-after \(endAfter) --sessions \(sessions)"
  }
}
