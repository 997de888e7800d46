import CaseStore
import Casework
import CustomDump
import Testing

/// What a sheet of cases says about the legal axes and the papers.
struct ImportPartTests {
  private static func row(_ parts: [ImportPart], _ more: [String: FieldValue] = [:]) -> ImportRow {
    ImportRow(
      number: 2,
      values: ["sourceNumber": .text("1"), "nameRoman": .text("A B"), "opened": .day("2026-09-01")]
        .merging(more) { $1 }, parts: parts)
  }

  private static let student = ImportPart(
    .residence,
    values: ["statusOfResidence": .code("student"), "expires": .day("2028-01-18")])
  private static let mayWork = ImportPart(
    .workPermission, values: ["workPermission": .code("permitted_unrestricted")],
    quoted: ["workPermission": "就労許可: 就労可(制限なし)"])
  private static let card = ImportPart(
    .document, paper: .residenceCard,
    values: ["numberEnding": .text("AB12345678CD"), "expiresOn": .day("2028-01-18")])

  private func all(_ kind: RecordKind, _ desk: Desk) throws -> [Card] {
    try desk.store.page(ListQuery(kind), .first, count: 99).cards.map {
      try desk.card(kind, $0.address.id)
    }
  }

  private func take(
    _ rows: [ImportRow], _ desk: Desk, overwrite: Set<String> = []
  ) throws -> ImportReport {
    var options = ImportOptions()
    options.overwrite = overwrite
    options.dayAssumed = "仮の日"
    options.statusUnknown = "資格不明"
    return try desk.store.importRows(.case, rows, options: options)
  }

