import Cells
import Foundation
import Glibc
import TestSupport
import Testing

/// However the desk ends, it goes one way: soon, without spinning, and with the terminal as it was.
@Suite(.serialized) struct `The end of the desk` {
  /// What an end may take of a processor; a program that spins until then takes more.
  static let littleTime = Duration.milliseconds(250)

  private let store: DemoStore

  init() throws { store = try DemoStore() }

  /// A desk in the middle of a form.
  private func deskWithForm() throws -> PseudoTerminal {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2rn")
    try desk.wait(for: "メモを書く")
    desk.type("書きかけ")
    try desk.wait(for: "書きかけ")
    return desk
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `comes soon after a signal and leaves the terminal as it was`(signal: Int32) throws {
    let desk = try deskWithForm()
    let before = desk.processorTime
    desk.signal(signal)
    guard case .code = try desk.waitForExit(within: .seconds(1)) else {
      Issue.record("killed and not ended")
      return
    }
    #expect(desk.processorTime - before < Self.littleTime)
    #expect(try desk.state == PseudoTerminal.untouchedState())
  }

  @Test func `comes soon after the terminal was closed`() throws {
    let desk = try deskWithForm()
    let before = desk.processorTime
    desk.hangUp()
    guard case .code = try desk.waitForExit(within: .seconds(1)) else {
      Issue.record("killed and not ended")
      return
    }
    #expect(desk.processorTime - before < Self.littleTime)
  }

  @Test func `comes with the end of input where no signal tells of it`() throws {
    // In a session of its own the desk has the terminal only as its files.
    let script = "trap '' HUP; setsid --wait \"$0\" \"$@\"; exit $?"
    let shell = try PseudoTerminal(
      running: "/bin/sh", ["-c", script, BuiltProduct.path("tomoni")] + store.deskArguments(),
      environment: ["HOME": store.folder.path])
    try shell.wait(for: "全職員")
    shell.hangUp()
    #expect(try shell.waitForExit(within: .seconds(1)) == .code(0))
  }

  @Test func `is not held up by a terminal that takes nothing in`() throws {
    let desk = try store.desk(size: (60, 200))
    try desk.wait(for: "全職員")
    try desk.fillUntilStuck(with: .control("l"))
    desk.signal(SIGTERM)
    #expect(try desk.waitForExitUnheard(within: .seconds(1)))
    #expect(try desk.lineMode == PseudoTerminal.untouchedState().lines)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
  func `by a crash leaves the terminal as it was too`(signal: Int32) throws {
    let desk = try deskWithForm()
    desk.signal(signal)
    #expect(try desk.waitForExit() == .signal(signal))
    #expect(try desk.state == PseudoTerminal.untouchedState())
  }

  @Test func `does not come by Ctrl-Z, which a shell can take back`() throws {
    let shell = try PseudoTerminal(
      running: "/bin/sh", ["-i"], environment: ["PS1": "ready> ", "HOME": store.folder.path])
    try shell.wait(for: "ready>")
    let command = [BuiltProduct.path("tomoni")] + store.deskArguments()
    shell.type(command.joined(separator: " ") + "\r")
    try shell.wait(for: "全職員")
    shell.type("2")
    try shell.wait(for: "案件番号")
    shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    #expect(!shell.isAlternateScreen && !shell.marksPastes && shell.showsCursor)
    shell.type("fg\r")
    try shell.wait(for: "案件番号")
    #expect(shell.isAlternateScreen && shell.marksPastes)
    shell.type("Q")
    // The third time: what is typed before it would be thrown away with the desk's own input.
    try shell.wait(until: "the shell asks again") {
      !$0.isAlternateScreen && $0.screen.components(separatedBy: "ready>").count == 4
    }
    shell.type("exit 0\r")
    #expect(try shell.waitForExit() == .code(0))
  }
}
