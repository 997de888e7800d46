/// Why no screen could be opened.
package enum TerminalError: Error, Hashable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// The terminal cannot show a screen, not even taken for a plain one.
  case cannotStart(terminal: String)
}

/// What a person should be told once the screen is open.
package enum TerminalNotice: Hashable, Sendable {
  /// The system does not know the terminal (its TERM, as it came), and treats it as another.
  case unknownTerminal(name: String, treatedAs: String)
}
