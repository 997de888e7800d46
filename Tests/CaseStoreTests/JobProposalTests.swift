@testable import CaseStore
import Casework
import GRDB
import Testing

/// Jobs for a case and people for a job, from the store.
@Suite struct `Job proposals` {
  private static func job(
    _ desk: Desk, _ company: RecordID, _ occupation: String, _ more: [String: FieldValue] = [:]
  ) throws -> RecordID {
    let values: [String: FieldValue] = [
      "company": .to(.company, company), "occupation": .text(occupation),
      "receivedOn": .date(Desk.today),
    ]
    return try desk.add(.job, values.merging(more) { $1 })
  }

  private static func seek(
    _ desk: Desk, _ record: RecordID, _ occupations: String, _ more: [String: FieldValue] = [:]
  ) throws {
    let values: [String: FieldValue] = [
      "case": .to(.case, record), "on": .date(Desk.today), "occupations": .text(occupations),
      "stage": .code("job_ready"),
    ]
    try desk.add(.candidate, values.merging(more) { $1 })
  }

  @Test func `rank jobs for a case and people for a job alike`() throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("清水食品")])
    let cook = try Self.job(desk, company, "調理補助", ["japaneseLevel": .code("n4")])
    let care = try Self.job(desk, company, "介護")
    _ = try Self.job(
      desk, company, "調理", ["closesOn": .date(Desk.today), "receivedOn": .date(Desk.today)])
    let first = try desk.addCase("A", ["japaneseLevel": .code("n3")])
    let second = try desk.addCase("B")
    try Self.seek(desk, first, "調理, 清掃")
    try Self.seek(desk, second, "介護")
    let jobs = try desk.store.jobOptions(of: first)
    #expect(jobs.options.first?.job.address.id == cook)
    #expect(jobs.options.count == 3)
    #expect(jobs.options.first?.match.points.map(\.reason) == [.japanese, .occupation, .jobReady])
    #expect(jobs.options.allSatisfy { $0.match.unknown.contains(.workPermission) })
    let people = try desk.store.peopleOptions(of: care)
    #expect(people.options.map(\.case.address.id) == [second, first])
    for option in try desk.store.peopleOptions(of: cook).options {
      let same = try desk.store.jobOptions(of: option.case.address.id).options
        .first { $0.job == option.job }
      #expect(same?.match == option.match)
    }
    try desk.add(
      .placement,
      [
        "case": .to(.case, first), "company": .to(.company, company), "job": .to(.job, cook),
        "on": .date(Desk.today),
      ])
    let rest = try desk.store.jobOptions(of: first)
    #expect(!rest.options.contains { $0.job.address.id == cook })
    #expect(rest.obstacles == [.placedThere: 1])
    #expect(try desk.store.peopleOptions(of: cook).options.map(\.case.address.id) == [second])
  }

  @Test func `leave out who has accepted an offer or works, by whichever case`() throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("清水食品")])
    let other = try desk.add(.company, ["name": .text("森建設")])
    let job = try Self.job(desk, company, "調理")
    let record = try desk.addCase("A")
    try Self.seek(desk, record, "調理")
    let person = try desk.card(.case, record)["person"]
    let again = try desk.add(.case, ["person": person, "opened": .date(Desk.today)])
    try desk.consent(again, .companies)
    let placement = try desk.add(
      .placement,
      [
        "case": .to(.case, again), "company": .to(.company, other), "on": .date(Desk.today),
        "stage": .code("offer"),
      ])
    func expect(_ isLeftOut: Bool) throws {
      let jobs = try desk.store.jobOptions(of: record)
      let people = try desk.store.peopleOptions(of: job)
      for proposal in [jobs, people] {
        #expect(proposal.options.isEmpty == isLeftOut)
        #expect(proposal.obstacles == (isLeftOut ? [.hasAccepted: 1] : [:]))
      }
    }
    try expect(false)
    try desk.change(.placement, placement, ["stage": .code("offer_accepted")])
    try expect(true)
    try desk.change(.placement, placement, ["pausedOn": .date(Desk.today)])
    try expect(false)
    try desk.change(.placement, placement, ["pausedOn": .absent])
    try expect(true)
    try desk.execute("UPDATE placement SET stage = 'retention_support'")
    try expect(true)
    try desk.change(
      .placement, placement,
      [
        "stage": .code("left"), "startedOn": .date(Desk.today), "endedOn": .date(Desk.today),
      ])
    try expect(false)
  }

  @Test func `say where nobody is registered, and leave out closed cases`() throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("x")])
    let job = try Self.job(desk, company, "調理")
    let record = try desk.addCase("A")
    #expect(try !desk.store.jobOptions(of: record).isRegistered)
    try Self.seek(desk, record, "調理")
    #expect(problems { try Self.seek(desk, record, "介護") } == ["case": .alreadyThere])
    #expect(try desk.store.peopleOptions(of: job).options.count == 1)
    try desk.execute("UPDATE \"case\" SET status = 'closed'")
    #expect(try desk.store.peopleOptions(of: job).options.isEmpty)
  }

  @Test func `are for staff alone`() throws {
    let desk = try Desk()
    let record = try desk.addCase("A")
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: record)
    let session = try desk.open(as: .volunteer(volunteer))
    #expect(refusal { try session.jobOptions(of: record) } == .notPermitted)
    #expect(refusal { try session.peopleOptions(of: RecordID(1)) } == .notPermitted)
    #expect(refusal { try session.ledger(.seekers) } == .notPermitted)
  }

  @Test func `take as many queries for many people as for one`() throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("x")])
    let job = try Self.job(desk, company, "調理")
    func count(_ body: (CaseStore) throws -> Void) throws -> Int {
      let store = try desk.open()
      var statements = 0
      try store.trace { if $0.hasPrefix("SELECT") { statements += 1 } }
      try body(store)
      return statements
    }
    var record = try desk.addCase("A")
    try Self.seek(desk, record, "調理")
    let one = try count { _ = try $0.peopleOptions(of: job) }
    let few = try count { _ = try $0.jobOptions(of: record) }
    for number in 1...20 {
      record = try desk.addCase("N\(number)")
      try Self.seek(desk, record, "調理")
      try desk.add(.workPermission, ["case": .to(.case, record), "on": .date(Desk.today)])
      _ = try Self.job(desk, company, "調理 \(number)")
    }
    #expect(try count { _ = try $0.peopleOptions(of: job) } == one)
    #expect(try count { _ = try $0.jobOptions(of: record) } == few)
  }

  @Test func `ledgers keep the name from a company until the screening and without consent`() throws
  {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("清水食品")])
    let job = try Self.job(desk, company, "調理")
    _ = try Self.job(desk, company, "介護")
    let record = try desk.addCase("SECRET NAME")
    let consent = try desk.consent(record, .companies)
    let placement = try desk.add(
      .placement,
      [
        "case": .to(.case, record), "company": .to(.company, company), "job": .to(.job, job),
        "on": .date(Desk.today), "stage": .code("cv_preparation"),
      ])
    func names() throws -> [String?] { try desk.store.ledger(.jobs).map { $0.person?.nameRoman } }
    #expect(try names() == [nil, nil])
    // Nobody has been introduced yet: the jobs and the seeker stand there alone.
    #expect(try desk.store.ledger(.jobs).map(\.caseNumber) == ["", ""])
    #expect(try desk.store.ledger(.seekers).map { $0.placement == nil } == [true])
    try desk.change(.placement, placement, ["stage": .code("cv_screening")])
    #expect(try names() == ["SECRET NAME", nil])
    #expect(try desk.store.ledger(.jobs).map(\.caseNumber) == ["2026-0001", ""])
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(try names() == [nil, nil])
    let seekers = try desk.store.ledger(.seekers)
    #expect(seekers.map { $0.person?.nameRoman } == ["SECRET NAME"])
    #expect(seekers.first?.company?.name == "清水食品")
    let noted = try desk.store.journal(JournalFilter(), limit: 3).map(\.command)
    #expect(noted.first == "ledger.seekers" && noted.contains("ledger.jobs"))
    try desk.change(.placement, placement, ["stage": .code("candidate_withdrew")])
    #expect(try desk.store.ledger(.jobs).map(\.caseNumber) == ["", ""])
    #expect(try desk.store.ledger(.seekers).map { $0.placement == nil } == [true])
  }

  @Test func `look for those who accepted one job along its index`() throws {
    let desk = try Desk()
    let company = try desk.add(.company, ["name": .text("x")])
    let job = try Self.job(desk, company, "調理")
    let store = try desk.open()
    var statements: [String] = []
    try store.trace { statements.append($0) }
    _ = try store.peopleOptions(of: job)
    let sql = try #require(statements.first { $0.contains("GROUP BY job") })
    let plan = try desk.raw { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql,
        arguments: StatementArguments(
          [DatabaseValue](repeating: .null, count: sql.filter { $0 == "?" }.count))
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("placementByJobAndOn") }, "\(plan)")
  }
}
