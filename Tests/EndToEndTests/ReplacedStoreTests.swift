import Cells
import Foundation
import TestSupport
import Testing

/// The store is taken away or replaced under an open desk.
@Suite(.serialized) struct ReplacedStoreTests {
  private let store: DemoStore
  private let files = FileManager.default

  init() throws { store = try DemoStore() }

  private func deskWithNote() throws -> PseudoTerminal {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.type("rn書きかけの文")
    try desk.wait(for: "書きかけの文")
    // Kept as a draft by then.
    desk.listen(for: .milliseconds(700))
    return desk
  }

  private func replace(_ deed: String) throws {
    let (path, other) = (store.path, store.folder.appending(path: "other.db").path)
    switch deed {
    case "removed":
      for end in ["", "-wal", "-shm"] { try files.removeItem(atPath: path + end) }
    case "moved": try files.moveItem(atPath: path, toPath: other)
    default:
      try files.copyItem(atPath: path, toPath: other)
      #expect(rename(other, path) == 0)
    }
  }

  @Test(arguments: ["removed", "moved", "replaced"])
  func `which is seen without a key, and nothing is called saved`(deed: String) throws {
    let desk = try deskWithNote()
    try replace(deed)
    try desk.wait(for: "置き換わりました", within: .seconds(5))
    #expect(desk.screen.contains("書きかけの文"))
    desk.press(.control("s"))
    try desk.waitUntilIdle()
    #expect(!desk.screen.contains("保存しました"))
    #expect(desk.screen.contains("置き換わりました") && desk.screen.contains("書きかけの文"))
    desk.press(.escape)
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }

  @Test func `which a save sees that comes before any look`() throws {
    let desk = try deskWithNote()
    try replace("removed")
    desk.press(.control("s"))
    try desk.wait(for: "置き換わりました", within: .seconds(1))
    #expect(!desk.everything.contains("保存しました"))
  }

  @Test func `and what was typed comes back with the store`() throws {
    let desk = try deskWithNote()
    let aside = store.folder.appending(path: "aside.db").path
    for end in ["", "-wal", "-shm"] {
      try files.moveItem(atPath: store.path + end, toPath: aside + end)
    }
    try desk.wait(for: "置き換わりました", within: .seconds(5))
    desk.type("、続き")
    try desk.wait(for: "、続き")
    desk.listen(for: .milliseconds(700))
    desk.signal(SIGTERM)
    _ = try desk.waitForExit()
    for end in ["", "-wal", "-shm"] {
      try files.moveItem(atPath: aside + end, toPath: store.path + end)
    }
    let again = try store.desk()
    try again.wait(for: "全職員")
    again.type("2rn")
    try again.wait(for: "書きかけの文、続き")
  }

  @Test func `with its folder`() throws {
    let desk = try deskWithNote()
    let aside = store.folder.path + "-aside"
    defer { try? files.removeItem(atPath: aside) }
    try files.moveItem(atPath: store.folder.path, toPath: aside)
    try desk.wait(for: "置き換わりました", within: .seconds(5))
    desk.type("、続き")
    try desk.wait(for: "、続き")
    // Nothing typed goes without a question.
    desk.press(.escape)
    try desk.wait(for: "y 捨てて閉じる")
    desk.type("n")
    try desk.wait(for: "置き換わりました")
    #expect(desk.screen.contains("、続き"))
    desk.press(.escape)
    try desk.wait(for: "y 捨てて閉じる")
    desk.type("y")
    try desk.wait(untilGone: "、続き")
    desk.type("Q")
    guard case .code = try desk.waitForExit() else {
      Issue.record("killed and not ended")
      return
    }
  }
}
