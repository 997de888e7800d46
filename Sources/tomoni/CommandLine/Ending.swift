import ArgumentParser
import Casework
import Terminal

/// What is left to say and to answer when a command ends early.
struct Ending {
  private let status: ExitStatus
  private let lines: [String]

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: (status, lines) = (failure.status, failure.lines)
    case let refusal as Refusal:
      let failure = Failure(refusal)
      (status, lines) = (failure.status, failure.lines)
    case let error as TerminalError:
      status = error == .notATerminal ? .usage : .configuration
      lines = [error.sentence]
    default:
      let text = HelpText(Tomoni.fullMessage(for: error), Speech.words)
      switch Tomoni.exitCode(for: error) {
      case .success: (status, lines) = (.success, text.lines)
      case .validationFailure:
        (status, lines) = (.usage, [Speech.text("cli.badCommandLine")] + text.lines)
      default: (status, lines) = (.software, text.lines)
      }
    }
  }

  /// Says it, help on standard output and everything else on standard error.
  func announce() -> ExitStatus {
    if status == .success {
      do {
        for line in lines { try StandardOutput.writeLine(line) }
      } catch {
        return Ending(error).announce()
      }
    } else {
      StandardError.write(lines)
    }
    return status
  }
}

extension TerminalError {
  fileprivate var sentence: String {
    switch self {
    case .notATerminal: Speech.text("cli.notATerminal")
    case .cannotStart(let terminal): Speech.text("cli.cannotStart", terminal)
    }
  }
}
