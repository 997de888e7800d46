@testable import CaseStore
import Casework
import GRDB
import Testing

/// What the numbers of deadlines count, as their sentences say it.
@Suite struct `The numbers of deadlines` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  @Test func `are of those that still stand, and not of what a later record answered`() throws {
    let desk = try Desk()
    let days = Desk.today.adding(days: -60)...Desk.today
    func numbers() throws -> [Double?] {
      [
        try desk.store.number(.deadlinesKept, in: days),
        try desk.store.number(.deadlinesMissed, in: days),
      ]
    }
    func refused(_ name: String) throws -> RecordID {
      let id = try desk.addCase(name)
      try desk.add(
        .procedure,
        ["case": .to(.case, id), "on": day(-20), "procedureStage": .code("denied")])
      return id
    }
    func done(_ id: RecordID, _ on: Int) throws {
      try desk.add(
        .ownDeadline,
        ["case": .to(.case, id), "on": day(-19), "rule": .code("appeal"), "done": day(on)])
    }
    #expect(try numbers() == [nil, 0])
    // Refused twenty days ago: the appeal was due thirteen days ago.
    let (kept, late, open) = (try refused("A"), try refused("B"), try refused("C"))
    #expect(try numbers() == [0, 3])
    try done(kept, -15)
    try done(late, -2)
    #expect(try numbers() == [100.0 / 3, 2])
    // An appeal answers it, in time or late: it does not stand any more.
    try desk.add(
      .procedure, ["case": .to(.case, open), "on": day(-14), "procedureStage": .code("appeal")])
    #expect(try numbers() == [50, 1])
    // Nor does that of a case that has ended.
    try desk.change(
      .case, late, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    #expect(try numbers() == [100, 0])
    let plain = try desk.raw { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT count(CASE WHEN done <= date THEN 1 END), count(*) FROM deadline
          WHERE category IN ('critical', 'legal') AND date BETWEEN ? AND ? AND date < ?
          """, arguments: ["\(days.lowerBound)", "\(days.upperBound)", "\(Desk.today)"])
    }
    #expect(plain?[0] == 1 && plain?[1] == 1)
  }
}
