import Foundation
import Glibc
import Labels
import TestSupport
import Testing

@Suite(.serialized) struct `Roll-call in a terminal` {
  /// A gathering of today, and forty persons of cases who are expected at it.
  private func gathering(in store: DemoStore) throws -> String {
    let sessions = store.folder.appending(path: "salons.csv")
    try Data("テーマ,開催日,種別,開催状況\n四十人の会,2026-11-22,サロン,予定\n".utf8).write(to: sessions)
    let made = try store.run(["import", "salons", sessions.path, "--store", store.path])
    #expect(made.status == 0, "\(made.output)\(made.errors)")
    let number = try #require(
      store.list("salons").first { $0["theme"] as? String == "四十人の会" }?["number"] as? String)
    let cases = try store.list("cases").compactMap { $0["number"] as? String }.prefix(40)
    try #require(cases.count == 40)
    let places = store.folder.appending(path: "places.csv")
    let rows = cases.map { "\($0),\(number),申込" }.joined(separator: "\n")
    try Data("案件番号,サロン,出欠\n\(rows)\n".utf8).write(to: places)
    let added = try store.run(["import", "attendances", places.path, "--store", store.path])
    #expect(added.status == 0, "\(added.output)\(added.errors)")
    return number
  }

  private func results(_ store: DemoStore, _ salon: String) throws -> [String: Int] {
    let rows = try store.list("attendances").filter { $0["salon"] as? String == salon }
    return Dictionary(grouping: rows) { $0["result"] as? String ?? "" }.mapValues(\.count)
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `marks forty people in under sixty keys, and loses none when the line drops`(
    language: LabelLanguage
  ) throws {
    let words = Words(language)
    let store = try DemoStore(cases: 60)
    let salon = try gathering(in: store)
    var keys = 0
    func open() throws -> PseudoTerminal {
      let desk = try store.desk(language: language.rawValue)
      try desk.wait(for: words("today.everybody"))
      let opening = "4/四十\rR"
      desk.type(opening)
      keys += opening.count
      return desk
    }
    func count(_ result: String, _ number: Int) -> String {
      words("roll.count.\(result)", String(number))
    }

    var desk = try open()
    try desk.wait(for: count("registered", 40))
    for _ in 0..<20 { desk.type("a") }
    keys += 20
    try desk.wait(for: count("attended", 20))
    desk.signal(SIGKILL)
    #expect(try desk.waitForExit() == .signal(SIGKILL))
    #expect(try results(store, salon) == ["attended": 20, "registered": 20])

    desk = try open()
    try desk.wait(for: count("registered", 20))
    // It goes on at the first who is not marked.
    desk.type("exe")
    keys += 3
    try desk.wait(for: count("excused_absence", 2))
    desk.type("A")
    keys += 1
    try desk.wait(for: count("attended", 37))
    #expect(keys < 60)
    #expect(
      try results(store, salon) == ["attended": 37, "excused_absence": 2, "unexcused_absence": 1])
    desk.type("u")
    try desk.wait(for: count("registered", 17))
    #expect(try results(store, salon)["attended"] == 20)
    desk.type("q")
    try desk.wait(untilGone: count("registered", 17))
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }
}
