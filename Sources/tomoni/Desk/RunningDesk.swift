import CaseStore
import Casework
import Cells
import Labels
import Screens
import Terminal
import Wording

/// A desk on its screen.
struct RunningDesk: ~Copyable {
  /// How long one try at the store waits for another process, in milliseconds: short enough that a
  /// key that stops the wait is answered at once.
  static let slice = 150
  /// How often the store is asked whether the person may still look, and what others wrote.
  ///
  /// Whoever may not look is out within five seconds, also where an answer takes its time.
  static let pause = Duration.seconds(2)
  /// How long what is typed may keep the end waiting.
  private static let lastTries = (quit: Duration.seconds(3), ended: Duration.milliseconds(600))

  /// How long what is done beside the desk may take to stop.
  private static let workEnd = Duration.milliseconds(300)

  let loop: DeskLoop
  var screen: DeskScreen
  var desk: Desk
  var end: DeskLoop.End?
  /// What has become necessary while a wait was on.
  var owed: [Effect] = []
  var late = LateDrafts()
  private let workshop = Workshop()
  /// Does what nobody waits for, so that it stops nothing that somebody does.
  private let quietWorkshop = Workshop()
  var version: Int?
  /// The version of the store at which refusals were counted.
  var countedVersion: Int?
  var nextLook = ContinuousClock.now + pause
  private let draftTimer = DraftTimer()
  private var lookBeside = LookBeside()
  private var putOff = PutOff()
  private var rested = RestedSearch()
  var idle: IdleWatch
  /// What was kept of the guide last.
  private var keptGuide: Guide?
  /// Since when something sealed is open.
  var sealedSince: ContinuousClock.Instant?

  init(_ loop: DeskLoop, _ screen: consuming DeskScreen, _ desk: Desk) {
    self.loop = loop
    self.screen = screen
    self.desk = desk
    idle = loop.idle
    keptGuide = desk.guide
    loop.store.names = Words(desk.language).names
  }

  var store: CaseStore { loop.store }

  mutating func run() -> DeskLoop.Leaving {
    version = try? store.dataVersion()
    perform(desk.start(with: loop.first))
    while end == nil {
      screen.present(desk)
      var event = nextEvent()
      // Everything typed since is taken in before the screen is painted once.
      while event != .tick, end == nil {
        perform(rested.due(before: event), isDue: true)
        perform(desk.update(event))
        if event == .ended { end = end ?? .ended }
        // Also while keys come without a pause.
        look()
        if end == nil { event = take(within: 0) }
      }
      if let guide = desk.guide { loop.guide?.keep(guide, over: &keptGuide) }
    }
    return leave()
  }

  private mutating func leave() -> DeskLoop.Leaving {
    let end = end ?? .quit
    switch end {
    case .refused, .idle: perform(keeping: desk.update(.tick))
    case .quit, .ended: break
    }
    quietWorkshop.stop()
    workshop.close(within: Self.workEnd)
    quietWorkshop.close(within: Self.workEnd)
    let isQuiet = if case .quit = end { false } else { true }
    late.finish(in: store, within: isQuiet ? Self.lastTries.ended : Self.lastTries.quit)
    // What Today has shown is no news any more when they come again.
    if let looked = desk.lookedUpTo { try? store.keepLook(looked) }
    return DeskLoop.Leaving(
      end: end, language: desk.language, hasLostDrafts: !late.isEmpty)
  }

  /// The next event of the screen; a tick where there is none for so many milliseconds.
  mutating func take(within milliseconds: Int) -> Event {
    let isBusy = workshop.isBusy || quietWorkshop.isBusy
    let event = screen.nextEvent(within: milliseconds, desk, isBusy: isBusy)
    if event.isOfPerson || screen.takeTouch() { idle.touch() }
    if let name = screen.takeCommand() { perform(desk.give(name)) }
    return event
  }

  /// What the person does next, or a tick where the screen has to change without them; meanwhile
  /// what is typed is kept within half a second of the first key.
  private mutating func nextEvent() -> Event {
    while end == nil {
      if !putOff.isEmpty {
        let event = take(within: 0)
        guard event == .tick else { return event }
        if let effect = putOff.next() { perform([effect], isDue: true) }
        return .tick
      }
      let untilLook = max(0, Int((nextLook - .now) / .milliseconds(1)) + 1)
      let untilKept = draftTimer.milliseconds(desk.hasUnkeptDraft)
      let timeout =
        [
          untilKept, late.milliseconds, lookBeside.milliseconds, rested.milliseconds, untilLook,
        ].compactMap(\.self).min() ?? untilLook
      if timeout > 0 {
        let event = take(within: timeout)
        guard event == .tick else { return event }
      }
      var isChanged = false
      if draftTimer.isOver {
        let fault = desk.draftFault
        perform(desk.update(.tick))
        isChanged = desk.draftFault != fault
      }
      let searches = rested.due()
      if !searches.isEmpty {
        perform(searches, isDue: true)
        isChanged = true
      }
      if let effect = lookBeside.due() {
        perform([effect], isDue: true)
        isChanged = true
      }
      for reply in workshop.take() + quietWorkshop.take() + late.retry(in: store) {
        perform(desk.receive(reply))
        isChanged = true
      }
      if look() || isChanged { return .tick }
    }
    return .tick
  }

  /// Does what follows from a refusal whatever was asked: whoever may not look is out, and a session
  /// does not outlive its store; true where the screen has to change.
  @discardableResult
  mutating func meet(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .unknownViewer, .pledgeMissing:
      end = .refused(refusal)
      return true
    case .storeReplaced:
      if loop.place == .session {
        end = .refused(refusal)
      } else if desk.lostStore == nil {
        perform(desk.receive(.storeLost(refusal)))
      }
      return true
    default: return false
    }
  }

  /// Does what the desk asks and feeds the answers back until it asks nothing more.
  ///
  /// - Parameter isDue: whether also what is put off, or read beside the list, is read now.
  mutating func perform(_ effects: [Effect], isDue: Bool = false) {
    var open = effects
    // Whoever stopped waiting for one answer does not wait for the next one of the same key.
    var waits = true
    while end == nil, !open.isEmpty {
      let effect = open.removeFirst()
      switch effect {
      case .quit: end = .quit
      case .redraw: screen.repaint()
      case .suspend: screen.suspend()
      case .remember(let language):
        store.names = Words(language).names
        loop.remember(language)
      case .keep, .forgetDraft: open += keep(effect)
      case .stopWork: workshop.stop()
      case _ where loop.place == .session && effect.withoutFiles != nil:
        if let reply = effect.withoutFiles { open += desk.receive(reply) }
      case .read(_, for: .beside) where !isDue: lookBeside.ask(effect)
      // A line is no letter on the way to a word.
      case _ where effect.isSearch && loop.place == .session && !isDue && !screen.isSpoken:
        rested.ask(effect)
      case _ where effect.isPutOff && !isDue: putOff.ask(effect)
      default:
        if let work = LongWork(effect) {
          let shop = work.isQuiet ? quietWorkshop : workshop
          shop.start(work, through: store.door, at: loop.clock())
        } else if let reply = answer(effect, &waits) {
          open += desk.receive(reply)
        }
        open += owed
        owed = []
      }
    }
  }

  /// Keeps drafts and forgets them; what else is asked, and what an answer asks, is owed.
  mutating func perform(keeping effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .keep, .forgetDraft: owed += keep(effect)
      default: owed.append(effect)
      }
    }
  }

  private mutating func keep(_ effect: Effect) -> [Effect] {
    late.perform(effect, in: store).map { desk.receive($0) } ?? []
  }
}
