@testable import CaseStore
import Casework
import Testing

/// Every system that the organisations told of has its place: what is entered about it is shown, found
/// and counted.
@Suite struct `A row of the domain` {
  /// What was entered for a row, and what must come of it.
  struct Entered {
    var kind: RecordKind
    var id: RecordID
    /// What its page says.
    var shown: [String: FieldValue]
    /// The list it is found in.
    var found: ListQuery
    /// What is counted, as it came out and as it must.
    var reported: [(FieldValue, FieldValue)] = []
  }

  /// Section 1 of the domain, by number and by what the seed calls it.
  static let rows: [(number: Int, name: String)] = [
    (1, "WELgee Salon"), (2, "refugee homestays"), (3, "employment coordination"),
    (4, "51 successful job matches"), (5, "a refugee colleague"), (6, "150 probonos"),
    (7, "barriers"), (8, "Partnering with more companies"), (9, "WELgee Family"),
    (10, "regardless of residency status"), (12, "news of hires"),
    (13, "Global Exchange of Knowledge"), (14, "over 40 pledges"), (15, "four objectives"),
    (16, "refugee participation in each pledge"), (17, "money of a pledge"),
    (18, "JBF and Music Brings Us Together"), (19, "working groups and DX"),
    (20, "Global Attitudes survey"), (21, "symposium"), (22, "year 1 of 3"),
    (23, "activities by city"), (24, "missions"), (25, "alternatives to detention"),
    (26, "grants given"), (27, "local governments"), (28, "named actors"),
  ]

