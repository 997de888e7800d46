import Cells
import Glibc
import TestSupport
import Testing

@Suite struct LeavingTests {
  /// Expects the terminal as it was before the program started.
  private func expectRestored(
    _ probe: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let untouched = try PseudoTerminal(running: "/bin/true")
    #expect(probe.lineMode == untouched.lineMode, sourceLocation: sourceLocation)
    #expect(!probe.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(probe.showsCursor, sourceLocation: sourceLocation)
    #expect(!probe.marksPastes, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "vt100"])
  func `leaving gives the terminal back`(terminal: String) throws {
    let probe = try startProbe(terminal: terminal)
    #expect(probe.isAlternateScreen == (terminal != "vt100"))
    #expect(probe.marksPastes)
    probe.type("q")
    #expect(try probe.waitForExit() == .code(0))
    try expectRestored(probe)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal to end is obeyed within a second`(signal: Int32) throws {
    let probe = try startProbe()
    probe.signal(signal)
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
    try expectRestored(probe)
  }

  @Test func `a closed terminal ends the program within a second`() throws {
    let probe = try startProbe()
    probe.hangUp()
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
  }

  @Test func `the end of input ends the program, also where no signal tells of it`() throws {
    // In a session of its own the program has the terminal only as its files.
    let shell = try PseudoTerminal(
      running: "/bin/sh",
      ["-c", "trap '' HUP; setsid --wait $0; exit $?", BuiltProduct.path("terminal-probe")])
    try shell.waitForEvents("")
    shell.hangUp()
    #expect(try shell.waitForExit(within: .seconds(1)) == .code(3))
  }

  @Test func `signals that the parent blocked are heard`() throws {
    let probe = try PseudoTerminal(
      running: "/usr/bin/env",
      ["--block-signal=TERM,WINCH", BuiltProduct.path("terminal-probe")])
    try probe.waitForEvents("")
    probe.resize(to: Size(rows: 30, columns: 100))
    try probe.waitForEvents("30x100")
    probe.signal(SIGTERM)
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
  }

  @Test func `exit gives the terminal back`() throws {
    let probe = try startProbe()
    probe.press(.function(7))
    #expect(try probe.waitForExit() == .code(7))
    try expectRestored(probe)
  }

  @Test func `a trap gives the terminal back and then says what went wrong`() throws {
    let probe = try startProbe()
    probe.press(.function(9))
    #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(try probe.waitForExit()))
    try expectRestored(probe)
    #expect(probe.screen.contains("Index out of range"))
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT])
  func `a crash gives the terminal back`(signal: Int32) throws {
    let probe = try startProbe()
    probe.signal(signal)
    #expect(try probe.waitForExit() == .signal(signal))
    try expectRestored(probe)
  }

  @Test func `what cannot be caught is seen to leave the terminal as it was`() throws {
    let probe = try startProbe()
    probe.signal(SIGKILL)
    #expect(try probe.waitForExit() == .signal(SIGKILL))
    #expect(probe.isAlternateScreen)
    #expect(probe.lineMode != (try PseudoTerminal(running: "/bin/true").lineMode))
  }

  @Test func `standard error does not spoil the screen and is shown afterwards`() throws {
    let probe = try startProbe()
    probe.press(.function(8))
    try probe.waitForEvents("F8")
    #expect(!probe.screen.contains("a message"))
    probe.type("q")
    #expect(try probe.waitForExit() == .code(0))
    #expect(probe.screen.contains("a message"))
  }

  @Test func `a session clears what can be scrolled back to, the desk does not`() throws {
    for (arguments, clears) in [("--session", true), ("--desk", false)] {
      let probe = try startProbe(arguments)
      probe.type("q")
      #expect(try probe.waitForExit() == .code(0))
      let output = String(decoding: probe.output, as: UTF8.self)
      #expect(output.hasSuffix("\u{1B}[H\u{1B}[2J\u{1B}[3J") == clears)
    }
  }
}
