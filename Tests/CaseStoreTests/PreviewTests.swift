import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `A preview` {
  @Test func `says of each change what it would do or why not, and writes nothing`() throws {
    let desk = try Desk()
    let ids = try ["A", "B"].map { try desk.addCase($0) }
    func move(_ id: RecordID, _ status: String) throws -> Change {
      Change(
        .case, id: id, version: try desk.card(.case, id).version,
        values: ["status": .code(status)], command: "status")
    }
    let changes = try [move(ids[0], "intake"), move(ids[1], "closed")]
    let before = try desk.store.journal(JournalFilter(), limit: 100).count
    let previews = try desk.store.preview(changes)
    expectNoDifference(previews.map(\.link.number), ["2026-0001", "2026-0002"])
    expectNoDifference(previews[0].entries.map(\.after), [["status": .code("intake")]])
    #expect(previews[0].refusal == nil)
    guard case .problems(let problems)? = previews[1].refusal else {
      Issue.record("not refused")
      return
    }
    #expect(problems.map(\.field).contains("status"))
    #expect(try desk.store.journal(JournalFilter(), limit: 100).count == before)
    #expect(try desk.card(.case, ids[0])["status"] == .code("inquiry"))
    _ = try desk.store.save([changes[0]])
    #expect(try desk.store.verifyJournal().isWhole)
  }
}
