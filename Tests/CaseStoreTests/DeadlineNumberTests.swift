@testable import CaseStore
import Casework
import GRDB
import Testing

/// What the numbers of deadlines count, as their sentences say it.
@Suite struct `The numbers of deadlines` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  @Test func `are of what was answered too, and not of what was open as a case ended`() throws {
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
    let (kept, late) = (try refused("A"), try refused("B"))
    let (inTime, open) = (try refused("C"), try refused("D"))
    #expect(try numbers() == [0, 4])
    try done(kept, -15)
    try done(late, -2)
    #expect(try numbers() == [25, 3])
    // An appeal answers it, in time or late.
    func appeal(_ id: RecordID, _ on: Int) throws {
      try desk.add(
        .procedure, ["case": .to(.case, id), "on": day(on), "procedureStage": .code("appeal")])
    }
    try appeal(inTime, -14)
    #expect(try numbers() == [50, 2])
    let other = try refused("E")
    try appeal(other, -3)
    #expect(try numbers() == [40, 3])
    // What was open as a case ended is not counted; what was answered stays.
    func end(_ id: RecordID) throws {
      try desk.change(
        .case, id, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    }
    try end(open)
    try end(inTime)
    #expect(try numbers() == [50, 2])
    let plain = try desk.raw { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT count(CASE WHEN done <= date THEN 1 END), count(*) FROM deadline
          WHERE category IN ('critical', 'legal') AND date BETWEEN ? AND ? AND date < ?
          """, arguments: ["\(days.lowerBound)", "\(days.upperBound)", "\(Desk.today)"])
    }
    #expect(plain?[0] == 2 && plain?[1] == 4)
  }
}
