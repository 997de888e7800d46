package import Cells
import CNcurses
import Glibc

/// The terminal while the program has it: shows frames and says what happens.
///
/// A process has at most one. The terminal is given back when the value goes, when the process
/// exits and when it crashes; what was written to standard error meanwhile appears then.
package struct CursesScreen: ~Copyable {
  /// Where the program runs.
  package enum Place: Hashable, Sendable {
    /// At the terminal of a member of staff.
    case desk
    /// Behind sshd: TERM is taken from a short list only, the program cannot be suspended, and
    /// leaving clears the screen with what can be scrolled back to.
    case session
  }

  /// What a person should be told now that the screen is open.
  package let notices: [TerminalNotice]
  /// The size to draw for: the window, but at most 200 by 500, at least 1 by 1, and 24 by 80
  /// where the window has none.
  package internal(set) var size: Size

  private let place: Place
  /// What the terminal shows, so that only rows that differ are handed on.
  var shown: Frame?
  /// What was read while looking whether a character goes on.
  var readAhead: CursesInput?
  /// Which colours the styles of ncurses have.
  private var palette: Palette?
  private var hasAsked = false
  /// A paste whose end has not come yet.
  var openPaste: PastedText?

  private init(place: Place, notices: [TerminalNotice]) {
    self.place = place
    self.notices = notices
    size = Size(curses_size())
  }

  /// Takes over the terminal of standard input and output.
  /// - Throws: `TerminalError`, with the terminal untouched.
  package static func open(for place: Place) throws(TerminalError) -> CursesScreen {
    guard curses_has_terminal() else { throw .notATerminal }
    let name = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    if place == .desk || sessionTerminals.contains(name) {
      switch unsafe curses_open(name, place == .session) {
      case .open: return CursesScreen(place: place, notices: [])
      // Taken for another, it would show the codes as text.
      case .incapable: throw .cannotStart(terminal: name)
      case .unknown: break
      }
    }
    for other in fallbacks where unsafe curses_open(other, place == .session) == .open {
      let isKnown = understandingXterm.contains(name)
      return CursesScreen(
        place: place,
        notices: isKnown ? [] : [.unknownTerminal(name: name, treatedAs: other)])
    }
    throw .cannotStart(terminal: name)
  }

  /// What a client of a session may call its terminal.
  private static let sessionTerminals: Set = [
    "xterm", "xterm-256color", "screen", "screen-256color", "tmux", "tmux-256color", "linux",
    "rxvt-unicode", "rxvt-unicode-256color", "vt100", "vt220",
  ]

  /// Terminals of today that take what is written for xterm with 256 colours, under names that a
  /// server may not know.
  private static let understandingXterm: Set = [
    "alacritty", "contour", "foot", "foot-extra", "ghostty", "konsole-256color", "wezterm",
    "xterm-direct", "xterm-ghostty", "xterm-kitty",
  ]

  /// What an unknown terminal most likely understands, best first.
  private static let fallbacks = ["xterm-256color", "xterm", "vt100"]

  /// Gives the terminal back as it was found.
  package consuming func close() {}

  deinit { curses_close() }

  /// Shows a frame.
  ///
  /// Only the cells that differ from the last one are sent.
  ///
  /// After the first one the terminal is asked what it is: `Event.found` follows where it answers.
  package mutating func present(_ frame: Frame) {
    if palette != frame.appearance.palette { use(frame.appearance.palette) }
    if shown?.size != frame.size {
      curses_erase()
      shown = nil
    }
    var below: [Int32] = []
    for row in 0..<frame.size.rows {
      var cells = frame.cells[row * frame.size.columns..<(row + 1) * frame.size.columns]
      let before = shown?.cells[cells.indices]
      if before == cells { continue }
      let row = Int32(row)
      let standsAlone = cells.contains(where: \.text.standsAlone)
      if let before {
        if before.contains(where: \.text.standsAlone) {
          // Where the terminal gave it other widths, its rest would stand beyond the new text.
          curses_redraw_row(row)
        } else if !standsAlone {
          cells = cells.changed(since: before)
        }
      }
      write(cells, row: row, column: cells.startIndex % frame.size.columns)
      // A step back to the first column is right whatever widths the terminal gave the row; a step
      // to the next row from where ncurses takes the cursor to be would not be.
      if standsAlone {
        curses_show(row, 0, frame.showsCursor)
        below.append(row + 1)
      }
    }
    let cursor = (row: Int32(frame.cursor.row), column: Int32(frame.cursor.column))
    curses_show(cursor.row, cursor.column, frame.showsCursor)
    // The row below such a one begins where some terminals still take the cursor to be elsewhere: it
    // is sent once more, from a place that all agree on.
    for row in below where row < frame.size.rows { curses_redraw_row(row) }
    if !below.isEmpty { curses_show(cursor.row, cursor.column, frame.showsCursor) }
    if !hasAsked {
      hasAsked = true
      curses_ask()
    }
    let lastRow = frame.cells.suffix(frame.size.columns)
    if shown?.cells.suffix(frame.size.columns) != lastRow { mendCorner(lastRow.suffix(3)) }
    shown = frame
  }

  /// What is known of the terminal before it answers.
  package var facts: TerminalFacts { TerminalFacts(colours: Int(curses_colours())) }

  private mutating func use(_ palette: Palette) {
    self.palette = palette
    shown = nil
    for role in Role.allCases {
      for ground in Ground.allCases {
        curses_set_style(Self.style(role, ground), CursesLook(palette.style(role, on: ground)))
      }
    }
  }

  private static func style(_ role: Role, _ ground: Ground) -> Int32 {
    Int32(role.rawValue * Ground.allCases.count + ground.rawValue)
  }

  /// - Parameter last: The last cells of the last row.
  private func mendCorner(_ last: ArraySlice<Cell>) {
    // A wide character and the one cell behind it.
    guard last.count == 3, let first = last.first, !first.text.isEmpty,
      last.dropFirst().first?.text.isEmpty == true
    else { return }
    let scalars = last.flatMap { $0.text.unicodeScalars.map(\.value) }
    unsafe curses_mend_corner(Self.style(first.role, first.ground), scalars, scalars.count)
  }

  /// Hands a part of a row on as runs of one style.
  private func write(_ cells: ArraySlice<Cell>, row: Int32, column: Int) {
    var start = cells.startIndex
    while start < cells.endIndex {
      let (role, ground) = (cells[start].role, cells[start].ground)
      let end =
        cells[start...].firstIndex { $0.role != role || $0.ground != ground }
        ?? cells.endIndex
      var scalars: [UInt32] = []
      scalars.reserveCapacity(end - start)
      for cell in cells[start..<end] {
        for scalar in cell.text.unicodeScalars { scalars.append(scalar.value) }
      }
      unsafe curses_put(
        row, Int32(column + start - cells.startIndex), Self.style(role, ground), scalars,
        scalars.count)
      start = end
    }
  }

  /// Makes the next `present` send every cell, for a screen that something else wrote on.
  package mutating func repaint() {
    shown = nil
    curses_repaint()
  }

  /// Stops the program, as Ctrl-Z does elsewhere, until the shell continues it.
  ///
  /// `Event.resumed` follows. Does nothing in a session.
  package func suspend() {
    if place == .desk { curses_suspend() }
  }

  /// Ends the wait of `nextEvent` with `Event.tick`; any thread may call it.
  package static func wake() { curses_wake() }
}

extension ArraySlice<Cell> {
  /// From the first cell that differs to the last one, with both halves of what is wide.
  fileprivate func changed(since before: ArraySlice<Cell>) -> ArraySlice<Cell> {
    guard let first = indices.first(where: { self[$0] != before[$0] }),
      let last = indices.last(where: { self[$0] != before[$0] })
    else { return [] }
    func isInside(_ index: Int) -> Bool { self[index].text.isEmpty || before[index].text.isEmpty }
    var (start, end) = (first, last + 1)
    while start > startIndex, isInside(start) { start -= 1 }
    while end < endIndex, isInside(end) { end += 1 }
    return self[start..<end]
  }
}
