import Cells
import Foundation
import TestSupport
import Testing

/// Lists on the real desk, into files.
@Suite(.serialized) struct `A list at the desk` {
  @Test func `is written as the command line writes it, and never over the store`() throws {
    let store = try DemoStore()
    let folder = store.folder.appending(path: "out")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let words = [BuiltProduct.path("tomoni")] + store.deskArguments()
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    let desk = try PseudoTerminal(
      running: "/bin/sh", ["-c", "cd '\(folder.path)' && exec \(command)"],
      environment: ["HOME": store.folder.path], size: .init(rows: 24, columns: 100),
      terminal: "xterm-256color")
    try desk.wait(for: "全職員")
    desk.type("3")
    try desk.wait(for: "ホスト家庭")
    desk.type("oc")
    try desk.wait(for: "ファイル名")
    desk.press(.control("u"))
    desk.type("滞在.csv")
    desk.press(.enter)
    try desk.wait(for: "書き出しました")
    let written = try String(contentsOf: folder.appending(path: "滞在.csv"), encoding: .utf8)
    func log() throws -> UInt64? {
      try FileManager.default.attributesOfItem(atPath: "\(store.path)-wal")[.systemFileNumber]
        as? UInt64
    }
    let before = try log()
    let listed = try store.run([
      "export", "homestays", folder.appending(path: "other.csv").path, "--store", store.path,
      "--sort", "-start", "--lang", "ja",
    ])
    #expect(listed.status == 0, "\(listed.errors)")
    // What was opened beside the desk kept the desk's hold of the store: its log is still the same.
    #expect(try log() == before && before != nil)
    let other = try String(contentsOf: folder.appending(path: "other.csv"), encoding: .utf8)
    func rows(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }
    #expect(rows(written).first == rows(other).first)
    #expect(Set(rows(written)).isSubset(of: Set(rows(other))) && rows(written).count > 2)
    // The store's own files stay, whatever they are called.
    for name in [store.path, "\(store.path)-wal", "\(store.path).journal-key"] {
      let before = FileManager.default.contents(atPath: name)
      desk.type("oj")
      try desk.wait(for: "ファイル名")
      desk.press(.control("u"))
      desk.type(name)
      desk.press(.enter)
      try desk.wait(for: "置き換えません")
      desk.press(.escape)
      try desk.wait(untilGone: "ファイル名")
      if !name.hasSuffix("-wal") { #expect(FileManager.default.contents(atPath: name) == before) }
    }
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    let journal = try store.run(["journal", "list", "--store", store.path, "--format", "json"])
    #expect(journal.output.components(separatedBy: "\"export\"").count > 2)
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }
}