  @Test func `keeps them in records of their own, without evidence`() throws {
    let desk = try Desk()
    let rows = [Self.row([Self.student, Self.mayWork, Self.card])]
    let report = try take(rows, desk)
    #expect(report.rows[0].parts.map(\.kind) == [.residence, .workPermission, .document])
    let residence = try #require(all(.residence, desk).first)
    #expect(residence["statusOfResidence"] == .code("student"))
    #expect(residence["expires"] == .day("2028-01-18") && residence["on"] == .day("2026-09-01"))
    #expect(residence["notes"] == .text("仮の日") && residence["document"] == .absent)
    let work = try #require(all(.workPermission, desk).first)
    #expect(work["workPermission"] == .code("to_be_confirmed"))
    #expect(work["notes"] == .text("就労許可: 就労可(制限なし)\n仮の日"))
    let card = try #require(all(.document, desk).first)
    #expect(card["numberEnding"] == .text("CD") && card["seenBy"] == .absent)
    let about = try desk.card(.case, try #require(report.rows[0].link).address.id)
    #expect(about["workPermission"] == .code("to_be_confirmed"))
    #expect(about["residenceConfirmed"] == .flag(false))
    #expect(about["stayExpires"] == .day("2028-01-18"))
    let deadlines = try desk.store.page(ListQuery(.deadline), .first, count: 9).cards
    #expect(deadlines.contains { $0["rule"] == .code("period_of_stay") })
    let entries = try desk.store.journal(JournalFilter(after: 1), limit: 99)
    #expect(Set(entries.map(\.step)).count == 1)
    _ = try desk.store.undo()
    #expect(try all(.residence, desk).isEmpty && all(.document, desk).isEmpty)
  }

  @Test func `changes nothing the second time, nor in a trial`() throws {
    let desk = try Desk()
    let kind = ImportPart(
      .residence, values: ["designatedActivityKind": .code("ra_6m_ok")],
      quoted: ["designatedActivityKind": "特定活動: 6月(就労可)"])
    let rows = [
      Self.row([Self.student, Self.mayWork, Self.card]),
      Self.row([kind], ["sourceNumber": .text("2"), "nameRoman": .text("C")]),
    ]
    var options = ImportOptions()
    options.dryRun = true
    let dry = try desk.store.importRows(.case, rows, options: options)
    #expect(dry.rows.map(\.parts.count) == [3, 1])
    #expect(try desk.store.count(ListQuery(.residence)) == ListCount(0))
    _ = try take(rows, desk)
    let before = try desk.store.verifyJournal()
    let again = try take(rows, desk)
    #expect(again.rows.allSatisfy { $0.fate == .unchanged && $0.differences.isEmpty })
    #expect(try desk.store.verifyJournal() == before)
    let second = try #require(all(.residence, desk).first { $0["expires"] == .absent })
    #expect(second["statusOfResidence"] == .code("designated_activities"))
    #expect(second["designatedActivityKind"] == .absent)
    #expect(second["notes"] == .text("特定活動: 6月(就労可)\n仮の日"))
  }

  @Test func `fills what is empty and lists what differs`() throws {
    let desk = try Desk()
    let status = ImportPart(.residence, values: ["statusOfResidence": .code("student")])
    _ = try take([Self.row([status])], desk)
    let report = try take([Self.row([Self.student])], desk)
    #expect(report.rows[0].fate == .changed)
    #expect(try all(.residence, desk).map { $0["expires"] } == [.day("2028-01-18")])
    var other = Self.student
    other.values["statusOfResidence"] = .code("long_term_resident")
    other.values["expires"] = .day("2029-01-18")
    let different = try take([Self.row([other, Self.mayWork])], desk)
    expectNoDifference(
      different.rows[0].differences,
      [
        FieldConflict(
          "statusOfResidence", yours: .code("long_term_resident"), theirs: .code("student")),
        FieldConflict("stayExpires", yours: .day("2029-01-18"), theirs: .day("2028-01-18")),
      ])
    #expect(try all(.residence, desk).count == 1)
  }

  @Test func `lets the sheet win by a new row of the history`() throws {
    let desk = try Desk()
    _ = try take([Self.row([Self.student])], desk)
    var renewed = Self.student
    renewed.values["expires"] = .day("2029-01-18")
    for expected in [ImportReport.Fate.changed, .unchanged] {
      let report = try take([Self.row([renewed])], desk, overwrite: ["stayExpires"])
      #expect(report.rows[0].fate == expected && report.rows[0].differences.isEmpty)
    }
    let rows = try all(.residence, desk)
    #expect(rows.map { $0["expires"] } == [.day("2029-01-18"), .day("2028-01-18")])
    #expect(rows.allSatisfy { $0["statusOfResidence"] == .code("student") })
    #expect(rows[0]["on"] == .date(Desk.today))
  }

  @Test func `puts nothing into what rests on a paper`() throws {
    let desk = try Desk()
    let first = try take([Self.row([])], desk)
    let about = try #require(first.rows[0].link).address.id
    let paper = try desk.add(
      .document,
      [
        "case": .to(.case, about), "type": .code("residence_card"), "on": .day("2026-09-02"),
        "seenBy": .to(.staff, RecordID(1)),
      ])
    let evidence: [String: FieldValue] = [
      "case": .to(.case, about), "on": .day("2026-09-02"), "document": .to(.document, paper),
      "confirmedBy": .to(.staff, RecordID(1)), "confirmedOn": .day("2026-09-02"),
    ]
    try desk.add(
      .residence, evidence.merging(["statusOfResidence": .code("student")]) { $1 })
    try desk.add(
      .workPermission, evidence.merging(["workPermission": .code("part_time_permission")]) { $1 })
    let report = try take([Self.row([Self.student, Self.mayWork, Self.card])], desk)
    #expect(report.rows[0].fate == .unchanged)
    #expect(
      report.rows[0].differences.map(\.field) == [
        "stayExpires", "workPermission", "residenceCardExpires", "residenceCardNumber",
      ])
    #expect(try desk.card(.case, about)["workPermission"] == .code("part_time_permission"))
  }

  @Test func `keeps the end of a stay whose status nobody wrote down`() throws {
    let desk = try Desk()
    let end = ImportPart(.residence, values: ["expires": .day("2026-08-05")])
    _ = try take([Self.row([end])], desk)
    let row = try #require(all(.residence, desk).first)
    #expect(row["statusOfResidence"] == .code("other") && row["on"] == .day("2026-08-05"))
    #expect(row["notes"] == .text("仮の日\n資格不明"))
  }

  @Test func `refuses a day that cannot be, by the name of its column`() throws {
    let desk = try Desk()
    var late = Self.student
    late.values["on"] = .day("2030-01-01")
    let report = try take([Self.row([late])], desk)
    guard case .refused(let problems) = report.rows[0].fate else {
      Issue.record("not refused")
      return
    }
    #expect(problems.map(\.field).contains("residenceOn"))
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(0))
  }
}
