import Cells
import Glibc
import TestSupport
import Testing

@Suite struct LeavingTests {
  /// Expects the terminal as it was before the program started.
  private func expectRestored(
    _ probe: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try probe.state == PseudoTerminal.untouchedState(), sourceLocation: sourceLocation)
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

  static let places = ["--desk", "--session"]
  /// What an end may take of a processor; a program that spins until then takes more.
  static let littleTime = Duration.milliseconds(200)

  @Test(arguments: places, [SIGTERM, SIGHUP, SIGINT])
  func `a signal to end is obeyed within a second`(place: String, signal: Int32) throws {
    let probe = try startProbe(place)
    let before = probe.processorTime
    probe.signal(signal)
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
    #expect(probe.processorTime - before < Self.littleTime)
    try expectRestored(probe)
  }

  @Test(arguments: places)
  func `a closed terminal ends the program within a second`(place: String) throws {
    let probe = try startProbe(place)
    let before = probe.processorTime
    probe.hangUp()
    #expect(try probe.waitForExit(within: .seconds(1)) == .code(3))
    #expect(probe.processorTime - before < Self.littleTime)
  }

  @Test(arguments: places)
  func `the end of input ends the program, also where no signal tells of it`(place: String) throws {
    // In a session of its own the program has the terminal only as its files.
    let shell = try PseudoTerminal(
      running: "/bin/sh",
      [
        "-c", "trap '' HUP; setsid --wait $0 $1; exit $?", BuiltProduct.path("terminal-probe"),
        place,
      ])
    try shell.waitForEvents("")
    shell.hangUp()
    #expect(try shell.waitForExit(within: .seconds(1)) == .code(3))
  }

  @Test func `a terminal that refuses to be read ends the program`() throws {
    // Its group is in the background, and the shell that could have brought it forward is gone.
    let job = "while kill -0 $1 2> /dev/null; do :; done; \"$0\"; echo ended with $?"
    let shell = try PseudoTerminal(
      running: "/bin/sh",
      [
        "-c", #"sh -mc '/bin/sh -c "$0" "$1" $$ &' "$0" "$1"; exec sleep 60"#, job,
        BuiltProduct.path("terminal-probe"),
      ])
    try shell.wait(for: "ended with 3")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a terminal that takes nothing in does not keep the program`(signal: Int32) throws {
    let probe = try startProbe(size: Size(rows: 60, columns: 200))
    try probe.fillUntilStuck(with: .control("l"))
    probe.signal(signal)
    #expect(try probe.waitForExitUnheard(within: .seconds(1)))
    #expect(try probe.lineMode == PseudoTerminal.untouchedState().lines)
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

  @Test(arguments: [Key.character("q"), .function(9)])
  func `every row scrolls again afterwards`(key: Key) throws {
    let print = "i=0; while [ $i -lt 60 ]; do echo line $i; i=$((i+1)); done; exec sleep 60"
    let shell = try PseudoTerminal(
      running: "/bin/sh", ["-c", "$0; \(print)", BuiltProduct.path("terminal-probe")],
      size: Size(rows: 30, columns: 80))
    try shell.wait(for: "見本")
    shell.resize(to: Size(rows: 40, columns: 80))
    try shell.wait(for: "40x80")
    shell.press(key)
    try shell.wait(for: "line 59")
    #expect(shell.rows.count { $0.hasPrefix("line ") } == 39)
  }

  @Test func `a shell goes on after a trap as if nothing had been`() throws {
    let shell = try PseudoTerminal(running: "/bin/sh", ["-i"], environment: ["PS1": "ready> "])
    try shell.wait(for: "ready>")
    shell.type(BuiltProduct.path("terminal-probe") + "\r")
    try shell.wait(for: "見本")
    shell.press(.function(9))
    try shell.wait(for: "Index out of range")
    // What is typed before the shell reads again may come between its own lines.
    try shell.wait(until: "the shell asks again") { shell in
      shell.rows.last { !$0.isEmpty }?.hasPrefix("ready>") == true
        && shell.rows.count { $0.hasPrefix("ready>") } > 1
    }
    // Echoed while it is typed, corrected by the line discipline, and only then taken as a line.
    shell.type("echo 元ののx")
    try shell.wait(for: "echo 元ののx")
    shell.press([.backspace, .enter])
    try shell.wait(until: "the line was run") { $0.rows.contains("元のの") }
    #expect(shell.row(0).hasPrefix("ready>"))
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
    #expect(try probe.lineMode != PseudoTerminal.untouchedState().lines)
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
