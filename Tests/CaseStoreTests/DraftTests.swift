import CaseStore
import Casework
import CustomDump
import Foundation
import GRDB
import Testing

@Suite struct `Drafts` {
  private func draft(_ text: String, of id: Int64? = nil) -> FormDraft {
    FormDraft(
      command: "logContact", subject: "連絡",
      parts: [
        FormDraft.Part(
          .contact, id: id.map(RecordID.init(_:)), version: id == nil ? nil : 3,
          fixed: ["case": .to(.case, RecordID(7))], fields: ["on", "summary"])
      ],
      also: [], asksReason: false,
      contents: [
        "0.summary": .text(text), "0.on": .day("2026-10-03"), "0.languages": .codes(["my", "ja"]),
        "0.staff": .link(Link(RecordAddress(.staff, RecordID(1)), number: "ST-0001", title: "林")),
      ], focus: "0.summary", insertionPoint: 2)
  }

  @Test func `come back whole in another session, the newest first`() throws {
    let desk = try Desk()
    let first = try desk.store.keep(draft("電話"))
    #expect(first.isSame(as: draft("電話")) && first.keptAt == desk.now)
    desk.now = Instant(desk.now.rawValue + 1)
    let second = try desk.store.keep(draft("面談", of: 5))
    let drafts = try desk.open().drafts()
    expectNoDifference(drafts, [second, first])
    guard case .link(let staff)? = drafts.first?.contents["0.staff"] else {
      Issue.record("no link")
      return
    }
    #expect(staff.title == "林")
    let third = try desk.store.keep(draft("電話した"))
    try desk.store.forgetDraft(draft("", of: 5).key)
    expectNoDifference(try desk.open().drafts(), [third])
  }

  @Test func `are their writer's own, private, and outside the store`() throws {
    let desk = try Desk()
    try desk.store.keep(draft("秘密"))
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    #expect(try other.drafts() == [])
    let files = FileManager.default
    let path = desk.folder.appending(path: "drafts.db").path
    let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try desk.store.verifyJournal().isWhole)
    let tables = try desk.raw { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    #expect(!tables.contains { $0.lowercased().contains("draft") })
  }

  @Test func `end where the store begins anew`() throws {
    let desk = try Desk()
    try desk.store.keep(draft("x"))
    let other = desk.folder.appending(path: "other.db").path
    let now = desk.now
    try StoreSetup.create(other, organisation: "y", coordinator: "y", account: "y") { now }
    #expect(try desk.store.drafts().count == 1)
    try FileManager.default.removeItem(atPath: desk.path)
    try StoreSetup.create(desk.path, organisation: "y", coordinator: "y", account: "y") { now }
    #expect(try desk.open().drafts() == [])
  }
}
