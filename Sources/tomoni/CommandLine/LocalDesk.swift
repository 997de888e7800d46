import CaseStore
import Casework
import Glibc
import Labels
import Screens
import Terminal
import Wording

/// The desk at the organisation's own machine.
enum LocalDesk {
  /// Whether there is somebody to show a screen to.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Whether a terminal says of itself that it only takes lines (TERM).
  static var takesLinesOnly: Bool { Environment.value("TERM") == "dumb" }

  /// Opens the desk as whoever calls, until they leave.
  ///
  /// - Parameter command: what is done first.
  static func open(_ path: String, isLinear: Bool = false, with command: CommandName? = nil) throws
  {
    try run(
      OpenStore(path: path), at: path, isLinear: isLinear, clock: { .now }, first: command)
  }

  /// The same over a store that is open already: to open it once more would be half of the wait.
  static func open(
    _ store: OpenedStore, at path: String, isLinear: Bool = false,
    clock: @escaping CaseStore.Clock, with command: CommandName? = nil
  ) throws {
    try run(
      OpenStore(store, clock: clock), at: path, isLinear: isLinear, clock: clock, first: command)
  }

  /// That the nightly backup has not been made, where there was one.
  private static func oldBackup(of path: String, at now: Instant) -> [String] {
    guard let note = BackupNote(of: path), note.isOld(at: now) else { return [] }
    let words = Speech.words
    return [words("check.backup.old", ValueText(words).text(note.moment))]
  }

  /// That it is a copy which was taken along, and until when.
  private static func laptop(_ store: CaseStore) -> [String] {
    let words = Speech.words
    return store.laptopUntil.map { [words("cli.laptop.isCopy", ValueText(words).text($0))] } ?? []
  }

  private static func run(
    _ opened: OpenStore, at path: String, isLinear: Bool, clock: @escaping CaseStore.Clock,
    first: CommandName? = nil
  ) throws {
    let configuration = Configuration.read()
    var settings = configuration.settings
    if isLinear || settings.output == nil && takesLinesOnly { settings.output = .linear }
    Speech.use(configuration.settings.language?.rawValue)
    let loop = DeskLoop(
      store: opened.store, viewer: opened.viewer, place: .desk, clock: clock,
      settings: settings,
      settingsProblems: laptop(opened.store) + oldBackup(of: path, at: clock())
        + configuration.sentences(Speech.words),
      isLanguageChosen: Speech.isChosen,
      guide: opened.store.organisation.isDemo ? GuideFile(store: path) : nil,
      first: first,
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
