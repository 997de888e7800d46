import Cells
import TestSupport
import Testing

@Suite struct RoleTests {
  /// How a role looks, in short: b bold, u underlined, r reversed, and the numbers of the colours.
  private func looks(_ probe: PseudoTerminal) -> [String] {
    (0..<Role.allCases.count).map { index in
      let cell = probe.cell(row: 3 + index / 2, column: 2 + index % 2 * 24)
      return look(
        CellStyle(
          ink: cell.foreground.map { Int($0) }, paper: cell.background.map { Int($0) },
          isBold: cell.isBold, isUnderlined: cell.isUnderlined, isReversed: cell.isReversed))
    }
  }

  private func look(_ style: CellStyle) -> String {
    let colours = [style.ink, style.paper].map { $0.map(String.init) ?? "-" }
    return (style.isBold ? "b" : "") + (style.isUnderlined ? "u" : "")
      + (style.isReversed ? "r" : "") + colours.joined(separator: "/")
  }

  private func looks(of palette: Palette) -> [String] {
    Role.allCases.map { look(palette.style($0, on: .none)) }
  }

  @Test func `has colours that show on black and on white`() throws {
    #expect(looks(try startProbe()) == looks(of: Palette(.either)))
  }

  @Test func `has the eight colours of older terminals`() throws {
    #expect(
      looks(try startProbe("--palette", "sixteen", terminal: "xterm"))
        == looks(of: Palette(.sixteen)))
  }

  @Test(arguments: [["TERM": "vt100"], ["NO_COLOR": "1"], ["NO_COLOR": "1", "TERM": "linux"]])
  func `is told apart without colour`(environment: [String: String]) throws {
    #expect(
      looks(try startProbe("--palette", "plain", environment: environment))
        == looks(of: Palette(.plain)))
  }

  /// Some terminals are written into their last cells past ncurses.
  @Test(arguments: ["xterm-256color", "tmux-256color"])
  func `reaches into the last corner`(terminal: String) throws {
    let probe = try startProbe(terminal: terminal)
    let paper = Palette(.either).style(.plain, on: .bar).paper
    probe.type("x")
    try probe.waitForEvents("x")
    let cell = probe.cell(row: 23, column: 77)
    #expect(cell.text == "角")
    #expect(cell.background.map { Int($0) } == paper)
  }

  /// Whatever a frame asks for, a terminal without colours is sent none.
  @Test func `has no colour where there is none`() throws {
    let looks = looks(try startProbe(environment: ["NO_COLOR": "1"]))
    #expect(looks.allSatisfy { $0.hasSuffix("-/-") })
  }

  @Test func `an empty NO_COLOR asks for nothing`() throws {
    #expect(looks(try startProbe(environment: ["NO_COLOR": ""])) == looks(of: Palette(.either)))
  }
}
