import Cells
import Screens
import Terminal

/// Where the desk is shown: painted on a terminal, or said line by line.
struct DeskScreen: ~Copyable {
  private var painted: CursesScreen?
  private var spoken: SpokenScreen?
  let isSpoken: Bool
  /// What the person should be told now that it is open.
  let notices: [TerminalNotice]
  /// The size to draw for, as it was opened.
  let size: Size
  /// What is known of the terminal before it answers.
  let facts: TerminalFacts

  /// - Parameter output: how it is shown.
  static func open(
    for place: CursesScreen.Place, _ output: DeskOutput
  ) throws(TerminalError) -> DeskScreen {
    switch output {
    case .screen: return DeskScreen(painted: try CursesScreen.open(for: place))
    case .linear: return DeskScreen(spoken: try SpokenScreen.open(for: place))
    }
  }

  private init(painted screen: consuming CursesScreen) {
    isSpoken = false
    notices = screen.notices
    size = screen.size
    facts = screen.facts
    painted = consume screen
    spoken = nil
  }

  private init(spoken screen: consuming SpokenScreen) {
    isSpoken = true
    notices = []
    size = Size(rows: LinearText.size.rows, columns: LinearText.size.columns)
    facts = TerminalFacts(colours: 256)
    painted = nil
    spoken = consume screen
  }

  /// Shows the desk as it stands.
  mutating func present(_ desk: Desk) {
    if !isSpoken { painted?.present(desk.draw()) }
    // What else is said waits until everything is there.
    if desk.isWaiting { spoken?.say(desk) }
  }

  /// What happens next; a tick where nothing does for so many milliseconds.
  mutating func nextEvent(within milliseconds: Int, _ desk: Desk, isBusy: Bool) -> Event {
    if let event = painted?.nextEvent(timeoutMilliseconds: milliseconds) { return event }
    if let event = spoken?.nextEvent(within: milliseconds, desk, isBusy: isBusy) { return event }
    return .ended
  }

  /// A command that was named on a line.
  mutating func takeCommand() -> CommandName? { spoken?.takeCommand() }

  /// Whether somebody typed a line since this was asked last, whatever came of it.
  mutating func takeTouch() -> Bool { spoken?.takeTouch() == true }

  mutating func repaint() { painted?.repaint() }

  mutating func suspend() {
    painted?.suspend()
    spoken?.suspend()
  }
}
