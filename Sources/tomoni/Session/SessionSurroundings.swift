import Foundation
import Labels

/// What a session takes from the environment that sshd and the client gave it.
struct SessionSurroundings {
  /// Where sshd wrote how the client proved itself; nil where it did not say.
  let authentication: String?
  /// The key of the sentence with which this session is refused; nil where a person sits in front
  /// of a terminal and asked for nothing but the desk.
  let refusal: String?

  /// Reads what is needed and clears the environment but for the terminal's name, which the screen
  /// checks against a list of its own.
  static func readAndClear() -> SessionSurroundings {
    let environment = ProcessInfo.processInfo.environment
    // The client's LANG is good for the choice of a label table, and for nothing after.
    Speech.use(Speech.language.rawValue)
    let isCommand = environment["SSH_ORIGINAL_COMMAND"] != nil
    let refusal: String? =
      if isCommand { "cli.session.noCommands" } else if !LocalDesk.hasTerminal {
        "cli.session.noTerminal"
      } else { nil }
    clearenv()
    if let terminal = environment["TERM"] { unsafe setenv("TERM", terminal, 1) }
    return SessionSurroundings(authentication: environment["SSH_USER_AUTH"], refusal: refusal)
  }
}
