import Cells
import Glibc
import TestSupport
import Testing

@Suite struct SuspendTests {
  @Test func `is suspended and continued by a shell`() throws {
    let shell = try PseudoTerminal(
      running: "/bin/sh", ["-i"], environment: ["PS1": "ready> "])
    try shell.wait(for: "ready>")
    shell.type(BuiltProduct.path("terminal-probe") + "\r")
    try shell.wait(for: "見本")
    shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    #expect(!shell.isAlternateScreen)
    #expect(!shell.marksPastes)
    shell.type("fg\r")
    try shell.wait(for: "resumed")
    #expect(shell.isAlternateScreen)
    #expect(shell.screen.contains("東京都新宿区西早稲田"))
    shell.press([.up, .escape])
    try shell.waitForEvents("^z resumed up escape")
    #expect(shell.marksPastes)
    shell.type("q")
    try shell.wait(until: "the shell asks for the third time") {
      $0.rows.count { $0.hasPrefix("ready>") } == 3
    }
    #expect(!shell.isAlternateScreen)
    shell.type("exit 0\r")
    #expect(try shell.waitForExit() == .code(0))
  }

  @Test func `paints again after it was stopped from outside`() throws {
    let probe = try startProbe()
    let before = probe.output.count
    probe.signal(SIGSTOP)
    probe.signal(SIGCONT)
    try probe.waitForEvents("resumed")
    #expect(probe.output.count - before > 600)
  }

  @Test func `a session cannot be suspended`() throws {
    let probe = try startProbe("--session")
    probe.signal(SIGTSTP)
    probe.press(.control("z"))
    probe.type("x")
    try probe.waitForEvents("^z x")
  }

  @Test func `the desk can be suspended from outside`() throws {
    // Without a shell nobody could continue it, so the system goes on at once.
    let probe = try startProbe()
    probe.signal(SIGTSTP)
    try probe.waitForEvents("resumed")
  }
}
