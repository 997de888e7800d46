import Cells
import Terminal

/// What a terminal answers to what the desk asks of it, asked in the desk's own way.
enum TerminalProbe {
  /// Standard input and output are none, or it only takes lines.
  case none
  /// The desk cannot start on it.
  case unusable
  /// It says nothing within the time.
  case silent(TerminalFacts, Size)
  case answered(TerminalFacts, Size)

  /// Longer than a line around the world takes, and short enough to wait for.
  private static let patience = Duration.seconds(2)

  /// Opens the screen, asks once and gives the terminal back as it was.
  static func ask() -> TerminalProbe {
    guard LocalDesk.hasTerminal, !LocalDesk.takesLinesOnly else { return .none }
    guard var screen = try? CursesScreen.open(for: .desk) else { return .unusable }
    let end = ContinuousClock.now + patience
    screen.present(Frame(size: screen.size, width: .terminal))
    while true {
      let left = Int((end - .now) / .milliseconds(1))
      guard left > 0 else { break }
      let event = screen.nextEvent(timeoutMilliseconds: left)
      if case .found(let facts) = event { return .answered(facts, screen.size) }
      // Whoever presses a key or ends it waits for nothing more.
      if event == .ended || event.isOfPerson { break }
    }
    return .silent(screen.facts, screen.size)
  }
}

extension TerminalProbe {
  /// What is said of it, each with what mends it.
  var findings: [Finding] {
    switch self {
    case .none: [Self.find("probe", .noted("check.probe.none"))]
    case .unusable: [Self.find("probe", .lacking("check.probe.unusable"))]
    case .silent(let facts, let size):
      [Self.find("probe", .noted("check.probe.silent")), Self.colours(facts), Self.cells(size)]
    case .answered(let facts, let size):
      [
        Self.find("probe", Self.answer(facts)), Self.line(facts), Self.colours(facts),
        Self.background(facts), Self.cells(size),
      ]
    }
  }

  private static func find(_ name: String, _ standing: Standing) -> Finding {
    Finding(name, title: Speech.text("check.\(name)")) { standing }
  }

  private static func answer(_ facts: TerminalFacts) -> Standing {
    let delay = String(facts.delay ?? 0)
    return facts.link == .slow
      ? .noted("check.probe.slow", delay) : .held("check.probe.held", delay)
  }

  /// How wide it draws what lines are made of.
  private static func line(_ facts: TerminalFacts) -> Finding {
    let standing: Standing =
      switch facts.lineColumns {
      case 1: .held("check.line.held")
      case let columns?: .noted("check.line.wide", String(columns))
      case nil: .noted("check.line.unknown")
      }
    return find("line", standing)
  }

  private static func colours(_ facts: TerminalFacts) -> Finding {
    let standing: Standing =
      switch facts.colours {
      case ..<8: .noted("check.colours.none")
      case ..<256: .noted("check.colours.few", String(facts.colours))
      default: .held("check.colours.held", String(facts.colours))
      }
    return find("colours", standing)
  }

  private static func background(_ facts: TerminalFacts) -> Finding {
    let standing: Standing =
      switch Appearance.scheme(on: facts) {
      case nil: .noted("check.background.unknown")
      case .light: .held("check.background.light")
      default: .held("check.background.dark")
      }
    return find("background", standing)
  }

  private static func cells(_ size: Size) -> Finding {
    let text = "\(size.columns)x\(size.rows)"
    let least = Size(rows: 10, columns: 40)
    if size.rows < least.rows || size.columns < least.columns {
      return find("size", .lacking("check.size.small", text))
    }
    return find(
      "size",
      size.rows < 24 || size.columns < 80
        ? .noted("check.size.narrow", text) : .held("check.size.held", text))
  }
}
