import CaseStore
import Casework
import Glibc
import Labels
import Screens
import Terminal

/// The desk at the organisation's own machine.
enum LocalDesk {
  /// Whether there is somebody to show a screen to.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Whether a terminal says of itself that it only takes lines (TERM).
  static var takesLinesOnly: Bool { Environment.value("TERM") == "dumb" }

  /// Opens the desk as whoever calls, until they leave.
  static func open(_ path: String, isLinear: Bool) throws {
    try run(OpenStore(path: path), isLinear: isLinear, clock: { .now })
  }

  /// The same over a store that is open already: to open it once more would be half of the wait.
  static func open(
    _ store: OpenedStore, isLinear: Bool, clock: @escaping CaseStore.Clock
  ) throws {
    try run(OpenStore(store, clock: clock), isLinear: isLinear, clock: clock)
  }

  private static func run(
    _ opened: OpenStore, isLinear: Bool, clock: @escaping CaseStore.Clock
  ) throws {
    let configuration = Configuration.read()
    var settings = configuration.settings
    if isLinear || settings.output == nil && takesLinesOnly { settings.output = .linear }
    Speech.use(configuration.settings.language?.rawValue)
    let loop = DeskLoop(
      store: opened.store, viewer: opened.viewer, place: .desk, clock: clock,
      settings: settings,
      settingsProblems: configuration.sentences(Speech.words),
      isLanguageChosen: Speech.isChosen,
      // A choice that could not be kept is no reason to interrupt anybody.
      remember: { try? opened.remember($0) })
    let left = try loop.run(language: Speech.language)
    Speech.use(left.language.rawValue)
    if left.hasLostDrafts { StandardError.write([Speech.text("cli.desk.draftLost")]) }
    if case .refused(let refusal) = left.end {
      guard case .unknownViewer = refusal else { throw refusal }
      throw Failure(.notPermitted, "cli.desk.over")
    }
  }
}
