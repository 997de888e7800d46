import Casework
import CaseStore
import Cells
import Labels
import Screens
import Terminal

/// Opens the screen over a store and keeps them in step until somebody leaves.
struct DeskLoop {
  /// Another process's writes are looked for this often while nobody types.
  private static let lookMilliseconds = 5000

  let store: CaseStore
  let viewer: Viewer
  let place: CursesScreen.Place
  let clock: CaseStore.Clock
  /// What the person's configuration file says; a session has none.
  var settings = DeskSettings()
  /// Where that file could not be followed.
  var settingsProblems: [String] = []
  /// Keeps the person's choice of language.
  let remember: (LabelLanguage) -> Void
  private let draftTimer = DraftTimer()

  /// Why the loop ended.
  enum End {
    case quit
    /// The terminal went away or the system asked to end.
    case ended
  }

  /// Runs until the person quits; the terminal is as it was before, however it ends.
  func run(language: LabelLanguage) throws(TerminalError) -> End {
    var screen = try CursesScreen.open(for: place)
    var desk = Desk(
      surroundings, size: screen.size, language: language, width: .terminal,
      settings: settings, notice: notice(of: screen, Words(language)))
    // What Today has shown is no news any more when they come again.
    defer { if let looked = desk.lookedUpTo { try? store.keepLook(looked) } }
    var version = try? store.dataVersion()
    var end = perform(desk.start(), on: &desk, &screen)
    while end == nil {
      screen.present(desk.draw())
      var event = nextEvent(of: &screen, keeping: &desk, &version)
      // Everything typed since is taken in before the screen is painted once.
      while event != .tick, end == nil {
        end = perform(desk.update(event), on: &desk, &screen)
        if event == .ended { return .ended }
        event = screen.nextEvent(timeoutMilliseconds: 0)
      }
    }
    return end ?? .quit
  }

  /// What the person does next, or a tick where the screen has to change without them; meanwhile
  /// what is typed is kept within half a second of the first key.
  private func nextEvent(
    of screen: inout CursesScreen, keeping desk: inout Desk, _ version: inout Int?
  ) -> Event {
    while true {
      let timeout = draftTimer.milliseconds(desk.hasUnkeptDraft) ?? Self.lookMilliseconds
      if timeout > 0 {
        let event = screen.nextEvent(timeoutMilliseconds: timeout)
        guard event == .tick else { return event }
      }
      if draftTimer.isOver {
        let fault = desk.draftFault
        answer(desk.update(.tick), on: &desk)
        if desk.draftFault != fault { return .tick }
      } else if look(&desk, &version) {
        return .tick
      }
    }
  }

  private var surroundings: Desk.Surroundings {
    Desk.Surroundings(
      viewer: viewer, viewerLink: store.viewerLink, organisation: store.organisation.name,
      isDemo: store.organisation.isDemo, today: clock().dateInJapan, canSuspend: place == .desk)
  }

  /// Looks for a new day and for what others wrote; false where nothing changed.
  private func look(_ desk: inout Desk, _ version: inout Int?) -> Bool {
    var isChanged = false
    let today = clock().dateInJapan
    if desk.surroundings.today != today {
      desk.surroundings.today = today
      isChanged = true
      // What is due on a new day is another list: it is read again as soon as no form is open.
      version = nil
    }
    let current = try? store.dataVersion()
    if current != version, desk.followsOthers {
      version = current
      answer(desk.receive(.changedElsewhere), on: &desk)
      isChanged = true
    }
    return isChanged
  }

  /// Does what the desk asks and feeds the answers back until it asks nothing more.
  private func perform(
    _ effects: [Effect], on desk: inout Desk, _ screen: inout CursesScreen
  ) -> End? {
    for effect in effects {
      switch effect {
      case .quit: return .quit
      case .redraw: screen.repaint()
      case .suspend: screen.suspend()
      case .remember(let language): remember(language)
      default: answer([effect], on: &desk)
      }
    }
    return nil
  }

  private func answer(_ effects: [Effect], on desk: inout Desk) {
    var open = effects
    while !open.isEmpty {
      let effect = open.removeFirst()
      if let reply = store.reply(to: effect) { open += desk.receive(reply) }
    }
  }

  /// What is to be said first: that the terminal is unknown, or where the configuration is wrong.
  private func notice(of screen: borrowing CursesScreen, _ words: Words) -> String? {
    if let notice = screen.notices.first { return Self.sentence(notice, words) }
    guard let first = settingsProblems.first, settingsProblems.count > 1 else {
      return settingsProblems.first
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
