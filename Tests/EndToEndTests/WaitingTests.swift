import Cells
import Foundation
import TestSupport
import Testing

/// The desk while another process writes into its store.
@Suite(.serialized) struct WaitingTests {
  private let store: DemoStore

  init() throws { store = try DemoStore() }

  /// A desk with a note half written, and the store held by somebody else.
  private func deskWithNote(_ text: String = "書きかけの文") throws -> (PseudoTerminal, HeldStore) {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.type("rn\(text)")
    try desk.wait(for: text)
    return (desk, try HeldStore(store.path))
  }

  private func notes() throws -> Int { try store.list("notes").count }

  @Test(arguments: [Key.escape, .control("c"), .control("g")])
  func `says that it waits, and a key that cancels leads back to the form`(key: Key) throws {
    let before = try notes()
    let (desk, held) = try deskWithNote()
    desk.press(.control("s"))
    try desk.wait(for: "待機", within: .seconds(1))
    #expect(desk.screen.contains("書きかけの文"))
    // What is typed meanwhile is meant for nothing.
    desk.type("あとの文")
    desk.press(key)
    try desk.wait(for: "ほかの人が保存中です", within: .seconds(1))
    #expect(!desk.screen.contains("待機") && !desk.screen.contains("あとの文"))
    #expect(desk.screen.contains("書きかけの文"))
    try held.letGo()
    #expect(try notes() == before)
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
    #expect(try notes() == before + 1)
  }

  @Test func `saves as soon as the other is done`() throws {
    let before = try notes()
    let (desk, held) = try deskWithNote()
    desk.press(.control("s"))
    try desk.wait(for: "待機")
    desk.resize(to: Size(rows: 30, columns: 100))
    try desk.wait(until: "the new size is filled") { $0.row(28).contains("待機") }
    try held.letGo()
    try desk.wait(for: "保存しました", within: .seconds(1))
    #expect(try notes() == before + 1)
  }

  @Test func `replays no key that was pressed meanwhile`() throws {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    try desk.waitUntilIdle()
    let row = desk.cursor.row
    let held = try HeldStore(store.path)
    desk.type("mi")
    try desk.wait(for: "待機")
    desk.type("jjjQ")
    try desk.wait(until: "the keys were taken") { $0.hasReadEverything }
    try held.letGo()
    try desk.wait(for: "保存しました")
    try desk.waitUntilIdle()
    #expect(desk.cursor.row == row && !desk.hasEnded)
  }

  @Test func `waits also without a form, for a status, an undo and a redo`() throws {
    let (desk, first) = try deskWithNote()
    try first.letGo()
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
    for (key, done) in [("u", "取消:"), ("U", "やり直し:")] {
      let held = try HeldStore(store.path)
      desk.type(key)
      try desk.wait(for: "Esc で待つのをやめます")
      try held.letGo()
      try desk.wait(for: done)
    }
  }

  @Test(arguments: [nil, SIGTERM, SIGHUP])
  func `ends at once, with what is typed kept`(signal: Int32?) throws {
    let (desk, held) = try deskWithNote()
    desk.press(.control("s"))
    try desk.wait(for: "待機")
    if let signal { desk.signal(signal) } else { desk.hangUp() }
    guard case .code = try desk.waitForExit(within: .seconds(1)) else {
      Issue.record("killed and not ended")
      return
    }
    try held.letGo()
    try expectNoteReturns()
  }

  @Test func `keeps what is typed before it waits, whatever becomes of it`() throws {
    let (desk, held) = try deskWithNote()
    desk.type("、続き")
    desk.press(.control("s"))
    try desk.wait(for: "待機")
    desk.signal(SIGKILL)
    _ = try desk.waitForExit()
    try held.letGo()
    try expectNoteReturns("書きかけの文、続き")
  }

  private func expectNoteReturns(_ text: String = "書きかけの文") throws {
    let again = try store.desk()
    try again.wait(for: "全職員")
    again.type("2rn")
    try again.wait(for: text)
  }

  @Test func `types on while the drafts are held, and keeps them later`() throws {
    let (desk, held) = try deskWithNote()
    try held.letGo()
    let drafts = try HeldStore(store.folder.appending(path: "drafts.db").path)
    desk.type("、続き")
    try desk.wait(for: "、続き")
    desk.listen(for: .milliseconds(800))
    desk.type("まだ")
    try desk.wait(for: "続きまだ", within: .seconds(1))
    try drafts.letGo()
    desk.listen(for: .milliseconds(1500))
    desk.signal(SIGKILL)
    _ = try desk.waitForExit()
    try expectNoteReturns("書きかけの文、続きまだ")
  }

  @Test func `gives up after half a minute, as a command does`() throws {
    let (desk, held) = try deskWithNote()
    let begin = ContinuousClock.now
    let command = try RunningProgram(
      BuiltProduct.path("tomoni"),
      ["volunteer", "add", "--store", store.path, "--name", "x", "--lang", "ja"],
      environment: ["HOME": store.folder.path])
    desk.press(.control("s"))
    try desk.wait(for: "待機")
    try desk.wait(for: "ほかの人が保存中です", within: .seconds(40))
    #expect((.seconds(28)...(.seconds(34))).contains(.now - begin))
    #expect(desk.screen.contains("書きかけの文"))
    #expect(try command.waitForEnd().exit == .code(75))
    #expect(.now - begin > .seconds(29))
    try held.letGo()
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
  }
}
