import Cells
import TestSupport
import Testing

@Suite struct RoleTests {
  /// How a role looks, in short: b bold, u underlined, r reversed, and the numbers of the colours.
  private func looks(_ probe: PseudoTerminal) -> [String] {
    (0..<Role.allCases.count).map { index in
      let cell = probe.cell(row: 3 + index, column: 2)
      let colours = [cell.foreground, cell.background].map { $0.map(String.init) ?? "-" }
      return (cell.isBold ? "b" : "") + (cell.isUnderlined ? "u" : "")
        + (cell.isReversed ? "r" : "") + colours.joined(separator: "/")
    }
  }

  @Test func `has colours that show on black and on white`() throws {
    #expect(
      looks(try startProbe())
        == ["-/-", "b-/-", "243/-", "63/-", "16/220", "15/1", "r-/-", "u-/-"])
  }

  @Test func `has the eight colours of older terminals`() throws {
    #expect(
      looks(try startProbe(terminal: "xterm"))
        == ["-/-", "b-/-", "-/-", "5/-", "0/3", "b7/1", "r-/-", "u-/-"])
  }

  @Test(arguments: [["TERM": "vt100"], ["NO_COLOR": "1"], ["NO_COLOR": "1", "TERM": "linux"]])
  func `is told apart without colour`(environment: [String: String]) throws {
    #expect(
      looks(try startProbe(environment: environment))
        == ["-/-", "b-/-", "-/-", "bu-/-", "br-/-", "bur-/-", "r-/-", "u-/-"])
  }

  @Test func `an empty NO_COLOR asks for nothing`() throws {
    #expect(looks(try startProbe(environment: ["NO_COLOR": ""])).contains("63/-"))
  }
}