  @Test(arguments: rows.map(\.number))
  func `is created, shown, found and reported`(number: Int) throws {
    let desk = try Desk()
    let entered = try #require(try Self.enter(number, desk))
    let card = try desk.card(entered.kind, entered.id)
    for (field, value) in entered.shown { #expect(card[field] == value, "\(number) \(field)") }
    let page = try desk.store.page(entered.found, .first, count: 9)
    #expect(page.cards.map(\.address).contains(RecordAddress(entered.kind, entered.id)))
    #expect(!entered.reported.isEmpty)
    for (got, wanted) in entered.reported { #expect(got == wanted, "\(number)") }
  }

  /// Row 11: figures of the world are no records; they are a table with sources, at the foot of each
  /// report.
  @Test func `context figures have their source and their day`() throws {
    let figures = Dictionary(uniqueKeysWithValues: ContextFigure.all.map { ($0.code, $0) })
    for (code, value) in [("displaced", 123_200_000), ("foreign_residents", 3_580_000)] {
      let figure = try #require(figures[code])
      #expect(figure.value == value && !figure.source.isEmpty)
    }
  }

  private static let day = FieldValue.date(Desk.today)

  private static func partner(_ desk: Desk, _ name: String) throws -> RecordID {
    try desk.add(.partner, ["name": .text(name)])
  }

  /// A record of a kind with these values, found by a word, and what is reported of it.
  private static func one(
    _ desk: Desk, _ kind: RecordKind, _ values: [String: FieldValue], word: String = "",
    where filter: FieldFilter? = nil, _ reported: (RecordID) throws -> [(FieldValue, FieldValue)]
  ) throws -> Entered {
    let id = try desk.add(kind, values)
    return Entered(
      kind: kind, id: id, shown: values.filter { if case .link = $0.value { false } else { true } },
      found: ListQuery(kind, search: word, filters: [filter].compactMap(\.self)),
      reported: try reported(id))
  }

  private static func number(_ desk: Desk, _ indicator: Indicator) throws -> FieldValue {
    .number(Int(try desk.store.number(indicator) ?? -1))
  }

  private static func count(_ desk: Desk, _ query: ListQuery) throws -> FieldValue {
    .number(try desk.store.count(query).value)
  }

  private static func hire(
    _ desk: Desk, _ more: [String: FieldValue] = [:]
  ) throws -> (case: RecordID, values: [String: FieldValue]) {
    let person = try desk.addCase("SARA")
    let company = try desk.add(.company, ["name": .text("青葉食品")])
    let values: [String: FieldValue] = [
      "case": .to(.case, person), "company": .to(.company, company), "occupation": .text("調理"),
      "on": day, "offerAcceptedOn": day,
    ]
    return (person, values.merging(more) { $1 })
  }

  static func enter(_ number: Int, _ desk: Desk) throws -> Entered? {
    if number <= 13 { return try enterWork(number, desk) }
    return number <= 19 ? try enterPledges(number, desk) : try enterAround(number, desk)
  }

  private static func enterWork(_ row: Int, _ desk: Desk) throws -> Entered? {
    switch row {
    case 1:
      return try one(
        desk, .salon,
        [
          "theme": .text("ともに食べる夕べ"), "date": day, "status": .code("held"),
          "headcountRefugees": .number(5), "headcountCitizens": .number(9),
        ], word: "夕べ"
      ) { [(try desk.card(.salon, $0)["visits"], .number(14))] }
    case 2:
      let guest = try desk.addCase("A")
      let host = try desk.addHost("清水家")
      return try one(
        desk, .homestay, ["case": .to(.case, guest), "host": .to(.host, host), "start": day],
        where: .open
      ) { _ in [(try count(desk, ListQuery(.homestay, filters: [.open])), .number(1))] }
    case 4:
      let match = try hire(desk)
      try desk.add(.placement, match.values)
      return try one(
        desk, .baseline,
        ["indicator": .code("job_matches"), "number": .number(51), "upTo": .day("2026-09-30")]
      ) { _ in [(try Self.number(desk, .jobMatches), .number(1))] }
    case 3, 5:
      let hire = try hire(desk, ["colleagues": .number(80), "annualPay": .number(3_000_000)])
      return try one(desk, .placement, hire.values, word: "調理") { _ in
        switch row {
        case 3: [(try Self.number(desk, .companies), .number(1))]
        default: [(try Self.number(desk, .colleagues), .number(80))]
        }
      }
    case 6:
      let volunteer = try desk.addVolunteer("内山")
      for (type, minutes) in [("training", 120), ("activity", 90), ("activity", 60)] {
        try desk.add(
          .volunteerWork,
          [
            "volunteer": .to(.volunteer, volunteer), "on": day, "minutes": .number(minutes),
            "type": .code(type),
          ])
      }
      let card = try desk.card(.volunteer, volunteer)
      return Entered(
        kind: .volunteer, id: volunteer, shown: ["minutes": .number(150), "trainedOn": day],
        found: ListQuery(.volunteer, search: "内山"), reported: [(card["lastActiveOn"], day)])
    case 7:
      let hire = try hire(desk, ["barriers": .codes(["language", "residence"])])
      try desk.change(.case, hire.case, ["barriers": .codes(["information"])])
      return try one(desk, .placement, hire.values, word: "調理") { _ in
        [(try desk.card(.case, hire.case)["barriers"], .codes(["information"]))]
      }
    case 8:
      return try one(
        desk, .company, ["name": .text("若葉工業"), "stage": .code("mou")], word: "若葉"
      ) { _ in [(try Self.number(desk, .companies), .number(1))] }
    case 9:
      let campaign = try desk.add(
        .campaign,
        ["name": .text("冬の募集"), "start": day, "end": day, "goal": .number(200)])
      return try one(
        desk, .supporter,
        [
          "name": .text("上田"), "status": .code("active"), "monthlyAmount": .number(1000),
          "campaign": .to(.campaign, campaign), "joinedOn": day,
        ], word: "上田"
      ) { _ in
        let card = try desk.card(.campaign, campaign)
        return [(card["joined"], .number(1)), (card["monthlyValue"], .number(1000))]
      }
    case 10:
      let person = try desk.addCase("B")
      return try one(
        desk, .supportCategory,
        ["case": .to(.case, person), "on": day, "supportCategory": .code("de_facto_refugee")]
      ) { _ in [(try desk.card(.case, person)["supportCategory"], .code("de_facto_refugee"))] }
    case 12:
      let person = try desk.addCase("D")
      try desk.consent(person, .publicity)
      return try one(
        desk, .story,
        ["case": .to(.case, person), "title": .text("調理の仕事"), "stage": .code("published")],
        word: "調理"
      ) { _ in [(.number(try RegisterStoreTests.leaving(desk, .story).count), .number(1))] }
    default:
      return try one(
        desk, .exchange,
        [
          "partner": .to(.partner, try partner(desk, "ソウル")), "on": day,
          "topic": .text("到着後の住居"), "direction": .code("mutual"),
        ], word: "住居"
      ) { _ in [(try count(desk, ListQuery(.exchange)), .number(1))] }
    }
  }

  private static func enterPledges(_ row: Int, _ desk: Desk) throws -> Entered? {
    switch row {
    case 14, 15, 16, 17:
      let id = try desk.add(
        .pledge,
        [
          "name": .text("奨学金"), "objective": .code("enhancing_refugee_self_reliance"),
          "committed": .number(6_000_000), "currency": .code("USD"), "firstYear": .number(2023),
          "lastYear": .number(2025), "pledgedOn": .day("2026-01-31"),
        ])
      try desk.add(
        .pledgeUpdate,
        [
          "pledge": .to(.pledge, id), "on": .day("2026-08-31"), "stage": .code("in_progress"),
          "participation": .code("co_designed"), "disbursed": .number(4_000_000),
          "progress": .text("進んでいる"),
        ])
      return Entered(
        kind: .pledge, id: id,
        shown: [
          "stage": .code("in_progress"), "participation": .code("co_designed"),
          "disbursed": .number(4_000_000), "currency": .code("USD"),
          "updatedOn": .day("2026-08-31"), "updateDue": .day("2027-02-28"),
        ], found: ListQuery(.pledge, search: "奨学金"),
        reported: [
          (
            try count(
              desk,
              ListQuery(
                .pledge,
                filters: [
                  FieldFilter("objective", .equals(.code("enhancing_refugee_self_reliance")))
                ])), .number(1)
          )
        ])
    case 18:
      let partner = try desk.add(
        .partner, ["name": .text("全日本仏教会"), "networkSize": .number(60)])
      return try one(
        desk, .outreach,
        [
          "name": .text("音楽でつながる夕べ"), "type": .code("music"), "on": day,
          "partner": .to(.partner, partner), "reached": .number(320),
        ], word: "音楽"
      ) { _ in [(try desk.card(.partner, partner)["networkSize"], .number(60))] }
    default:
      let group = try desk.add(.workingGroup, ["name": .text("住まい分科会")])
      let person = try desk.addCase("E")
      let candidate = try desk.add(
        .candidate, ["case": .to(.case, person), "on": day, "training": .codes(["digital"])])
      try desk.add(
        .salon,
        ["theme": .text("第1回"), "date": day, "workingGroup": .to(.workingGroup, group)])
      let meetings = FieldFilter("workingGroup", .equals(.to(.workingGroup, group)))
      return Entered(
        kind: .workingGroup, id: group, shown: ["name": .text("住まい分科会")],
        found: ListQuery(.workingGroup, search: "住まい"),
        reported: [
          (try count(desk, ListQuery(.salon, filters: [meetings])), .number(1)),
          (try desk.card(.candidate, candidate)["training"], .codes(["digital"])),
        ])
    }
  }

  private static func enterAround(_ row: Int, _ desk: Desk) throws -> Entered? {
    func programme() throws -> RecordID {
      try desk.add(
        .fundedProgramme,
        [
          "name": .text("対話事業"), "type": .code("grant"), "start": day, "year": .number(1),
          "years": .number(3), "budget": .number(10_274_005),
          "funder": .to(.partner, try partner(desk, "みなも財団")),
        ])
    }
    switch row {
    case 20:
      return try one(
        desk, .survey,
        ["name": .text("市民の意識調査"), "start": day, "sample": .number(1000)], word: "意識"
      ) { [(try desk.card(.survey, $0)["sample"], .number(1000))] }
    case 21:
      let salon = try desk.add(
        .salon,
        [
          "theme": .text("シンポジウム"), "date": day, "type": .code("symposium"),
          "status": .code("held"), "headcountParliamentarians": .number(3),
          "headcountOrganisations": .number(14),
        ])
      return try one(
        desk, .eventSession,
        [
          "salon": .to(.salon, salon), "title": .text("基調報告"),
          "languages": .codes(["ja", "en"]),
        ], word: "基調"
      ) { _ in [(try desk.card(.salon, salon)["visits"], .number(17))] }
    case 22, 23:
      let id = try programme()
      let activity = try desk.add(
        .activity,
        [
          "programme": .to(.fundedProgramme, id), "name": .text("グループ討議"),
          "city": .text("大阪"), "planned": .number(10), "doneElsewhere": .number(2),
        ])
      let salon = try desk.add(
        .salon,
        [
          "theme": .text("大阪の討議"), "date": day, "status": .code("held"),
          "activity": .to(.activity, activity),
        ])
      if row == 22 {
        return Entered(
          kind: .fundedProgramme, id: id,
          shown: ["budget": .number(10_274_005), "planned": .number(10), "done": .number(3)],
          found: ListQuery(.fundedProgramme, search: "対話"),
          reported: [(try desk.card(.activity, activity)["done"], .number(3))])
      }
      // A gathering that was not held after all counts no more.
      try desk.change(.salon, salon, ["status": .code("cancelled")])
      return Entered(
        kind: .activity, id: activity, shown: ["done": .number(2), "city": .text("大阪")],
        found: ListQuery(.activity, search: "大阪"),
        reported: [(try desk.card(.fundedProgramme, id)["done"], .number(2))])
    case 24:
      let id = try programme()
      return try one(
        desk, .mission,
        [
          "purpose": .text("年次協議"), "country": .code("CHE"), "start": day,
          "programme": .to(.fundedProgramme, id),
        ], word: "協議"
      ) { _ in
        let own = FieldFilter("programme", .equals(.to(.fundedProgramme, id)))
        return [(try count(desk, ListQuery(.mission, filters: [own])), .number(1))]
      }
    case 25:
      let person = try desk.addCase("F")
      let salon = try desk.add(
        .salon, ["theme": .text("円卓"), "date": day, "type": .code("roundtable")])
      try desk.add(
        .voice,
        ["salon": .to(.salon, salon), "topic": .text("収容"), "words": .text("眠れません。")])
      return try one(
        desk, .residence,
        [
          "case": .to(.case, person), "on": day, "statusOfResidence": .code("none"),
          "stayBasis": .code("in_detention"), "detainedAt": .text("牛久"),
          "alternative": .code("monitoring_measures"), "alternativeOn": day,
        ], word: ""
      ) { _ in [(try count(desk, ListQuery(.voice, search: "眠れ")), .number(1))] }
    case 26:
      let grantee = try partner(desk, "しおさい")
      let grant = try desk.add(
        .grant,
        [
          "name": .text("学習室"), "partner": .to(.partner, grantee), "amount": .number(3_500_000),
          "decidedOn": day, "purpose": .code("education"),
        ])
      try desk.add(.grantReport, ["grant": .to(.grant, grant), "due": .day("2026-10-01")])
      let section = TodaySection.commitments.queries(Desk.today)
      return Entered(
        kind: .grant, id: grant, shown: ["amount": .number(3_500_000)],
        found: ListQuery(.grant, search: "学習室"),
        reported: [
          (
            try count(desk, try #require(section.first { $0.kind == .grantReport })), .number(1)
          )
        ])
    case 27:
      return try one(
        desk, .municipality,
        [
          "name": .text("豊島区"), "prefecture": .code("13"), "contactDesk": .text("国際課"),
          "offers": .codes(["housing", "language_class"]),
        ], word: "豊島", where: FieldFilter("prefecture", .equals(.code("13")))
      ) { _ in [(try count(desk, ListQuery(.municipality)), .number(1))] }
    default:
      for partner in PartnerOrganisation.known {
        try desk.add(.partner, partner.changes(since: nil))
      }
      let page = try desk.store.page(
        ListQuery(.partner, search: "APRRN"), .first, count: 9)
      let card = try #require(page.cards.first)
      let names = ["MOFA", "JICA", "UNHCR", "FRJ", "APRRN", "APNOR", "JPF", "RHQ", "JBF"]
      return Entered(
        kind: .partner, id: card.address.id,
        shown: ["nameEnglish": .text("Asia Pacific Refugee Rights Network (APRRN)")],
        found: ListQuery(.partner, search: "アジア太平洋難民の権利"),
        reported: try names.map {
          (.flag(try desk.store.count(ListQuery(.partner, search: $0)).value > 0), .flag(true))
        })
    }
  }
}
