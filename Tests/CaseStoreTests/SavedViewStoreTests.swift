@testable import CaseStore
import Casework
import Testing

/// A list that somebody keeps is theirs alone until they share it.
@Suite struct `A saved view in the store` {
  private static let address = RecordID(1)

  private func filled(isShared: Bool = false) throws -> (Desk, RecordID, CaseStore) {
    let desk = try Desk()
    let other = try desk.add(.staff, ["name": .text("田中"), "isActive": .flag(true)])
    let view = try desk.add(
      .savedView,
      [
        "name": .text("わたしのケース"), "listed": .text("case"), "words": .text("city:新宿"),
        "owner": .to(.staff, RecordID(1)), "isShared": .flag(isShared),
      ])
    return (desk, view, try desk.open(as: .coordinator(other)))
  }

  private func names(_ store: CaseStore) throws -> [String] {
    try store.page(.views(of: .case), .first, count: 9).cards.map(\.number)
  }

  @Test func `is seen by its owner alone`() throws {
    let (desk, view, other) = try filled()
    #expect(try names(desk.store).count == 1)
    #expect(try names(other) == [])
    #expect(try other.count(ListQuery(.savedView)).value == 0)
    #expect(throws: Refusal.notFound) {
      try other.detail(RecordAddress(.savedView, view), limit: 9)
    }
    #expect(try other.suggestions(.savedView, matching: "わたし", limit: 9) == [])
    #expect(throws: Refusal.notFound) {
      try other.save(
        Change(
          .savedView, id: view, version: 1, values: ["name": .text("x")], command: "edit"))
    }
    // Nor does the journal tell what it says, though it tells that it was made.
    let entries = try other.journal(JournalFilter(), limit: 9)
    let told = entries.filter { $0.record?.address.kind == .savedView }
    #expect(told.count == 1)
    #expect(told.allSatisfy { $0.after.isEmpty && $0.record?.title == "" })
    let own = try desk.store.journal(JournalFilter(), limit: 9)
    #expect(own.contains { $0.after["words"] == .text("city:新宿") })
  }

  @Test func `is opened by all once it is shared, and changed by its owner alone`() throws {
    let (desk, view, other) = try filled(isShared: true)
    #expect(try names(other).count == 1)
    #expect(throws: Refusal.notPermitted) {
      try other.save(
        Change(
          .savedView, id: view, version: 1, values: ["isRemoved": .flag(true)], command: "edit"))
    }
    #expect(throws: Refusal.notPermitted) {
      try other.save(
        Change(
          .savedView,
          values: [
            "name": .text("y"), "listed": .text("case"), "owner": .to(.staff, RecordID(1)),
          ], command: "add"))
    }
    try desk.change(.savedView, view, ["isRemoved": .flag(true)])
    #expect(try names(desk.store) == [] && names(other) == [])
    _ = try desk.store.undo()
    #expect(try names(other).count == 1)
  }

  @Test func `counts many lists in one statement`() throws {
    let (desk, _, _) = try filled()
    for name in ["A", "B", "C"] { _ = try desk.addCase(name, ["city": .text("新宿区")]) }
    var words = ListQuery(.case)
    words.words = [FilterWord("city", .is, .text("新宿"))]
    var statements: [String] = []
    let store = try desk.open()
    try store.trace { statements.append($0) }
    let counts = try store.counts([words, ListQuery(.case, filters: [.open]), ListQuery(.host)])
    #expect(counts == [ListCount(3), ListCount(3), ListCount(0)])
    #expect(statements.count { $0.contains("count(*)") } == 1)
    #expect(try store.counts([]) == [])
  }
}
