import Cells
import Glibc
import Labels
import Screens
import Terminal

/// The desk line by line: what is typed is given to it, and what came of it is said in one line.
///
/// It is spoken where the program is about to wait, so that everything a line brought with it has
/// been read before.
struct SpokenScreen: ~Copyable {
  private var terminal: LineTerminal
  private var reader = LinearReader()
  /// Where somebody was when something was said last.
  private var said: LinearPlace?
  /// Whether a line waits for its answer, and since when.
  private var isOwed = true
  /// Whether only that something goes on was said, and not what came of it.
  private var isHalfSaid = false
  private var since = ContinuousClock.now
  private var isBegun = false
  private var isOver = false
  /// A command that was named, to be given next.
  private var named: CommandName?
  /// Whether somebody has pressed a key since this was asked last.
  private var isTouched = false

  static func open(for place: CursesScreen.Place) throws(TerminalError) -> SpokenScreen {
    SpokenScreen(try LineTerminal.open(for: place))
  }

  private init(_ terminal: consuming LineTerminal) {
    self.terminal = terminal
    // Who does not listen any more is noticed when something is said.
    signal(SIGPIPE, SIG_IGN)
  }

  /// How long a line is without an answer while something long is done.
  private static let patience = Duration.seconds(2)
  /// How often it is looked whether something long is done, in milliseconds.
  private static let glance = 100

  mutating func takeCommand() -> CommandName? {
    defer { named = nil }
    return named
  }

  mutating func takeTouch() -> Bool {
    defer { isTouched = false }
    return isTouched
  }

  /// What is typed next.
  ///
  /// - Parameter isBusy: whether something is done beside the desk, whose end the next line waits for.
  mutating func nextEvent(within milliseconds: Int, _ desk: Desk, isBusy: Bool) -> Event {
    if isOver { return .ended }
    if desk.isWaiting {
      // What was meant for the desk as it was is dropped.
      reader.drop()
      return heard(terminal.next(within: milliseconds, reads: false), desk)
    }
    if let act = reader.next(desk) {
      switch act {
      case .event(let event): return event
      case .command(let name):
        named = name
        return .tick
      }
    }
    guard milliseconds > 0 else { return .tick }
    guard isBusy else {
      isOwed = isOwed || isHalfSaid
      isHalfSaid = false
      say(desk)
      return heard(terminal.next(within: milliseconds, reads: true), desk)
    }
    if isOwed, .now - since > Self.patience {
      say(desk)
      isHalfSaid = true
    }
    return heard(terminal.next(within: min(milliseconds, Self.glance), reads: false), desk)
  }

  private mutating func heard(_ input: LineTerminal.Input, _ desk: Desk) -> Event {
    switch input {
    case .timeout: return isOver ? .ended : .tick
    case .ended: return .ended
    case .cancelled:
      touch()
      reader.drop()
      return .key(.control("c"))
    case .line(let line):
      touch()
      reader.take(line, at: desk)
      return .tick
    }
  }

  private mutating func touch() {
    (isOwed, isTouched, since) = (true, true, .now)
  }

  /// Says what is owed, or what changed by itself: that a screen was hidden, that work is done.
  mutating func say(_ desk: Desk) {
    let text = LinearText(desk)
    let place = text.place
    guard isOwed || place != said else { return }
    var lines = reader.takeNoted()
    let message = reader.takeMessage()
    if lines.isEmpty {
      let start = isBegun ? nil : desk.words("linear.start")
      let answer = text.answer(since: said, message)
      lines = [[start, answer].compactMap(\.self).joined(separator: " ")]
    }
    (isOwed, isBegun, said) = (false, true, place)
    do {
      for line in lines { try StandardOutput.writeLine(line) }
    } catch {
      // Nobody hears it any more.
      isOver = true
    }
  }

  func suspend() { terminal.suspend() }
}
