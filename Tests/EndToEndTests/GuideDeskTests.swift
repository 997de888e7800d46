import Cells
import Foundation
import TestSupport
import Testing

/// The strip of the demo, from one desk to the next.
@Suite struct `The strip of the demo` {
  @Test func `goes on where somebody left, and stays closed`() throws {
    let store = try DemoStore()
    try FileManager.default.removeItem(atPath: store.path + ".guide")
    let first = try store.desk()
    try first.wait(for: "お試し 0/5")
    first.type("2")
    try first.wait(for: "案件番号")
    first.press(.enter)
    try first.wait(for: "お試し 1/5")
    first.type("Q")
    #expect(try first.waitForExit() == .code(0))

    let second = try store.desk()
    try second.wait(for: "お試し 1/5")
    second.type("tg")
    try second.wait(for: "手順の帯を閉じました")
    second.type("Q")
    #expect(try second.waitForExit() == .code(0))

    let third = try store.desk()
    try third.wait(for: "全職員")
    try third.waitUntilIdle()
    #expect(!third.screen.contains("お試し"))
  }
}
