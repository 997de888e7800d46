import Cells
import Foundation
import Glibc
import TestSupport
import Testing

@Suite(.serialized) struct `The desk in a terminal` {
  @Test(arguments: ["ja", "en"])
  func `opens, shows each screen and leaves the terminal as it was`(language: String) throws {
    let store = try DemoStore()
    let titles =
      language == "ja"
      ? ["案件番号", "ホスト家庭", "テーマ", "職種"] : ["Case no.", "Host", "Theme", "Occupation"]
    let desk = try store.desk(language: language)
    try desk.wait(for: language == "ja" ? "全職員" : "All staff")
    for (index, title) in titles.enumerated() {
      desk.type(String(index + 2))
      // Each has the title of a column that none of the others has.
      try desk.wait(for: title)
    }
    let before = desk.isAlternateScreen
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    #expect(before && !desk.isAlternateScreen)
    #expect(desk.showsCursor)
  }

  @Test func `logs a contact, shows it on the timeline and takes it back`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    let before = try store.list("contacts").count
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.type("rc")
    try desk.wait(for: "連絡を記録")
    for _ in 0..<2 { desk.press(.tab) }
    desk.type("電話で近況を聞いた")
    try desk.wait(for: "電話で近況を聞いた")
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
    #expect(try store.list("contacts").count == before + 1)
    desk.press(.enter)
    try desk.wait(for: "電話で近況を聞いた")
    desk.type("u")
    try desk.wait(for: "取消")
    #expect(try store.list("contacts").count == before)
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }

  @Test func `changes the language of every word at once`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("tl")
    try desk.wait(for: "All staff")
    try desk.wait(untilGone: "ケース")
    desk.type("tl")
    try desk.wait(for: "全職員")
  }

  @Test func `says that the terminal is too small and goes on when it is enlarged`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.resize(to: Size(rows: 6, columns: 30))
    try desk.wait(for: "画面が小さすぎます")
    desk.resize(to: Size(rows: 40, columns: 140))
    try desk.wait(for: "案件番号")
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }

  @Test func `keeps everything saved when it is killed`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    let before = try store.list("notes").count
    desk.type("2")
    try desk.wait(for: "案件番号")
    desk.type("rn")
    try desk.wait(for: "メモを書く")
    desk.type("消えてはいけない")
    desk.press(.control("s"))
    try desk.wait(for: "保存しました")
    desk.signal(SIGKILL)
    #expect(try desk.waitForExit() == .signal(SIGKILL))
    #expect(try store.list("notes").count == before + 1)
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }

  @Test func `is not left by Ctrl-C`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.press(.control("c"))
    try desk.wait(for: "Q")
    desk.type("2")
    try desk.wait(for: "案件番号")
  }

  @Test func `shows what another process saved`() throws {
    let store = try DemoStore()
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("8v")
    try desk.wait(for: "ボランティア")
    let added = try store.run([
      "volunteer", "add", "--store", store.path, "--name", "新田あらた", "--lang", "ja",
    ])
    #expect(added.status == 0, "\(added.errors)")
    desk.type("/新田")
    try desk.wait(for: "新田あらた")
  }
}
