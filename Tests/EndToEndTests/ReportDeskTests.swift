import Casework
import Cells
import Foundation
import TestSupport
import Testing

/// Reports on the real desk: one made, kept and written into a file.
@Suite(.serialized) struct `A report at the desk` {
  private func desk(_ store: DemoStore, in folder: URL) throws -> PseudoTerminal {
    let words = [BuiltProduct.path("tomoni")] + store.deskArguments()
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    return try PseudoTerminal(
      running: "/bin/sh", ["-c", "cd '\(folder.path)' && exec \(command)"],
      environment: ["HOME": store.folder.path], size: .init(rows: 24, columns: 100),
      terminal: "xterm-256color")
  }

  /// The month before today, which is today in Japan wherever this runs.
  private static var lastMonth: (first: CivilDate, last: CivilDate) {
    let today = Instant(Int64(Date().timeIntervalSince1970)).dateInJapan
    let last = today.adding(days: -today.day)
    return (last.adding(days: 1 - last.day), last)
  }

  @Test func `is made, kept, and written by both in the same numbers`() throws {
    let store = try DemoStore()
    let folder = store.folder.appending(path: "out")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let desk = try desk(store, in: folder)
    try desk.wait(for: "全職員")
    desk.type("6")
    try desk.wait(for: "支援者数")
    desk.type("+stay_nights")
    try desk.wait(for: "足す指標")
    desk.press(.enter)
    try desk.wait(for: "区分なし")
    desk.press(.enter)
    try desk.wait(for: "  泊数  ")
    desk.type("w")
    try desk.wait(for: "独自の様式")
    desk.type("うちの報告")
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
    desk.type("oJ")
    try desk.wait(for: "ファイル名")
    desk.press(.enter)
    try desk.wait(for: "書き出しました")
    let (first, last) = (Self.lastMonth.first, Self.lastMonth.last)
    let name = "own_\(first)_\(last).json"
    let written = try Data(contentsOf: folder.appending(path: name))
    let mode = try FileManager.default.attributesOfItem(
      atPath: folder.appending(path: name).path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    // What is there stays: the next one is offered a number.
    desk.type("oJ")
    try desk.wait(for: "ファイル名")
    desk.press(.enter)
    try desk.wait(for: "_2.json")
    desk.press(.enter)
    try desk.wait(for: "書き出しました")
    let listed = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(listed == [name, "own_\(first)_\(last)_2.json"])
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    // The command line counts the same under its name.
    let counted = try store.run([
      "report", "--store", store.path, "--layout", "うちの報告", "--period",
      "\(first.description.prefix(7))", "--exact",
      "--format", "json", "--lang", "ja",
    ])
    #expect(counted.status == 0, "\(counted.errors)")
    let title = "理事会月次 (変更あり)"
    #expect(
      counted.output
        == String(decoding: written, as: UTF8.self).replacingOccurrences(of: title, with: "うちの報告"))
    let journal = try store.run(["journal", "list", "--store", store.path, "--format", "json"])
    #expect(journal.output.components(separatedBy: "\"export\"").count > 2)
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }

  @Test func `that cannot be written is said, and leaves nothing`() throws {
    let store = try DemoStore()
    let folder = store.folder.appending(path: "gone")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let desk = try desk(store, in: folder)
    try desk.wait(for: "全職員")
    try FileManager.default.removeItem(at: folder)
    desk.type("6")
    try desk.wait(for: "支援者数")
    desk.type("oh")
    try desk.wait(for: "ファイル名")
    desk.press(.enter)
    try desk.wait(for: "フォルダーがないので")
    desk.press(.escape)
    desk.type("2")
    try desk.wait(for: "案件番号")
  }
}
