import CaseStore
import Casework
import Testing

/// What the law asks of the organisation itself stands on Today among the deadlines; what else has a day
/// stands further below.
@Suite struct `Days of the organisation` {
  private func sections(_ desk: Desk, _ kind: RecordKind) throws -> [TodaySection] {
    try TodaySection.allCases.filter { section in
      try section.queries(Desk.today).filter { $0.kind == kind }.contains { query in
        try !desk.store.page(query, .first, count: 9).cards.isEmpty
      }
    }
  }

  @Test(
    arguments: [(-5, TodaySection.overdue), (-2, .today), (-1, .week), (0, .week)])
  func `an incident stands where its report is due`(found: Int, section: TodaySection) throws {
    let desk = try Desk()
    let id = try desk.add(
      .incident,
      [
        "name": .text("x"), "on": .date(Desk.today.adding(days: found)), "people": .number(1),
      ])
    #expect(try sections(desk, .incident) == [section])
    // Reported, it asks for the final report, and closed for nothing.
    try desk.change(.incident, id, ["reportedOn": .date(Desk.today)])
    #expect(try sections(desk, .incident) == [.later])
    try desk.change(.incident, id, ["closedOn": .date(Desk.today)])
    #expect(try sections(desk, .incident) == [])
    // What is taken back asks again.
    _ = try desk.store.undo()
    #expect(try sections(desk, .incident) == [.later])
  }

  @Test func `a duty asks until it is done`() throws {
    let desk = try Desk()
    let id = try desk.add(
      .duty, ["type": .code("placement_report"), "due": .date(Desk.today.adding(days: 3))])
    #expect(try sections(desk, .duty) == [.week])
    try desk.change(.duty, id, ["done": .date(Desk.today)])
    // What is left is that of the next year.
    #expect(try sections(desk, .duty) == [.later])
    // Where nobody set a day, the law's.
    let next = try desk.add(.duty, ["type": .code("placement_report")])
    let due = try #require(try desk.card(.duty, next).value(of: \Duty.due))
    #expect(due.month == 4 && due.day == 30 && due >= Desk.today)
  }

  private func duties(_ desk: Desk) throws -> [String] {
    try desk.store.page(ListQuery(.duty), .first, count: 20).cards.map { card in
      let duty = Duty(card)
      return [duty.type.rawValue, duty.due?.description, duty.until?.description]
        .compactMap(\.self).joined(separator: " ") + (duty.done == nil ? "" : " done")
    }.sorted()
  }

  @Test func `a report that is done makes the next, once`() throws {
    let desk = try Desk()
    let year = Desk.today.year + 1
    let id = try desk.add(
      .duty, ["type": .code("placement_report"), "name": .text("2025"), "licence": .text("13-1")])
    #expect(try duties(desk) == ["placement_report \(year)-04-30"])
    try desk.change(.duty, id, ["done": .date(Desk.today)])
    let both = ["placement_report \(year)-04-30 done", "placement_report \(year + 1)-04-30"]
    #expect(try duties(desk) == both)
    // Taken back, both are as they were; said again, there is one and no more.
    _ = try desk.store.undo()
    #expect(try duties(desk) == ["placement_report \(year)-04-30"])
    try desk.change(.duty, id, ["done": .date(Desk.today)])
    try desk.change(.duty, id, ["done": .absent])
    try desk.change(.duty, id, ["done": .date(Desk.today.adding(days: -1))])
    #expect(try duties(desk) == both)
  }

  @Test func `a licence that is renewed gives the days of the next`() throws {
    let desk = try Desk()
    let id = try desk.add(
      .duty,
      ["type": .code("placement_licence"), "until": .date(Desk.today.adding(months: 4))])
    try desk.change(.duty, id, ["done": .date(Desk.today)])
    // 3 February 2027 is renewed to 3 February 2032, three months before which it is asked for again.
    #expect(
      try duties(desk) == [
        "placement_licence 2026-11-03 2027-02-03 done", "placement_licence 2031-11-03 2032-02-03",
      ])
  }

  @Test func `what was owed long ago makes nothing that is over`() throws {
    let desk = try Desk()
    for year in [2021, 2024] {
      try desk.add(
        .duty,
        [
          "type": .code("placement_report"), "done": .date(Desk.today),
          "due": .date(try #require(CivilDate(year: year, month: 4, day: 30))),
        ])
    }
    // Over a year ago: neither 2022 nor 2025, which is over in October 2026.
    #expect(try duties(desk).count == 2)
  }

  @Test func `a visit and the end of an allowance are planned`() throws {
    let desk = try Desk()
    let record = FieldValue.to(.case, try desk.addCase("HASSAN"))
    let day = FieldValue.date(Desk.today.adding(days: -40))
    let held = try desk.add(
      .detention,
      [
        "case": record, "place": .text("x"), "on": day,
        "nextVisit": .date(Desk.today.adding(days: 4)),
      ])
    _ = try desk.add(
      .allowance,
      [
        "case": record, "on": day, "result": .code("granted"), "resultOn": day,
        "until": .date(Desk.today.adding(days: 20)),
      ])
    #expect(try sections(desk, .detention) == [.commitments])
    #expect(try sections(desk, .allowance) == [.commitments])
    // A visit is a contact, and stands on the page of the detention.
    let visit = try desk.add(
      .contact,
      [
        "case": record, "on": .date(Desk.today), "medium": .code("visit"),
        "detention": .to(.detention, held),
      ])
    let detail = try desk.store.detail(RecordAddress(.detention, held), limit: 9)
    #expect(detail.timeline.map(\.address) == [RecordAddress(.contact, visit)])
    let other = FieldValue.to(.case, try desk.addCase("OTHER"))
    #expect(
      problems {
        try desk.add(
          .contact,
          ["case": other, "on": .date(Desk.today), "detention": .to(.detention, held)])
      } == ["detention": .otherCase])
    // The page of the case says what is under way.
    _ = try desk.add(.application, ["case": record, "on": day, "type": .code("change")])
    _ = try desk.add(
      .application,
      ["case": record, "on": day, "type": .code("reentry"), "result": .code("granted")])
    let page = try desk.store.detail(
      RecordAddress(.case, try #require(record.asLink).address.id), limit: 9)
    #expect(page.detentions.map(\.address.id) == [held] && page.applications.count == 1)
  }
}
