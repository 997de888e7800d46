import Cells
import CustomDump
import Terminal
import TestSupport
import Testing
import terminal_probe

@Suite struct FrameTests {
  @Test(
    arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"],
    [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 12, columns: 31)])
  func `the terminal shows every cell and the cursor of the frame`(terminal: String, size: Size)
    throws
  {
    let probe = try startProbe(terminal: terminal, size: size)
    probe.type("xあ")
    try probe.waitForEvents("x あ")

    try expectFrame(events: "x あ", on: probe)
  }

  /// Expects that the terminal shows the same cells and the same cursor as the frame.
  private func expectFrame(events: String, on probe: PseudoTerminal) throws {
    let frame = probeFrame(size: probe.size, events: events + ".", width: .terminal)
    for row in 0..<frame.size.rows {
      expectNoDifference(
        probe.texts(row: row), (0..<frame.size.columns).map { frame[row, $0].text }, "row \(row)")
    }
    #expect(probe.cursor == frame.cursor)
  }

  @Test func `the cursor has its place also where it is hidden`() throws {
    let probe = try startProbe()
    #expect(!probe.showsCursor)
    probe.press(.function(6))
    try probe.waitForEvents("F6")
    #expect(probe.showsCursor)
  }

  @Test(arguments: ["C", "POSIX", "ja_JP.eucJP", "UTF-8", ""])
  func `shows Japanese whatever the locale is called`(locale: String) throws {
    let probe = try startProbe(environment: ["LC_ALL": locale])
    #expect(probe.screen.contains("東京都新宿区西早稲田"))
  }

  @Test func `a changed row is sent alone`() throws {
    let probe = try startProbe()
    try probe.wait(until: "it has asked the terminal") { $0.output.contains("\u{1B}[c".utf8) }
    probe.listen(for: .milliseconds(50))
    let before = probe.output.count
    probe.type("x")
    try probe.waitForEvents("x")
    #expect(probe.output.count - before < 40)
  }

  @Test func `repainting sends every cell again`() throws {
    let probe = try startProbe()
    let before = probe.output.count
    probe.press(.control("l"))
    try probe.waitForEvents("^l")
    try probe.wait(until: "everything was sent") { $0.output.count - before > 600 }
  }

  @Test func `follows the size of the window`() throws {
    let probe = try startProbe()
    probe.resize(to: Size(rows: 30, columns: 100))
    try probe.waitForEvents("30x100")
    probe.resize(to: Size(rows: 5, columns: 20))
    try probe.waitForEvents("30x100 5x20")
    try expectFrame(events: "30x100 5x20", on: probe)
    probe.resize(to: Size(rows: 1, columns: 1))
    try probe.wait(until: "one cell is drawn") { $0.rows == ["~"] }
    probe.resize(to: Size(rows: 24, columns: 80))
    try probe.waitForEvents("30x100 5x20 1x1 24x80")
    try expectFrame(events: "30x100 5x20 1x1 24x80", on: probe)
  }

  @Test func `takes a sensible size where the window has none`() throws {
    let probe = try startProbe()
    probe.resize(to: Size(rows: 5000, columns: 9000))
    try probe.waitForEvents("200x500")
    probe.resize(to: Size(rows: 0, columns: 0))
    try probe.waitForEvents("200x500 24x80")
  }
}
