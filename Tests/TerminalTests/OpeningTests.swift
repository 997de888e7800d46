import Cells
import TestSupport
import Testing

@Suite struct OpeningTests {
  @Test(arguments: [
    ("no-such-terminal", "--desk"), ("", "--desk"), ("../../x", "--session"), ("ansi", "--session"),
  ])
  func `takes an unknown terminal for a common one and says so`(name: String, place: String) throws
  {
    let probe = try startProbe(place, terminal: name)
    #expect(
      probe.row(2) == #"unknownTerminal(name: "\#(name)", treatedAs: "xterm-256color")"#)
    #expect(probe.isAlternateScreen)
  }

  @Test func `a known terminal needs no notice`() throws {
    for terminal in ["xterm", "screen-256color", "linux", "vt100"] {
      for place in ["--desk", "--session"] {
        #expect(try startProbe(place, terminal: terminal).row(2) == "")
      }
    }
  }

  /// People log in with these every day.
  @Test(arguments: ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"])
  func `needs no notice for one that takes what is written for xterm`(name: String) throws {
    let probe = try startProbe("--session", terminal: name)
    #expect(probe.row(2) == "")
    #expect(probe.isAlternateScreen)
  }

  @Test func `refuses a terminal that cannot place its cursor`() throws {
    let probe = try PseudoTerminal(running: BuiltProduct.path("terminal-probe"), terminal: "dumb")
    #expect(try probe.waitForExit() == .code(64))
    #expect(probe.screen.contains(#"cannotStart(terminal: "dumb")"#))
    #expect(probe.lineMode == (try PseudoTerminal(running: "/bin/true").lineMode))
  }

  @Test(arguments: ["$0 < /dev/null", "$0 < /dev/zero", "$0 | cat", "echo q | $0"])
  func `refuses what is no terminal`(command: String) throws {
    let shell = try PseudoTerminal(
      running: "/bin/sh", ["-c", command, BuiltProduct.path("terminal-probe")])
    try shell.wait(for: "refused: notATerminal", within: .seconds(2))
  }
}
