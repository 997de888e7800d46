internal import Cells

/// Every command of the desk, once: keys, hint line, help, palette and manual are views of it, in
/// this order.
package enum CommandTable {
  package static let all: [Command] =
    MovingCommands.all + LoggingCommands.all + MatchingCommands.all + ChangingCommands.all
    + ListCommands.search + ChangingCommands.journal + ListCommands.all + ProgramCommands.leading
    + JournalCommands.all + ScreenCommands.all + ViewingCommands.all + JournalCommands.history
    + ProgramCommands.all

  /// What the rows are called.
  static let names = Set(all.map(\.name.rawValue))

  /// Where in the table each row stands.
  static let places = Dictionary(
    all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rows that the hint line may show, and those that log something.
  static let hinted = all.filter { $0.hint != nil }.map(\.name)
  static let logging = all.filter { $0.group == .logging }.map(\.name)

  /// What keys may follow `pressed`: the command it completes, or those it begins.
  static func matches(_ pressed: [Key], among commands: [Command]) -> (
    complete: Command?, begun: [(command: Command, next: Key)]
  ) {
    var complete: Command?
    var begun: [(command: Command, next: Key)] = []
    for command in commands {
      for sequence in command.keys where sequence.keys.starts(with: pressed) {
        if sequence.keys.count == pressed.count {
          complete = complete ?? command
        } else {
          begun.append((command, sequence.keys[pressed.count]))
        }
      }
    }
    return (complete, begun)
  }
}
