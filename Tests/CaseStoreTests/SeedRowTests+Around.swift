@testable import CaseStore
import Casework
import Testing

/// Rows 14 to 28: pledges, programmes and who they are kept with.
extension `A row of the domain` {
  static func enterPledges(_ row: Int, _ desk: Desk) throws -> Entered? {
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
      let group = try desk.add(
        .workingGroup, ["name": .text("住まい分科会"), "nextMeeting": .day("2026-10-20")])
      // Who has met for the last time is not counted down to.
      try desk.add(
        .workingGroup,
        ["name": .text("旧会"), "nextMeeting": .day("2026-10-21"), "endedOn": .day("2026-09-30")])
      let ahead = try #require(
        TodaySection.commitments.queries(Desk.today).first { $0.kind == .workingGroup })
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
          (try count(desk, ahead), .number(1)),
          (try desk.card(.candidate, candidate)["training"], .codes(["digital"])),
        ])
    }
  }

  static func enterAround(_ row: Int, _ desk: Desk) throws -> Entered? {
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
