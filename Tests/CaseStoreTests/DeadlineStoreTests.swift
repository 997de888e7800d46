@testable import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport
import Testing

/// The deadlines that the store keeps from the facts.
@Suite struct `Deadlines in the store` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  /// The open deadlines of a case: rule and date.
  private func open(_ desk: Desk, _ id: RecordID) throws -> [String] {
    try desk.store.detail(RecordAddress(.case, id), limit: 50).deadlines.map { card in
      guard case .code(let rule) = card["rule"], case .date(let date) = card["date"] else {
        return ""
      }
      return "\(rule) \(date.dayNumber - Desk.today.dayNumber)"
    }
  }

  @Test func `follow every change in its own transaction, and undo`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(-3)])
    #expect(try open(desk, id) == ["contact_overdue 11"])
    let denied = try desk.add(
      .procedure,
      ["case": .to(.case, id), "on": day(-2), "procedureStage": .code("denied")])
    #expect(try open(desk, id).contains("appeal 5"))
    try desk.change(.procedure, denied, ["notifiedOn": day(-1)])
    #expect(try open(desk, id).contains("appeal 6"))
    _ = try desk.store.undo()
    #expect(try open(desk, id).contains("appeal 5"))
    try desk.add(
      .ownDeadline,
      ["case": .to(.case, id), "on": day(0), "rule": .code("appeal"), "due": day(3)])
    #expect(try open(desk, id).contains("appeal 3"))
    try desk.add(
      .ownDeadline,
      ["case": .to(.case, id), "on": day(0), "rule": .code("appeal"), "done": day(0)])
    #expect(try !open(desk, id).contains { $0.hasPrefix("appeal") })
    _ = try desk.store.undo()
    #expect(try open(desk, id).contains("appeal 3"))
    try desk.add(.contact, ["case": .to(.case, id), "on": day(0), "contactMade": .flag(true)])
    #expect(try open(desk, id).contains("contact_overdue 14"))
    #expect(refusal { try desk.add(.procedure, ["case": .to(.case, id)]) } != nil)
    #expect(try open(desk, id).contains("appeal 3"))
    try desk.change(
      .case, id, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    #expect(try open(desk, id) == [])
  }

  @Test func `follow what becomes known of the person`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(-3)])
    let person = try #require(
      try desk.store.detail(RecordAddress(.case, id), limit: 1).card["person"].link?.address.id)
    try desk.change(.person, person, ["birthDate": day(-10), "birthCountry": .code("JPN")])
    #expect(try open(desk, id).contains("birth_notice 3"))
    #expect(try open(desk, id).contains("status_acquisition 20"))
    #expect(try open(desk, id).contains("stay_without_status 50"))
    try desk.change(.person, person, ["birthCountry": .code("SYR")])
    #expect(try !open(desk, id).contains { $0.hasPrefix("birth") })
    // As a case shows it, it is changed from there too.
    try desk.change(.case, id, ["birthCountry": .code("JPN")])
    #expect(try open(desk, id).contains("birth_notice 3"))
    try desk.change(.person, person, ["arrivedOn": day(-5)])
    #expect(try !open(desk, id).contains { $0.hasPrefix("refugee_application") })
    try desk.add(
      .supportCategory,
      ["case": .to(.case, id), "on": day(0), "supportCategory": .code("asylum_seeker")])
    #expect(try open(desk, id).contains { $0.hasPrefix("refugee_application") })
    try desk.add(
      .procedure,
      ["case": .to(.case, id), "on": day(-1), "procedureStage": .code("app_refugee")])
    #expect(try !open(desk, id).contains { $0.hasPrefix("refugee_application") })
  }

  @Test func `call a company off by its name, also where the name changes`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(-3)])
    let company = try desk.add(.company, ["name": .text("清水食品")])
    let consent = try desk.consent(id, .companies, ["recipient": .text("清水 食品")])
    try desk.add(
      .placement,
      [
        "case": .to(.case, id), "company": .to(.company, company), "on": day(0),
        "stage": .code("offer"),
      ])
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(try open(desk, id).contains("recall_sharing 0"))
    try desk.change(.company, company, ["name": .text("森建設")])
    #expect(try !open(desk, id).contains("recall_sharing 0"))
  }

  @Test func `come back with what redo brings back`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(-3)])
    try desk.add(
      .procedure,
      ["case": .to(.case, id), "on": day(-2), "procedureStage": .code("denied")])
    let before = try open(desk, id)
    #expect(before.contains("appeal 5"))
    _ = try desk.store.undo()
    #expect(try !open(desk, id).contains { $0.hasPrefix("appeal") })
    _ = try desk.store.redo()
    #expect(try open(desk, id) == before)
  }

  @Test func `follow the approval of a host and go with the case`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(0)])
    let host = try desk.addHost("x", ["approvalExpires": day(40)])
    try desk.add(
      .homestay,
      [
        "case": .to(.case, id), "host": .to(.host, host), "start": day(0),
        "stage": .code("in_progress"), "guestAgreedOn": day(0), "hostAgreedOn": day(0),
      ])
    #expect(try open(desk, id).contains("vetting_expiry 40"))
    try desk.change(.host, host, ["approvalExpires": day(50)])
    #expect(try open(desk, id).contains("vetting_expiry 50"))
    for _ in 0..<7 { _ = try desk.store.undo() }
    #expect(try desk.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM deadline") } == 0)
  }

  @Test func `are read by the day of warning, of all cases at once`() throws {
    let desk = try Desk()
    for days in [300, 20, 10] {
      let id = try desk.addCase("A", ["opened": day(0)])
      try desk.add(
        .residence,
        [
          "case": .to(.case, id), "on": day(-40), "statusOfResidence": .code("student"),
          "expires": day(days), "periodDays": .number(days + 40),
        ])
    }
    let all = ListQuery(
      .deadline, filters: [.open, FieldFilter("rule", .equals(.code("period_of_stay")))])
    #expect(try desk.store.count(all).value == 3)
    let page = try desk.store.page(.due(Desk.today), .first, count: 9)
    #expect(page.cards.map { $0["date"] } == [day(10), day(20)])
    let law = try desk.store.page(.due(Desk.today, category: .critical), .first, count: 9)
    #expect(law.cards.map { $0["rule"] } == [.code("period_of_stay"), .code("period_of_stay")])
    #expect(page.cards.allSatisfy { $0["state"] == .code("to_confirm") })
    #expect(page.cards.first?["about"] == .text("RS-0003"))
    #expect(try desk.store.find(.residence, "RS-0003") == RecordAddress(.residence, RecordID(3)))
  }

  /// The list of the day enters the index of dates and stops at the last day of warning.
  @Test(
    arguments: [[], [Link(RecordAddress(.staff, RecordID(1)))]],
    [nil, DeadlineCategory.legal, .practice])
  func `are found by their index alone`(owner: [Link], category: DeadlineCategory?)
    throws
  {
    let desk = try Desk()
    let query = ListQuery.due(Desk.today, category: category).owned(by: owner)
    let steps = try desk.raw { db in
      let viewer = Viewer.coordinator(RecordID(1))
      var list = try ListStatement(query, for: viewer, today: Desk.today)
      let select = try list.select(RecordDescription.of(.deadline).fields.map(\.name))
      let sql = list.sql(select.columns, limit: 60)
      return try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql.sql, arguments: StatementArguments(sql.arguments)
      ).map { $0["detail"] as String }
    }
    let first = try #require(steps.first)
    #expect(first.hasPrefix("SEARCH t USING INDEX deadlineBy") && first.contains("date<?"))
    #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(steps)")
  }

  @Test func `belong to the owner of the case`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(0)])
    try desk.change(.case, id, ["owner": .to(.staff, RecordID(1))])
    let mine = FieldFilter("owner", .equals(.to(.staff, RecordID(1))))
    #expect(try desk.store.count(ListQuery(.deadline, filters: [mine])).value == 1)
  }

  @Test func `are saved by nobody and stand in no journal`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    #expect(
      refusal {
        try desk.store.save(
          Change(.deadline, values: ["case": .to(.case, id)], command: "deadline.add"))
      } == .notPermitted)
    let kinds = try desk.raw {
      try String.fetchSet($0, sql: "SELECT recordKind FROM journal WHERE recordKind IS NOT NULL")
    }
    #expect(kinds == ["case", "person", "staff"])
  }

  @Test func `a store of the schema before is migrated with what is in it`() throws {
    let desk = try Desk()
    let store = try desk.open(
      ofSchema: 2,
      holding: """
        INSERT INTO person (nameRoman) VALUES ('A');
        INSERT INTO "case" (number, code, person, status, opened)
        VALUES ('2026-0001', 'ABCDEFGH', 1, 'active', '2026-09-01');
        INSERT INTO contact ("case", "on", medium, contactMade)
        VALUES (1, '2026-09-25', 'phone', 1);
        """)
    #expect(store.organisation.schemaVersion == Schema.current.version)
    let detail = try store.detail(RecordAddress(.case, RecordID(1)), limit: 9)
    #expect(detail.card["nameRoman"] == .text("A"))
    #expect(detail.card["workPermission"] == .code("to_be_confirmed"))
    #expect(detail.card["residenceConfirmed"] == .flag(false))
    #expect(detail.timeline.count == 1)
    #expect(
      detail.deadlines.map { $0["rule"] } == [.code("consent_missing"), .code("contact_overdue")])
    #expect(detail.deadlines.map { $0["date"] } == [.day("2026-09-15"), .day("2026-10-09")])
    let saved = try store.save(
      Change(
        .residence,
        values: [
          "case": .to(.case, RecordID(1)), "on": .day("2026-09-01"),
          "statusOfResidence": .code("student"), "expires": .day("2026-12-01"),
        ], command: "residence.add"))
    #expect(saved.link.number == "RS-0001")
  }

  /// Deadlines are kept: a changed rule reaches stores that exist.
  @Test func `follow the rules of this program in a store of the one before`() throws {
    let desk = try Desk()
    let store = try desk.open(
      ofSchema: 10,
      holding: """
        INSERT INTO person (nameRoman) VALUES ('A');
        INSERT INTO "case" (number, code, person, status, opened)
        VALUES ('2026-0001', 'ABCDEFGH', 1, 'inquiry', '2026-10-01');
        INSERT INTO residence ("case", "on", statusOfResidence, stayBasis, periodMonths, expires,
          renewalAppliedOn)
        VALUES (1, '2026-04-08', 'none', 'permission_for_provisional_stay', 6, '2026-10-08',
          '2026-10-01');
        INSERT INTO procedure ("case", "on", procedureStage, notifiedOn)
        VALUES (1, '2026-09-28', 'denied', '2026-09-28'), (1, '2026-10-01', 'reapply', NULL);
        INSERT INTO document ("case", type, "on", expiresOn)
        VALUES (1, 'certificate_of_provisional_stay', '2026-04-08', '2026-10-08');
        INSERT INTO deadline (date, "case", rule, state, countedFrom, warnFrom, about, category)
        VALUES ('2026-12-08', 1, 'special_period', 'computed', '2026-10-08', '2026-10-08',
          'RS-0001', 'critical');
        """)
    let page = try store.page(.due(Desk.today, category: .critical), .first, count: 9)
    let due = page.cards.map { "\($0["date"]) \($0["rule"])" }
    #expect(
      due == [
        "\(FieldValue.day("2026-10-05")) \(FieldValue.code("appeal"))",
        "\(FieldValue.day("2026-10-08")) \(FieldValue.code("period_of_stay"))",
        "\(FieldValue.day("2026-10-08")) \(FieldValue.code("document_expiry"))",
      ]
        || due == [
          "\(FieldValue.day("2026-10-05")) \(FieldValue.code("appeal"))",
          "\(FieldValue.day("2026-10-08")) \(FieldValue.code("document_expiry"))",
          "\(FieldValue.day("2026-10-08")) \(FieldValue.code("period_of_stay"))",
        ])
    let all = try store.page(ListQuery(.deadline), .first, count: 20).cards
    #expect(!all.contains { $0["rule"] == .code("special_period") })
    #expect(all.contains { $0["rule"] == .code("lawsuit") && $0["date"] == .day("2027-03-28") })
  }

  /// The list of the day, for everybody who is here without a status of residence.
  @Test(arguments: StayBasis.allCases)
  func `show the last day of every stay without a status`(basis: StayBasis) throws {
    let desk = try Desk()
    for days in [-13, 3, 12, 28] {
      let id = try desk.addCase("A")
      try desk.add(
        .residence,
        [
          "case": .to(.case, id), "on": day(days - 180), "statusOfResidence": .code("none"),
          "stayBasis": .code(basis.rawValue), "periodMonths": .number(6), "expires": day(days),
          "renewalAppliedOn": day(-20),
        ])
      let page = try desk.store.page(.due(Desk.today, category: .critical), .first, count: 9)
      #expect(page.cards.contains { $0["date"] == day(days) && $0["case"] == .to(.case, id) })
    }
    let all = try desk.store.page(ListQuery(.deadline), .first, count: 40).cards
    #expect(!all.contains { $0["rule"] == .code("special_period") })
  }

  private func all(_ db: Database, _ columns: String) throws -> [[DatabaseValue]] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM deadline ORDER BY \"case\", id")
      .map { Array($0.databaseValues) }
  }

  /// What stands already as it should is not written again, and everything stands as if it were.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `are what they would be if all were made anew`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let desk = try Desk()
    let cases = [try desk.addCase("A"), try desk.addCase("B", ["opened": day(-3)])]
    var procedures: [RecordID] = []
    var most = 0
    func some(_ days: ClosedRange<Int>) -> FieldValue { day(Int.random(in: days, using: &random)) }
    let columns = try desk.raw { try $0.columns(in: "deadline").map(\.name) }
      .filter { $0 != "id" }.map { "\"\($0)\"" }.joined(separator: ", ")
    for _ in 0..<25 {
      let id = cases[Int.random(in: 0...1, using: &random)]
      let stage = FieldValue.code(
        ["app_refugee", "denied", "appeal", "appeal_ng"].randomElement(using: &random) ?? "denied")
      // Some of it is refused, as somebody may try.
      switch Int.random(in: 0...6, using: &random) {
      case 0:
        let made = try? desk.add(
          .procedure, ["case": .to(.case, id), "on": some(-90 ... -1), "procedureStage": stage])
        procedures += [made].compactMap(\.self)
      case 1:
        if let one = procedures.randomElement(using: &random) {
          _ = try? desk.change(.procedure, one, ["notifiedOn": some(-60...0)])
        }
      case 2:
        _ = try? desk.add(
          .contact, ["case": .to(.case, id), "on": some(-20...0), "contactMade": .flag(true)])
      case 3:
        let own: [String: FieldValue] = [
          "case": .to(.case, id), "on": day(0), "rule": .code("appeal"),
        ]
        let said = Bool.random(using: &random) ? ["due": some(1...20)] : ["done": day(0)]
        _ = try? desk.add(.ownDeadline, own.merging(said) { $1 })
      case 4:
        _ = try? desk.add(
          .residence,
          [
            "case": .to(.case, id), "on": some(-200 ... -1), "stayBasis": .code("permit"),
            "statusOfResidence": .code("designated_activities"), "periodMonths": .number(6),
            "expires": some(-5...40),
          ])
      case 5: _ = try? desk.change(.case, id, ["owner": .to(.staff, RecordID(1))])
      default: _ = try? desk.store.undo()
      }
      try desk.raw { db in
        try db.inTransaction {
          let stands = try all(db, columns)
          most = max(most, stands.count)
          try db.execute(sql: "DELETE FROM deadline")
          try db.renewDeadlines(of: cases)
          #expect(try stands == all(db, columns))
          return .rollback
        }
      }
    }
    #expect(most > 1)
  }

  @Test func `are written only where they are others`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["opened": day(-3)])
    try desk.add(
      .procedure, ["case": .to(.case, id), "on": day(-2), "procedureStage": .code("denied")])
    let before = try desk.raw { try all($0, "*") }
    #expect(before.count > 1)
    var written: [String] = []
    try desk.store.trace {
      if $0.contains(#/(INTO|FROM) deadline /#), !$0.contains("SELECT") { written.append($0) }
    }
    try desk.change(.case, id, ["nameRoman": .text("B"), "owner": .absent])
    try desk.change(.case, id, ["phone": .text("090-1234-5678")])
    #expect(written == [])
    #expect(try desk.raw { try all($0, "*") } == before)
    try desk.add(.contact, ["case": .to(.case, id), "on": day(0), "contactMade": .flag(true)])
    #expect(!written.isEmpty)
  }
}
