@testable import CaseStore
import Casework
import GRDB
import TestSupport
import Testing

@Suite struct `A report` {
  private let desk: Desk
  private let person: RecordID
  private let company: RecordID

  init() throws {
    desk = try Desk()
    person = try desk.addCase("A")
    company = try desk.add(.company, ["name": .text("青葉")])
  }

  private func match(_ day: String, _ occupation: String) throws {
    try desk.add(
      .placement,
      [
        "case": .to(.case, person), "company": .to(.company, company),
        "occupation": .text(occupation), "on": .day("2026-01-05"),
        "offerAcceptedOn": .day(day),
      ])
  }

  private static let layout = ReportLayout(
    "own", .month,
    [
      ReportLayout.Section("work", .lines, [ReportLayout.Item(.jobMatches, by: "company")]),
      ReportLayout.Section("months", .months, [ReportLayout.Item(.supportEntries)]),
      ReportLayout.Section("caseload", .lines, [ReportLayout.Item(.caseload, by: "owner")]),
    ])

  private var september: ReportPeriod {
    ReportPeriod(.month, containing: Desk.today, fiscalYearStart: 4).previous
  }

  private func line(
    _ period: ReportPeriod, _ section: Int = 0, before: ReportPeriod? = nil
  ) throws -> ReportLine {
    try desk.store.report(Self.layout, in: period, comparedWith: before).sections[section].lines[0]
  }

  @Test func `adds what was counted before the program was there`() throws {
    try match("2026-05-30", "a")
    try match("2026-08-31", "b")
    try match("2026-09-01", "c")
    try match("2026-10-01", "d")
    #expect(try line(september).total == ReportTotal(.exact(3), baseline: 0))
    func baseline(_ number: Int, _ day: String) throws {
      try desk.add(
        .baseline,
        [
          "indicator": .code("job_matches"), "value": .number(number), "upTo": .day(day),
          "source": .text("Annual report"),
        ])
    }
    // What it holds is not counted again.
    try baseline(51, "2026-05-31")
    #expect(try line(september).total == ReportTotal(.exact(53), baseline: 51))
    // A later one takes its place, but not in a report about the days before.
    try baseline(60, "2026-09-30")
    #expect(try line(september).total == ReportTotal(.exact(60), baseline: 60))
    #expect(try line(september.previous).total == ReportTotal(.exact(52), baseline: 51))
    #expect(
      try line(september.next).total == ReportTotal(.exact(61), baseline: 60))
    // Of some of the staff nobody knows what they did then.
    let mine = try desk.store.report(
      Self.layout, in: september, comparedWith: nil, of: [desk.store.viewerLink])
    #expect(mine.sections[0].lines[0].total == nil)
  }

  @Test func `says the groups by name, and those that were only there before`() throws {
    let other = try desk.add(.company, ["name": .text("北")])
    try match("2026-09-10", "a")
    try match("2026-09-11", "b")
    try desk.add(
      .placement,
      [
        "case": .to(.case, person), "company": .to(.company, other), "occupation": .text("c"),
        "on": .day("2026-01-05"), "offerAcceptedOn": .day("2026-08-02"),
      ])
    let line = try line(september, before: september.previous)
    #expect(line.value == .exact(2) && line.before == .exact(1))
    let names = line.parts.map { part -> String in
      if case .link(let link) = part.group { return link.title }
      return ""
    }
    #expect(names == ["青葉", "北"])
    #expect(line.parts.map(\.value) == [.exact(2), .exact(0)])
    #expect(line.parts.map(\.before) == [.exact(0), .exact(1)])
  }

  @Test func `is of one moment, and nobody waits for it`() throws {
    let other = try desk.open()
    var saved = 0
    let report = try desk.store.report(Self.layout, in: september, comparedWith: nil) { done, _ in
      // Another process saves while it is read.
      if done == 1, saved == 0 {
        saved += 1
        let added = try? other.save(
          Change(
            .case, values: ["nameRoman": .text("B"), "opened": .date(Desk.today)], command: "add"))
        #expect(added != nil)
      }
      return true
    }
    #expect(saved == 1)
    let caseload = report.sections[2].lines[0].value
    #expect(caseload == .exact(1))
    #expect(report.sections[1].lines[0].months == [.exact(0)])
    #expect(report.made == Desk.today && report.organisation == "ともに")
    #expect(report.context.count == 10 && report.context.allSatisfy { !$0.source.isEmpty })
  }

  @Test func `is for staff, and of fields that are there`() throws {
    let volunteer = try desk.addVolunteer("内山")
    let session = try desk.open(as: .volunteer(volunteer))
    #expect(
      refusal { try session.report(Self.layout, in: september, comparedWith: nil) }
        == .notPermitted)
    let wrong = ReportLayout(
      "own", .month,
      [ReportLayout.Section("x", .lines, [ReportLayout.Item(.jobMatches, by: "notes")])])
    #expect(
      refusal { try desk.store.report(wrong, in: september, comparedWith: nil) }
        == .problems([FieldProblem("notes", .notFound)]))
  }

  @Test func `begins its year where the organisation says`() throws {
    #expect(desk.store.organisation.fiscalYearStart == 4)
    try desk.store.beginFiscalYear(in: 7)
    #expect(try desk.open().organisation.fiscalYearStart == 7)
    #expect(
      refusal { try desk.store.beginFiscalYear(in: 13) }
        == .problems([FieldProblem("fiscalYearStart", .outOfRange)]))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  private static func word(_ value: FieldValue) -> String {
    switch value {
    case .code(let code): code
    default: value.asText ?? ""
    }
  }

  @Test func `keeps what people were supported by as the logs have it`() throws {
    func entries() throws -> [String] {
      try desk.store.page(ListQuery(.supportEntry), .first, count: 99).cards.map { card in
        Self.word(card["about"]) + " " + Self.word(card["serviceType"]) + Self.word(card["medium"])
      }
    }
    let service = try desk.add(
      .service,
      ["case": .to(.case, person), "on": .day("2026-09-01"), "serviceType": .code("legal")])
    let contact = try desk.add(
      .contact,
      [
        "case": .to(.case, person), "on": .day("2026-09-02"), "medium": .code("phone"),
        "contactMade": .flag(false),
      ])
    #expect(try entries() == ["SV-0001 legal"])
    try desk.change(.contact, contact, ["contactMade": .flag(true)])
    #expect(try entries() == ["CT-0001 phone", "SV-0001 legal"])
    try desk.change(.service, service, ["serviceType": .code("housing"), "on": .day("2026-09-03")])
    #expect(try entries() == ["SV-0001 housing", "CT-0001 phone"])
    try desk.change(.contact, contact, ["contactMade": .flag(false)])
    #expect(try entries() == ["SV-0001 housing"])
    for _ in 0..<4 { _ = try desk.store.undo() }
    #expect(try entries() == ["SV-0001 legal"])
    let add = refusal {
      try desk.store.save(
        Change(.supportEntry, values: ["on": .date(Desk.today)], command: "add"))
    }
    #expect(add == .notPermitted)
  }
}
