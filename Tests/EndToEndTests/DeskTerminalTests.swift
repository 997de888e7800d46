import Cells
import Foundation
import TestSupport
import Testing

/// Terminals and settings as people have them.
@Suite(.serialized) struct `The terminal of the desk` {
  private let store: DemoStore

  init() throws { store = try DemoStore() }

  @Test(arguments: [["LC_ALL": "C"], ["LC_CTYPE": "UTF-8"], ["LANG": "", "LC_ALL": "POSIX"]])
  func `shows Japanese whatever the locale is called`(environment: [String: String]) throws {
    let desk = try store.desk(environment: environment)
    try desk.wait(for: "全職員")
    desk.type("2rn")
    try desk.wait(for: "メモを書く")
    desk.type("漢字かな")
    try desk.wait(for: "漢字かな")
  }

  @Test func `is taken for a common one with a notice where it is unknown`() throws {
    let desk = try store.desk(terminal: "no-such-terminal")
    try desk.wait(for: "no-such-terminal")
    desk.type("2")
    try desk.wait(for: "案件番号")
  }

  @Test(arguments: [("", true), ("1", false)])
  func `has no colour where NO_COLOR asks for none`(value: String, hasColour: Bool) throws {
    let desk = try store.desk(environment: ["NO_COLOR": value])
    try desk.wait(for: "全職員")
    for keys in ["2", "m", "\u{1B}", "rn", "\u{13}"] {
      desk.type(keys)
      try desk.waitUntilIdle()
    }
    // 30-49 and 90-107 choose colours; the others are attributes.
    let colours = renditions(in: desk.output).filter { (30...49).contains($0) || $0 >= 90 }
    #expect(colours.isEmpty == !hasColour)
    #expect(renditions(in: desk.output).contains(1))
  }

  /// The numbers of every sequence that sets how characters look (`ESC [ … m`).
  private func renditions(in output: [UInt8]) -> [Int] {
    String(decoding: output, as: UTF8.self).matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap {
      $0.output.1.split { !$0.isNumber }.compactMap { Int($0) }
    }
  }

  @Test func `lets a paste into a field and nowhere else`() throws {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.paste("2Q")
    try desk.wait(for: "貼り付けは入力欄でだけ使えます")
    desk.type("q")
    try desk.wait(for: "y はい")
    desk.paste("y")
    try desk.wait(for: "貼り付けは入力欄でだけ使えます")
    desk.type("n2rn")
    try desk.wait(for: "メモを書く")
    desk.paste("一行目Q\r\n二行目")
    try desk.wait(until: "two lines are there") {
      $0.screen.contains("[一行目Q ") && $0.screen.contains("[二行目 ")
    }
  }

  /// On a slow line less than on another, where the whole row is tinted.
  @Test(arguments: [("slow", 200, 240), ("auto", 600, 600)])
  func `is sent little for a row and for a character`(
    link: String, mostOfRow: Int, mostOfNewRow: Int
  ) throws {
    let settings = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: settings.path("tomoni"), withIntermediateDirectories: false)
    try settings.write("set link \(link)\n", to: "tomoni/config")
    let desk = try store.desk(environment: ["XDG_CONFIG_HOME": settings.path])
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    // Down to the last row that is seen, and then on with the whole list moving up.
    let rows = try (0..<17).map { _ in try desk.bytes { $0.type("j") } }
    #expect(rows.allSatisfy { (1...mostOfRow).contains($0) }, "\(rows)")
    let scrolled = try (0..<12).map { _ in try desk.bytes { $0.type("j") } }
    // A whole new row comes with it: one with a long name that is overdue takes more than others.
    #expect(scrolled.allSatisfy { (1...mostOfNewRow).contains($0) }, "\(scrolled)")
    #expect(scrolled.sorted()[scrolled.count / 2] <= mostOfRow, "\(scrolled)")
    desk.type("rn")
    try desk.wait(for: "メモを書く")
    let characters = try "面談のあとabc、電話で、近況を聞いた。ホームステイは来月。".map { character in
      try desk.bytes { $0.type(String(character)) }
    }
    #expect(characters.allSatisfy { (1...40).contains($0) }, "\(characters)")
    print("bytes for a row down \(rows), with scrolling \(scrolled), a character \(characters)")
  }

  @Test(arguments: ["2", "2rn"])
  func `is sent nothing while nobody types`(keys: String) throws {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type(keys)
    try desk.waitUntilIdle()
    let before = desk.output.count
    // Longer than the five seconds after which it looks for what others wrote.
    desk.listen(for: .milliseconds(5500))
    #expect(desk.output.count == before)
  }
}
