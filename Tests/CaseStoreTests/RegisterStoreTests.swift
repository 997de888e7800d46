@testable import CaseStore
import Casework
import GRDB
import Testing

/// The rules of the registers, over a real store.
@Suite struct RegisterStoreTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// What of a kind leaves the house in a file.
  static func leaving(_ desk: Desk, _ kind: RecordKind) throws -> [RecordAddress] {
    var found: [RecordAddress] = []
    try desk.store.forEach(ListQuery(kind), fields: [], leaving: true) { found.append($0.address) }
    return found
  }

  private func leaving() throws -> Int { try Self.leaving(desk, .story).count }

  private func story(_ person: RecordID, _ stage: String) throws -> RecordID {
    try desk.add(
      .story, ["case": .to(.case, person), "title": .text("x"), "stage": .code(stage)])
  }

  @Test func `no story is published without consent to publicity`() throws {
    let person = try desk.addCase("A")
    let told = refusal { try story(person, "published") }
    guard case .problems(let problems)? = told else {
      Issue.record("\(String(describing: told))")
      return
    }
    #expect(problems.map(\.code) == [.consentRequired])
    let draft = try story(person, "draft")
    #expect(throws: Refusal.self) { try desk.change(.story, draft, ["stage": .code("approved")]) }
    try desk.consent(person, .publicity)
    try desk.change(.story, draft, ["stage": .code("published")])
    #expect(try desk.card(.story, draft)["publishedOn"] == .date(Desk.today))
    #expect(try leaving() == 1)
  }

  @Test func `a story is told no more once its person takes the consent back`() throws {
    let person = try desk.addCase("A")
    let consent = try desk.consent(person, .publicity)
    let other = try desk.addCase("B")
    try desk.consent(other, .publicity)
    let (mine, theirs) = (try story(person, "published"), try story(other, "published"))
    #expect(try leaving() == 2)
    try desk.change(.consent, consent, ["status": .code("withdrawn")])
    #expect(try desk.card(.story, mine)["stage"] == .code("withdrawn"))
    #expect(try Self.leaving(desk, .story) == [RecordAddress(.story, theirs)])
    // Staff still find it, to take it down where it stands.
    #expect(try desk.store.count(ListQuery(.story)).value == 2)
    _ = try desk.store.undo()
    #expect(try desk.card(.story, mine)["stage"] == .code("published"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  /// Nobody marks it: the day passes.
  @Test func `a story leaves no more after its consent has run out`() throws {
    let person = try desk.addCase("A")
    try desk.consent(person, .publicity, ["expires": .date(Desk.today.adding(days: 5))])
    _ = try story(person, "published")
    #expect(try leaving() == 1)
    desk.now = Instant(desk.now.rawValue + 6 * 86_400)
    #expect(try leaving() == 0)
  }

  @Test func `a voice leads to no person`() throws {
    let fields = RecordDescription.of(.voice).fields
    let led = fields.compactMap { field in
      if case .reference(let kind) = field.shape { kind } else { nil }
    }
    #expect(led == [.salon] && !RecordDescription.of(.voice).concernsCase)
    let salon = try desk.add(.salon, ["theme": .text("x"), "date": .date(Desk.today)])
    func say(_ words: String) throws {
      try desk.add(
        .voice, ["salon": .to(.salon, salon), "topic": .text("x"), "words": .text(words)])
    }
    try say("2019-2021年は入管にいました。電話は 12345678 です。")
    for words in ["案件2026-0042の人です", "コードK7Q2-M9XA", "case ２０２６－００４２"] {
      #expect(throws: Refusal.self, "\(words)") { try say(words) }
    }
  }

  @Test func `a pledge is due six months after it was told of`() throws {
    let pledge = try desk.add(.pledge, ["name": .text("x"), "pledgedOn": .day("2026-03-31")])
    func due() throws -> FieldValue { try desk.card(.pledge, pledge)["updateDue"] }
    #expect(try due() == .day("2026-09-30"))
    func tell(_ day: String, _ stage: String) throws -> RecordID {
      try desk.add(
        .pledgeUpdate,
        [
          "pledge": .to(.pledge, pledge), "on": .day(day), "stage": .code(stage),
          "progress": .text("x"),
        ])
    }
    let last = try tell("2026-08-31", "in_progress")
    #expect(try due() == .day("2027-02-28"))
    // What is entered late says nothing of today.
    _ = try tell("2026-05-01", "stalled")
    #expect(try due() == .day("2027-02-28"))
    #expect(try desk.card(.pledge, pledge)["stage"] == .code("in_progress"))
    try desk.change(.pledgeUpdate, last, ["on": .day("2026-04-30")])
    #expect(try due() == .day("2026-11-01"))
    for months in 0..<48 {
      let day = CivilDate(year: 2022, month: 8, day: 31)?.adding(months: months) ?? Desk.today
      let other = try desk.add(.pledge, ["name": .text("y"), "pledgedOn": .date(day)])
      #expect(try desk.card(.pledge, other)["updateDue"] == .date(day.adding(months: 6)))
    }
  }

  @Test func `what is due of pledges, reports and campaigns stands on Today`() throws {
    let stale = try desk.add(.pledge, ["name": .text("stale"), "pledgedOn": .day("2026-01-10")])
    try desk.add(.pledge, ["name": .text("fresh"), "pledgedOn": .day("2026-09-10")])
    try desk.add(
      .pledge,
      ["name": .text("over"), "pledgedOn": .day("2026-01-10"), "stage": .code("fulfilled")])
    let campaign = try desk.add(
      .campaign,
      [
        "name": .text("x"), "start": .day("2026-09-20"), "end": .day("2026-10-20"),
        "goal": .number(200),
      ])
    let programme = try desk.add(
      .fundedProgramme, ["name": .text("x"), "start": .day("2026-04-01")])
    func report(_ due: String, done: FieldValue = .absent) throws -> RecordID {
      try desk.add(
        .grantReport,
        ["programme": .to(.fundedProgramme, programme), "due": .day(due), "done": done])
    }
    let late = try report("2026-09-30")
    _ = try report("2026-12-30")
    _ = try report("2026-09-29", done: .day("2026-09-28"))
    func onToday() throws -> Set<RecordAddress> {
      let pages = try TodaySection.commitments.queries(Desk.today).map {
        try desk.store.page($0, .first, count: 60).cards.map(\.address)
      }
      return Set(pages.joined())
    }
    #expect(
      try onToday() == [
        RecordAddress(.pledge, stale), RecordAddress(.campaign, campaign),
        RecordAddress(.grantReport, late),
      ])
    try desk.change(.grantReport, late, ["done": .date(Desk.today)])
    try desk.change(.campaign, campaign, ["closedOn": .date(Desk.today)])
    #expect(try onToday() == [RecordAddress(.pledge, stale)])
  }

  @Test func `a report is about what we give or what we get, and not both`() throws {
    let programme = try desk.add(
      .fundedProgramme, ["name": .text("x"), "start": .date(Desk.today)])
    let partner = try desk.add(.partner, ["name": .text("x")])
    let grant = try desk.add(
      .grant,
      [
        "name": .text("x"), "partner": .to(.partner, partner), "amount": .number(1),
        "decidedOn": .date(Desk.today),
      ])
    let both: [String: FieldValue] = [
      "grant": .to(.grant, grant), "programme": .to(.fundedProgramme, programme),
    ]
    for values in [both, [:]] {
      #expect(throws: Refusal.self) {
        try desk.add(.grantReport, values.merging(["due": .date(Desk.today)]) { $1 })
      }
    }
  }

  @Test func `a campaign counts who joined by it, whatever becomes of them`() throws {
    let campaigns = try ["a", "b"].map {
      try desk.add(
        .campaign,
        [
          "name": .text($0), "start": .day("2026-09-01"), "end": .day("2026-09-30"),
          "goal": .number(10),
        ])
    }
    func numbers(_ index: Int) throws -> [FieldValue] {
      let card = try desk.card(.campaign, campaigns[index])
      return [card["joined"], card["monthlyValue"]]
    }
    func join(_ status: String) throws -> RecordID {
      try desk.add(
        .supporter,
        [
          "name": .text("x"), "status": .code(status), "monthlyAmount": .number(1500),
          "campaign": .to(.campaign, campaigns[0]),
        ])
    }
    let first = try join("active")
    _ = try join("applied")
    #expect(try numbers(0) == [.number(1), .number(1500)])
    try desk.change(.supporter, first, ["status": .code("left")])
    #expect(try desk.card(.supporter, first)["leftOn"] == .date(Desk.today))
    #expect(try numbers(0) == [.number(1), .number(0)])
    try desk.change(.supporter, first, ["campaign": .to(.campaign, campaigns[1])])
    #expect(try numbers(0) == [.number(0), .number(0)])
    #expect(try numbers(1) == [.number(1), .number(0)])
  }

  /// A migration writes columns alone; what keeps an identity is made for every kind alike.
  @Test(arguments: RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore })
  func `every kind keeps the identity of its records`(kind: RecordKind) throws {
    let parts = try desk.raw { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE tbl_name = ? AND type <> 'table'",
        arguments: [kind.rawValue])
    }
    for part in ["Identified", "StaysItself"] {
      #expect(parts.contains(kind.rawValue + part))
    }
  }
}
