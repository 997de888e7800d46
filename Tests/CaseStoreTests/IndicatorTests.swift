import Casework
import CustomDump
import GRDB
import Labels
import TestSupport
import Testing

@testable import CaseStore

@Suite struct `An indicator` {
  private let desk: Desk
  private let cases: [RecordID]

  /// Gatherings over three months with people of cases, guests and heads that were only counted, and
  /// placements at several stages.
  init() throws {
    let desk = try Desk()
    self.desk = desk
    cases = try (0..<6).map { try desk.addCase("Person \($0)") }
    var random = SplitMix(seed: 11)
    for month in 0..<3 {
      for _ in 0..<3 {
        let days = Int.random(in: 0..<5, using: &random)
        let date = Desk.today.adding(months: -month).adding(days: -days)
        let salon = try desk.add(
          .salon,
          [
            "theme": .text("茶話会"), "date": .date(date),
            "headcountCitizens": .number(Int.random(in: 0..<9, using: &random)),
          ])
        for person in cases where Bool.random(using: &random) {
          try desk.add(
            .attendance,
            [
              "salon": .to(.salon, salon), "case": .to(.case, person),
              "result": .code(
                ["attended", "attended", "registered", "unexcused_absence"]
                  .randomElement(using: &random) ?? ""),
            ])
        }
        for guest in ["森", "林", "佐藤"] where Bool.random(using: &random) {
          try desk.add(
            .attendance,
            [
              "salon": .to(.salon, salon), "guestName": .text(guest),
              "result": .code("attended"),
            ])
        }
      }
    }
  }

  @Test func `has a name and a sentence in both languages, and a code of its own`() {
    #expect(Set(Indicator.all.map(\.code)).count == Indicator.all.count)
    for words in LabelLanguage.allCases.map({ Words($0) }) {
      for indicator in Indicator.all {
        #expect(words.text(ifAny: indicator.labelKey) != nil, "\(indicator.code)")
        #expect(words.text(ifAny: indicator.labelKey + ".about") != nil, "\(indicator.code)")
      }
    }
  }

  @Test func `that is told since the beginning can be given a baseline`() {
    #expect(
      Indicator.all.filter(\.accumulates).map(\.code).sorted()
        == CountedIndicator.allCases.map(\.rawValue).sorted())
  }

  @Test func `counts the persons and visits that the database keeps for each gathering`() throws {
    let salons = try desk.store.page(ListQuery(.salon), .first, count: 99).cards
    #expect(salons.count == 9)
    let persons = try desk.store.numbers(.persons, by: "salon")
    var visits = 0
    for salon in salons {
      let kept = salon["persons"]
      let counted = persons.first { $0.group == .link(Link(salon.address)) }?.value ?? 0
      #expect(kept == .number(Int(counted)))
      if case .number(let number) = salon["visits"] { visits += number }
    }
    #expect(try desk.store.number(.visits) == Double(visits) && visits > 20)
  }

  @Test func `counts a period, and the list behind it holds the same`() throws {
    var sum = 0.0
    for month in 0..<4 {
      let first = Desk.today.adding(months: -month).firstOfMonth
      let period = first...first.lastOfMonth
      let cards = try desk.store.page(
        Indicator.persons.query(Desk.today, in: period), .first, count: 999
      ).cards
      let people = Set(
        cards.map { card -> String in
          if case .link(let link) = card["case"] { return link.title }
          return card["guestName"] == .absent ? "" : "\(card["guestName"])\(card["personRole"])"
        })
      #expect(try desk.store.number(.persons, in: period) == Double(people.count))
      sum += try desk.store.number(.visits, in: period) ?? 0
    }
    #expect(try desk.store.number(.visits) == sum)
  }

  @Test func `knows two cases of one person as one`() throws {
    let person = try #require(
      try desk.raw { db in
        try Int64.fetchOne(
          db, sql: "SELECT person FROM \"case\" WHERE id = ?", arguments: [cases[0].rawValue])
      })
    let again = try desk.add(
      .case, ["person": .to(.person, RecordID(person)), "opened": .date(Desk.today)])
    let before = try desk.store.number(.persons)
    let salon = try desk.add(.salon, ["theme": .text("x"), "date": .date(Desk.today)])
    for record in [cases[0], again] {
      try desk.add(
        .attendance,
        [
          "salon": .to(.salon, salon), "case": .to(.case, record), "result": .code("attended"),
        ])
    }
    let here = try desk.store.numbers(.persons, by: "salon").last
    #expect(here == IndicatorValue(group: .to(.salon, salon), value: 1))
    #expect(try desk.store.number(.persons) ?? 0 <= (before ?? 0) + 1)
  }

  @Test func `takes the middle of the days in a stage, stage by stage`() throws {
    #expect(try desk.store.number(.daysInStage) == nil)
    let company = try desk.add(.company, ["name": .text("青葉")])
    let start = desk.now
    for (days, person) in zip([0, 10, 40, 41, 100], cases) {
      desk.now = Instant(start.rawValue - Int64(days) * 86_400)
      try desk.add(
        .placement,
        [
          "case": .to(.case, person), "company": .to(.company, company),
          "on": .date(desk.now.dateInJapan),
          "stage": .code(days > 40 ? "cv_preparation" : "prospect"),
        ])
    }
    desk.now = start
    #expect(try desk.store.number(.daysInStage) == 40)
    let byStage = try desk.store.numbers(.daysInStage, by: "stage")
    #expect(
      byStage == [
        IndicatorValue(group: .code("cv_preparation"), value: 70.5),
        IndicatorValue(group: .code("prospect"), value: 10),
      ])
    #expect(
      refusal { try desk.store.numbers(.daysInStage, by: "notes") }
        == .problems([FieldProblem("notes", .notFound)]))
  }

  @Test func `does not stop at the count that lists stop at`() throws {
    try desk.execute(
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
      INSERT INTO followup ("case", action, due) SELECT 1, 'x', '2026-01-01' FROM n
      """)
    #expect(
      try desk.store.count(Indicator.overdue.query(Desk.today)) == ListCount(1000, isExact: false))
    #expect(try desk.store.number(.overdue) == 1500)
  }

  @Test func `is for staff`() throws {
    let volunteer = try desk.addVolunteer("内山")
    let session = try desk.open(as: .volunteer(volunteer))
    for indicator in Indicator.all {
      #expect(refusal { try session.number(indicator) } == .notPermitted)
    }
  }
}
