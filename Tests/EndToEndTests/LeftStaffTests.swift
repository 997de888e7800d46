import Foundation
import GRDB
import TestSupport
import Testing

/// A member of staff who is deactivated while their desk is open.
@Suite(.serialized) struct LeftStaffTests {
  private let store: DemoStore

  init() throws { store = try DemoStore() }

  @Test(arguments: [false, true])
  func `is out of the desk within five seconds, with what they typed kept`(isFormOpen: Bool) throws
  {
    let desk = try store.desk()
    try desk.wait(for: "全職員")
    desk.type("2")
    try desk.wait(for: "案件番号")
    if isFormOpen {
      desk.type("rn書きかけの文")
      try desk.wait(for: "書きかけの文")
    }
    let queue = try DatabaseQueue(path: store.path)
    let begin = ContinuousClock.now
    try queue.write { try $0.execute(sql: "UPDATE staff SET isActive = 0 WHERE id = 1") }
    try desk.wait(for: "職員としての登録が無効になった", within: .seconds(5))
    #expect(.now - begin < .seconds(5))
    #expect(try desk.waitForExit() == .code(77))
    #expect(!desk.screen.contains("2026-"))
    try queue.write { try $0.execute(sql: "UPDATE staff SET isActive = 1 WHERE id = 1") }
    guard isFormOpen else { return }
    let again = try store.desk()
    try again.wait(for: "全職員")
    again.type("2rn")
    try again.wait(for: "書きかけの文")
  }
}
