@testable import CaseStore
import Casework
import Foundation
import Testing

/// What others changed since somebody last looked.
@Suite struct `What others changed` {
  private let me = Link(RecordAddress(.staff, RecordID(1)))

  private func news(_ store: CaseStore, of owners: [Link]) throws -> News {
    try store.today(
      TodayRequest(
        parts: [], caseload: Indicator.caseload.query(Desk.today), owners: owners,
        newsFields: ["number", "owner"])
    ).news
  }

  @Test func `is told of one's own cases, case by case`() throws {
    let desk = try Desk()
    let other = try desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
    let mine = try desk.addCase("A", ["owner": .link(me)])
    let theirs = try desk.addCase("B", ["owner": .to(.staff, other)])
    let quiet = try desk.addCase("C", ["owner": .link(me)])
    let note = try desk.add(
      .note, ["case": .to(.case, mine), "on": .date(Desk.today), "body": .text("x")])
    #expect(try desk.store.lastLook() == nil)
    let first = try news(desk.store, of: [me])
    #expect(first.items.isEmpty)
    try desk.store.keepLook(first.head)

    let colleague = try desk.open(as: .coordinator(other))
    func save(_ change: Change) throws { _ = try colleague.save(change) }
    let day = FieldValue.date(Desk.today)
    for id in [mine, theirs] {
      try save(
        Change(
          .contact,
          values: ["case": .to(.case, id), "on": day, "contactMade": .flag(true)],
          command: "logContact"))
    }
    // What the record itself does not say again: of which case it is, and whose person.
    try save(Change(.note, id: note, version: 1, values: ["body": .text("y")], command: "edit"))
    try save(
      Change(
        .case, id: mine, version: 1, values: ["city": .text("横浜市")], command: "edit"))
    try desk.change(.case, quiet, ["risk": .code("low")])

    let found = try news(desk.store, of: [me])
    #expect(found.items.map(\.card.address.id) == [mine])
    #expect(found.items.first?.count == 3)
    #expect(found.items.first?.latest.who?.title == "佐藤")
    #expect(found.items.first?.latest.record?.address.kind == .person)
    #expect(found.isWhole)
    #expect(try news(desk.store, of: [me, Link(RecordAddress(.staff, other))]).items.count == 2)
    #expect(try news(desk.store, of: []).items.isEmpty)

    try desk.store.keepLook(found.head)
    #expect(try news(desk.store, of: [me]).items.isEmpty)
    // Everybody looks for themselves; of a longer journal than there is nobody has seen anything.
    #expect(try colleague.lastLook() == nil)
    try desk.store.keepLook(found.head + 50)
    #expect(try news(desk.store, of: [me]).items.isEmpty)
  }
}
