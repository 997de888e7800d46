/// How a frame is to look: with which signs and colours, and whether it has to be cheap to send.
package struct Appearance: Hashable, Sendable {
  package var chrome = Chrome.plain
  package var palette = Palette(.either)
  /// Whether every byte counts: a selected row is then marked and not tinted.
  package var isFrugal = false

  package init() {}

  /// What bars are drawn in: without colours as they are, for a block needs no line below it.
  package var bar: Role { palette.tellsUrgency ? .accent : .plain }

  /// - Parameters:
  ///   - wishes: what the person has decided.
  ///   - terminal: what it was found to be.
  package init(_ wishes: LookWishes, on terminal: TerminalFacts, width: CellWidth) {
    let drawsLines = terminal.lineColumns == 1
    chrome = (wishes.chrome ?? (drawsLines ? .line : .plain)).fitting(width)
    palette = Self.palette(wishes.palette, on: terminal)
    isFrugal = (wishes.link ?? terminal.link) == .slow
  }

  /// For which background a terminal asks; nil where it does not say what it has.
  package static func scheme(on terminal: TerminalFacts) -> Palette.Scheme? {
    // Grey from the middle up is nearer to paper than to night.
    terminal.background.map { $0.luminance > 0.18 ? .light : .dark }
  }

  private static func palette(_ wish: Palette.Scheme?, on terminal: TerminalFacts) -> Palette {
    switch terminal.colours {
    case ..<8: return Palette(.plain)
    case 8..<256: return Palette(wish == .plain ? .plain : .sixteen)
    default: break
    }
    guard let background = terminal.background, let found = scheme(on: terminal) else {
      return Palette(wish ?? .either)
    }
    let scheme = wish ?? found
    return Palette(scheme, background: scheme == found ? background : nil)
  }
}

/// What a person has decided of the look; nil leaves it to what the terminal is found to be.
package struct LookWishes: Hashable, Sendable {
  package var chrome: Chrome?
  package var palette: Palette.Scheme?
  package var link: TerminalFacts.Link?

  package init() {}
}

/// What a terminal is found to be, from its name and its answer to one question.
package struct TerminalFacts: Hashable, Sendable {
  package enum Link: String, CaseIterable, Sendable {
    case fast, slow
  }

  /// How many colours it has.
  package var colours: Int
  /// In how many columns it draws a line that the C library takes for one; nil where it did not
  /// answer.
  package var lineColumns: Int?
  /// What stands behind its text; nil where it did not say so.
  package var background: Colour?
  /// How long its answer took, in milliseconds; nil where there was none.
  package var delay: Int?

  package init(
    colours: Int, lineColumns: Int? = nil, background: Colour? = nil, delay: Int? = nil
  ) {
    self.colours = colours
    self.lineColumns = lineColumns
    self.background = background
    self.delay = delay
  }

  /// Lines around the world answer within a third of a second; what takes longer carries little.
  package static let slowest = 350

  package var link: Link { (delay ?? 0) > Self.slowest ? .slow : .fast }
}
