import Cells
import Foundation
import TestSupport
import Testing

/// The desk in tmux, as many have it on a server.
@Suite struct `The desk in tmux` {
  @Test func `takes Japanese where the cursor is and follows the size of the window`() throws {
    let store = try DemoStore()
    let standard = Size(rows: 24, columns: 80)
    let tmux = try Tmux(
      [BuiltProduct.path("tomoni")] + store.deskArguments(), size: standard,
      environment: ["HOME": store.folder.path])
    try tmux.wait(for: "全職員")
    try tmux.type("2rn")
    try tmux.wait(for: "メモを書く")
    try tmux.type("電話した")
    try tmux.wait(for: "[電話した")
    let row = try #require(tmux.rows.firstIndex { $0.contains("[電話した") })
    let before = try tmux.rows[row].prefix { $0 != "[" }
    let column = CellWidth.system.columns(of: before) + 1 + CellWidth.system.columns(of: "電話した")
    #expect(try tmux.cursor == Position(row: row, column: column))

    try tmux.resize(to: Size(rows: 10, columns: 40))
    try tmux.wait(for: "[電話した")
    try tmux.resize(to: Size(rows: 6, columns: 30))
    try tmux.wait(for: "画面が小さすぎます")
    try tmux.resize(to: standard)
    try tmux.wait(until: "everything is where it was") {
      try tmux.cursor == Position(row: row, column: column)
        && tmux.rows[row].contains("[電話した")
    }
    try tmux.press("Escape")
    // What is said stands in the place of the hints until the next key.
    try tmux.wait(for: "閉じました")
    try tmux.type("j")
    // The last row ends with a wide character before the corner.
    try tmux.wait(until: "the hints are whole") {
      try tmux.rows.dropLast().last?.contains(":探す") == true
    }
    try tmux.type("Q")
    try tmux.wait(until: "the desk has gone") { !tmux.isRunning }
  }
}
