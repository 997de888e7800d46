import Cells
import Foundation
import TestSupport
import Testing

/// What a key sends over the line, counted: a slow line is what makes a desk slow far away.
@Suite(.serialized) struct `The bytes of a key` {
  private func desk(_ size: Size) throws -> (DemoStore, PseudoTerminal) {
    let store = try DemoStore()
    let terminal = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"),
      ["demo", "--store", store.path, "--today", "2026-11-22"],
      environment: ["LANG": "ja_JP.UTF-8", "HOME": store.folder.path], size: size)
    try terminal.wait(for: "今日", within: .seconds(30))
    terminal.type("2")
    try terminal.wait(for: "案件番号")
    return (store, terminal)
  }

  /// The record beside a wide list comes with it where the machine is slow: what is counted has room
  /// for one.
  @Test(arguments: [
    (Size(rows: 24, columns: 80), 600), (Size(rows: 40, columns: 120), 6000),
  ])
  func `are few for a row down`(size: Size, most: Int) throws {
    let (store, terminal) = try desk(size)
    var counts: [Int] = []
    for _ in 0..<8 { counts.append(try terminal.bytes(sentFor: { $0.type("j") })) }
    #expect(counts.allSatisfy { $0 > 0 && $0 <= most }, "\(counts)")
    _ = try terminal.quit()
    withExtendedLifetime(store) {}
  }

  @Test func `of a page are no more than the page`() throws {
    let size = Size(rows: 24, columns: 80)
    let (store, terminal) = try desk(size)
    let count = try terminal.bytes(sentFor: { $0.type("\u{6}") })
    #expect(count > 0 && count <= size.rows * size.columns * 2, "\(count)")
    _ = try terminal.quit()
    withExtendedLifetime(store) {}
  }

  /// ncurses sends each movement of the cursor by itself until it was left once: a hundred pieces.
  @Test func `come in few pieces`() throws {
    let (store, terminal) = try desk(Size(rows: 24, columns: 80))
    for key in ["\u{6}", "k", "j", "G"] {
      let count = try terminal.writes(madeFor: { $0.type(key) })
      #expect((1...6).contains(count), "\(key) \(count)")
    }
    _ = try terminal.quit()
    withExtendedLifetime(store) {}
  }

  /// Matching of all is worked out beside the desk, and is there when it is done.
  @Test func `of a match for all come once it is found`() throws {
    let (store, terminal) = try desk(Size(rows: 24, columns: 80))
    terminal.type("gm")
    try terminal.wait(until: "it is found", within: .seconds(30)) {
      $0.screen.contains("割当案:") || $0.screen.contains("待機中の滞在希望はありません")
    }
    _ = try terminal.quit()
    withExtendedLifetime(store) {}
  }
}
