/// A program could not be started in a pseudo terminal.
package struct StartFailure: Error {
  package var path: String
  package init(path: String) { self.path = path }
}

/// What a test waited for did not come.
package struct Timeout: Error, CustomStringConvertible {
  package var waitedFor: String
  package var exit: PseudoTerminal.Exit?
  package var screen: String

  package init(waitedFor: String, exit: PseudoTerminal.Exit? = nil, screen: String) {
    self.waitedFor = waitedFor
    self.exit = exit
    self.screen = screen
  }

  package var description: String {
    let end = exit.map { ", and the program has ended: \($0)" } ?? ""
    return "waited in vain until \(waitedFor)\(end); the screen:\n\(screen)"
  }
}
