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
  /// How much of a record's timeline is read at once.
  private static let timelineLimit = 200

  let store: CaseStore
  let viewer: Viewer
  let place: CursesScreen.Place
  let clock: CaseStore.Clock
  /// Keeps the person's choice of language.
  let remember: (LabelLanguage) -> Void

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
      notice: screen.notices.first.map { Self.sentence($0, Words(language)) })
    var version = try? store.dataVersion()
    var end = perform(desk.start(), on: &desk, &screen)
    while end == nil {
      screen.present(desk.draw())
      var event = screen.nextEvent(timeoutMilliseconds: Self.lookMilliseconds)
      while event == .tick, !look(&desk, &version) {
        event = screen.nextEvent(timeoutMilliseconds: Self.lookMilliseconds)
      }
      // Everything typed since is taken in before the screen is painted once.
      while event != .tick, end == nil {
        if event == .ended { return .ended }
        end = perform(desk.update(event), on: &desk, &screen)
        event = screen.nextEvent(timeoutMilliseconds: 0)
      }
    }
    return end ?? .quit
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
    }
    let current = try? store.dataVersion()
    if current != version, desk.overlays.isEmpty {
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
      if let reply = reply(to: effect) { open += desk.receive(reply) }
    }
  }

  private func reply(to effect: Effect) -> Reply? {
    do throws(Refusal) {
      switch effect {
      case .page(let request):
        return .page(
          request,
          try store.page(
            request.query, request.anchor, count: request.count, fields: request.fields))
      case .count(let query): return .count(query, try store.count(query))
      case .detail(let address, let purpose):
        return .detail(try store.detail(address, limit: Self.timelineLimit), for: purpose)
      case .suggest(let kind, let typed, let about):
        let found = try store.suggestions(kind, matching: typed, about: about, limit: 50)
        return .suggestions(kind, typed, found)
      case .save(let changes): return .saved(try store.save(changes))
      case .undo: return .undone(try store.undo())
      case .remember, .suspend, .redraw, .quit: return nil
      }
    } catch {
      return .refused(effect, error)
    }
  }

  private static func sentence(_ notice: TerminalNotice, _ words: Words) -> String {
    switch notice {
    case .unknownTerminal(let name, let substitute):
      words("desk.unknownTerminal", name, substitute)
    }
  }
}
