@testable import CaseStore
import Casework
import GRDB
import Testing

/// The ledgers from the store: on which day somebody was introduced, and what an employer reports.
@Suite struct `Ledgers` {
  private let desk: Desk
  private let record: RecordID
  private let company: RecordID
  private let job: RecordID

  init() throws {
    desk = try Desk()
    record = try desk.addCase(
      "SECRET NAME",
      [
        "birthDate": .date(CivilDate(dayNumber: 9_000)), "gender": .code("female"),
        "nationality": .code("SYR"),
      ])
    company = try desk.add(.company, ["name": .text("清水食品")])
    job = try desk.add(
      .job,
      [
        "company": .to(.company, company), "occupation": .text("調理"),
        "receivedOn": .date(Desk.today),
      ])
  }

  private func place(
    _ stage: PlacementStage, on days: Int = 0, of other: RecordID? = nil, job: RecordID? = nil
  ) throws -> RecordID {
    var values: [String: FieldValue] = [
      "case": .to(.case, other ?? record), "company": .to(.company, company),
      "stage": stage.fieldValue, "on": .date(Desk.today.adding(days: days)),
    ]
    if let job { values["job"] = .to(.job, job) }
    return try desk.add(.placement, values)
  }

  private func introduced() throws -> [CivilDate?] {
    let seekers = try desk.store.ledger(.seekers).map(\.introducedOn)
    #expect(try desk.store.ledger(.jobs).map(\.introducedOn) == seekers)
    return seekers
  }

  private func pass(days: Int) { desk.now = Instant(desk.now.rawValue + Int64(days) * 86_400) }

  @Test func `say the day of the introduction, not the day of typing`() throws {
    try desk.consent(record, .companies)
    let id = try place(.prospect, job: job)
    #expect(try introduced() == [nil])
    pass(days: 6)
    try desk.change(.placement, id, ["stage": .code("cv_screening")])
    #expect(try introduced() == [Desk.today.adding(days: 6)])
    _ = try desk.store.undo()
    #expect(try introduced() == [nil])
    pass(days: 3)
    try desk.change(.placement, id, ["stage": .code("first_interview")])
    #expect(try introduced() == [Desk.today.adding(days: 9)])
    pass(days: 3)
    _ = try desk.store.undo()
    _ = try desk.store.redo()
    #expect(try introduced() == [Desk.today.adding(days: 9)])
  }

  @Test func `go by the day that was entered where it was added later`() throws {
    try desk.consent(record, .companies)
    _ = try place(.offer, on: -20, job: job)
    #expect(try introduced() == [Desk.today.adding(days: -20)])
  }

  @Test func `ask the journal once for all placements`() throws {
    func count() throws -> Int {
      let store = try desk.open()
      var statements = 0
      try store.trace { if $0.hasPrefix("SELECT") { statements += 1 } }
      for ledger in Ledger.allCases { _ = try store.ledger(ledger) }
      return statements
    }
    try desk.consent(record, .companies)
    _ = try place(.cvScreening)
    let one = try count()
    for number in 1...10 {
      let other = try desk.addCase("N\(number)")
      try desk.consent(other, .companies)
      _ = try place(.cvScreening, of: other)
    }
    #expect(try count() == one)
  }

  /// Somebody at work by a part-time permission on a card.
  private func hire() throws -> RecordID {
    let card = try desk.add(
      .document,
      [
        "case": .to(.case, record), "type": .code("residence_card"), "on": .date(Desk.today),
        "numberEnding": .text("AB12345678CD"),
      ])
    let seen: [String: FieldValue] = [
      "case": .to(.case, record), "on": .date(Desk.today.adding(days: -200)),
      "document": .to(.document, card), "confirmedBy": .to(.staff, RecordID(1)),
      "confirmedOn": .date(Desk.today),
    ]
    try desk.add(
      .residence,
      seen.merging([
        "statusOfResidence": .code("student"), "periodMonths": .number(12),
        "expires": .date(Desk.today.adding(days: 165)),
      ]) { $1 })
    try desk.add(
      .workPermission,
      seen.merging(["workPermission": .code("part_time_permission")]) { $1 })
    let part = try desk.add(
      .job,
      [
        "company": .to(.company, company), "occupation": .text("清掃"),
        "receivedOn": .date(Desk.today), "employmentType": .code("part_time"),
        "weeklyHours": .number(20),
      ])
    return try place(.started, job: part)
  }

  @Test func `hold what an employer reports of those who were hired`() throws {
    try desk.consent(record, .companies)
    #expect(try desk.store.ledger(.employment).isEmpty)
    let id = try hire()
    _ = try place(.cvScreening)
    let row = try #require(try desk.store.ledger(.employment).first)
    #expect(try desk.store.ledger(.employment).count == 1)
    #expect(row.person?.nameRoman == "SECRET NAME" && row.showsName)
    #expect(row.person?.nationality?.rawValue == "SYR" && row.person?.birthDate != nil)
    #expect(row.residence?.statusOfResidence == .student && row.residence?.periodMonths == 12)
    #expect(row.permission?.workPermission == .partTime)
    #expect(row.card?.numberEnding == "CD")
    #expect(row.company?.name == "清水食品" && row.placement?.startedOn == Desk.today)
    // What was learned after the last day of work is not what the report is about.
    pass(days: 10)
    try desk.change(
      .placement, id, ["stage": .code("left"), "endedOn": .date(Desk.today.adding(days: 4))])
    try desk.add(
      .residence,
      [
        "case": .to(.case, record), "on": .date(Desk.today.adding(days: 9)),
        "statusOfResidence": .code("long_term_resident"),
      ])
    let left = try #require(try desk.store.ledger(.employment).first)
    #expect(left.residence?.statusOfResidence == .student)
    #expect(left.placement?.endedOn == Desk.today.adding(days: 4))
    let noted = try desk.store.journal(JournalFilter(), limit: 1).map(\.command)
    #expect(noted == ["ledger.employment"])
  }

  @Test func `tell an employer nothing without consent, and nothing that is withheld`() throws {
    let consent = try desk.consent(
      record, .companies,
      ["withheld": .codes(["birth_date", "legal_status"]), "recipient": .text("清水食品")])
    _ = try hire()
    let row = try #require(try desk.store.ledger(.employment).first)
    #expect(row.person?.nameRoman == "SECRET NAME" && row.person?.birthDate == nil)
    #expect(row.residence == nil && row.permission == nil && row.card == nil)
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    let none = try #require(try desk.store.ledger(.employment).first)
    #expect(none.caseNumber == "2026-0001" && none.placement != nil)
    #expect(none.person == nil && !none.showsName && none.residence == nil && none.card == nil)
  }
}
