import CaseStore
import Casework
import Labels
import Screens
import Terminal
import Wording

/// Opens the screen over a store and keeps them in step until somebody leaves.
struct DeskLoop {
  let store: CaseStore
  let viewer: Viewer
  let place: CursesScreen.Place
  let clock: CaseStore.Clock
  /// What the person's configuration file says; a session has none.
  var settings = DeskSettings()
  /// What is to be said first: where that file could not be followed, that a backup is missing.
  var settingsProblems: [String] = []
  /// When the screen is hidden, and when nobody is believed to be there any more.
  var idle = IdleWatch(nil)
  /// Where others see that somebody is here.
  var mark: SessionMark?
  /// Whether the person chose the language they are spoken to in, or nobody knows it yet.
  var isLanguageChosen = true
  /// What the demo offers to try; nil elsewhere.
  var guide: GuideFile?
  /// What is done first, once the desk is open.
  var first: CommandName?
  /// Keeps the person's choice of language.
  let remember: (LabelLanguage) -> Void

  /// Why the loop ended.
  enum End {
    case quit
    /// The terminal went away or the system asked to end.
    case ended
    /// Nobody has pressed a key for so long that nobody may be there.
    case idle
    /// The person may not look any more, or a session's store is not there any more.
    case refused(Refusal)
  }

  /// How a desk was left.
  struct Leaving {
    let end: End
    /// The language the person read last.
    let language: LabelLanguage
    /// Whether something typed could not be kept.
    let hasLostDrafts: Bool
  }

  /// Runs until the person quits; the terminal is as it was before, however it ends.
  func run(language: LabelLanguage) throws(TerminalError) -> Leaving {
    let screen = try DeskScreen.open(for: place, settings.output ?? .screen)
    var desk = Desk(
      surroundings, size: screen.size, language: language, width: .terminal,
      settings: settings, terminal: screen.facts, notice: notice(of: screen, words(language)))
    desk.guide = guide?.read()
    // The desk waits for others itself, so that the person is told and can stop waiting.
    try? store.wait(atMost: RunningDesk.slice)
    var running = RunningDesk(self, screen, desk)
    return running.run()
  }

  private var surroundings: Desk.Surroundings {
    var surroundings = Desk.Surroundings(
      viewer: viewer, viewerLink: store.viewerLink, organisation: store.organisation.name,
      isDemo: store.organisation.isDemo, today: clock().dateInJapan, canSuspend: place == .desk)
    surroundings.phone = store.organisation.phone
    surroundings.fiscalYearStart = store.organisation.fiscalYearStart
    surroundings.isSupervisor = (try? store.isToldOfUnseen()) ?? true
    return surroundings
  }

  private func words(_ language: LabelLanguage) -> Words {
    Words(
      language, dates: settings.dates ?? language.dates, keyTexts: settings.commands.spelledKeys)
  }

  /// What is to be said first: that the terminal is unknown, where the configuration is wrong, or
  /// how the language is changed by somebody who has not chosen one and may not read this one.
  private func notice(of screen: borrowing DeskScreen, _ words: Words) -> String? {
    if let notice = screen.notices.first { return Self.sentence(notice, words) }
    guard let first = settingsProblems.first, settingsProblems.count > 1 else {
      return settingsProblems.first ?? (isLanguageChosen ? nil : words("desk.bothLanguages"))
    }
    return words("settings.problem.andMore", first, String(settingsProblems.count - 1))
  }

  private static func sentence(_ notice: TerminalNotice, _ words: Words) -> String {
    switch notice {
    case .unknownTerminal(let name, let substitute):
      words("desk.unknownTerminal", name, substitute)
    }
  }
}
