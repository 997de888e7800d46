/// In which state a terminal is, to compare before and after a program.
package struct TerminalState: Hashable {
  package var lines: LineMode
  package var isAlternateScreen: Bool
  package var showsCursor: Bool
  package var marksPastes: Bool
}

extension PseudoTerminal {
  package var state: TerminalState {
    TerminalState(
      lines: lineMode, isAlternateScreen: isAlternateScreen, showsCursor: showsCursor,
      marksPastes: marksPastes)
  }

  /// The state of a terminal that no program has touched: it echoes, takes whole lines, and shows
  /// its main screen and its cursor.
  package static func untouchedState() throws -> TerminalState {
    try PseudoTerminal(running: "/bin/true").state
  }
}
