/// What the outside tells the program, in the order it happened.
package enum Event: Hashable, Sendable {
  case key(Key)
  case paste(String)
  /// More was pasted than is taken in; nothing of it was.
  case pasteTooLong
  case resize(Size)
  /// The program came back from a suspension: everything on the screen is to be painted again.
  case resumed
  /// The terminal answered what it was asked when the program began.
  case found(TerminalFacts)
  /// The wait the program asked for is over.
  case tick
  /// The terminal is gone or the system asks to end: save what is open and leave within a second.
  case ended
}

extension Event {
  /// Whether somebody at the terminal made it.
  package var isOfPerson: Bool {
    switch self {
    case .key, .paste, .pasteTooLong: true
    case .resize, .resumed, .found, .tick, .ended: false
    }
  }
}
