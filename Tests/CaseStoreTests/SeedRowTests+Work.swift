@testable import CaseStore
import Casework
import Testing

/// Rows 1 to 13: the work with people, companies and supporters.
extension `A row of the domain` {
  static func enterWork(_ row: Int, _ desk: Desk) throws -> Entered? {
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
        ["indicator": .code("job_matches"), "value": .number(51), "upTo": .day("2026-09-30")]
      ) { _ in [(try Self.number(desk, .jobMatches), .number(1))] }
    case 3, 5:
      let hire = try hire(
        desk, ["startedOn": day, "colleagues": .number(80), "annualPay": .number(3_000_000)])
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
}
