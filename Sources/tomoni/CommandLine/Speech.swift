import Casework
import Foundation
import Labels
import Synchronization

/// The language the command line speaks.
///
/// Help and the complaints about a command line are needed before anybody is known, so one place
/// holds the language of the process: what `--lang` says, else what the person chose once they are
/// known, else the locale, else Japanese.
enum Speech {
  private static let saved = Mutex<String?>(nil)

  static var words: Words { Words(language) }

  /// The text of a key in that language.
  static func text(_ key: String, _ arguments: String...) -> String {
    words(key, arguments: arguments)
  }

  /// The lines of a key in that language: those of the label alone, whatever stands in its
  /// arguments.
  static func lines(_ key: String, _ arguments: [String]) -> [String] {
    words(key, arguments: arguments.map(ShownLines.line)).split(separator: "\n").map(String.init)
  }

  static var language: LabelLanguage {
    guard let saved = saved.withLock({ $0 }) else { return unsaved }
    return .chosen(argument: argument, saved: saved, environment: [:])
  }

  /// The language while nobody is known who could have chosen one.
  private static let unsaved = LabelLanguage.chosen(
    argument: argument, environment: ProcessInfo.processInfo.environment)

  /// The text of a key while nobody is known, found once: the argument parser makes every command
  /// dozens of times, with all its help.
  static func help(_ key: String) -> String {
    helpTexts.value(of: key) { Words(unsaved)(key) }
  }

  private static let helpTexts = MadeOnce<String, String>()

  /// Whether somebody chose the language: on the command line, in the configuration or at the desk.
  static var isChosen: Bool {
    [argument, saved.withLock { $0 }].contains { $0.flatMap(LabelLanguage.init(rawValue:)) != nil }
  }

  /// Speaks the language that a person chose before, where they did; `--lang` still wins.
  static func use(_ choice: String?) {
    if let choice { saved.withLock { $0 = choice } }
  }

  /// What follows `--lang`, wherever it stands.
  private static let argument: String? = {
    let arguments = CommandLine.arguments
    let joined = arguments.last { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
    guard let place = arguments.lastIndex(of: "--lang"), arguments.indices.contains(place + 1)
    else { return joined.map(String.init) }
    return arguments[place + 1]
  }()
}
