import Casework
import CustomDump
import Labels
import Testing
import Wording

/// A plan for all who wait for a home in words.
@Suite struct `A plan of stays in words` {
  private static func link(_ kind: RecordKind, _ number: String, _ title: String) -> Link {
    Made.link(kind, number: number, title: title)
  }

  private static func proposal(
    _ number: String, from: Int, host: Link? = nil, persons: Int = 1
  ) -> StayProposal {
    var lodging = Lodging()
    lodging.from = Made.today.adding(days: from)
    lodging.until = Made.today.adding(days: 30)
    lodging.persons = persons
    var proposal = StayProposal(
      about: link(.case, number, "A"), lodging: lodging, number: "LG-\(number.suffix(4))")
    proposal.obstacles = host == nil ? [.noBed: 2] : [:]
    let guest = GuestProfile(lodging, told: Told(byDefault: true), today: Made.today)
    proposal.options =
      host.map {
        [.init($0, StayMatch(guest, HomeProfile(Home(Host()), today: Made.today)))]
      } ?? []
    return proposal
  }

  private static func plan(_ gap: StayPlan.Gap? = nil) -> StayProposals {
    StayProposals(
      [
        proposal("2026-0001", from: -3), proposal("2026-0002", from: -40, persons: 2),
        proposal("2026-0003", from: 2, host: link(.host, "H-0001", "Sato")),
        proposal("2026-0004", from: 9),
      ], worth: StayTask.Worth(persons: 99, points: 1000), gap: gap)
  }

  @Test func `names hosts with their guests, then who waits longest, and why`() {
    let lines = StayPlanText(Words(.en), today: Made.today).lines(Self.plan())
    #expect(lines.count == 10 && lines[1].hasPrefix("Proved best"))
    #expect(lines[3] == "H-0001 Sato" && lines[4].contains("2026-0003"))
    let waiting = lines.suffix(3)
    #expect(
      waiting.map { $0.contains("2026-0002") ? 2 : $0.contains("2026-0001") ? 1 : 4 } == [2, 1, 4])
    #expect(waiting.first?.contains("waited 40 days") == true, "\(waiting)")
    #expect(waiting.first?.contains("no host") == true && waiting.first?.contains(": 2") == true)
    #expect(lines.last?.contains("waited 0 days") == true)
  }

  @Test func `says how much better another could be at most, never less than it is`() {
    func verdict(_ persons: Int, _ points: Int) -> Both {
      Both {
        StayPlanText($0, today: Made.today)
          .verdict(Self.plan(StayPlan.Gap(persons: persons, points: points)))
      }
    }
    expectNoDifference(
      verdict(1, 0),
      Both(
        en: "Not proved best: another plan could house at most 1 more person (1.0 %).",
        ja: "最善とは証明できていません。別の案でも、増えるのはあと 1 人 (1.0%) までです。"))
    #expect(verdict(2, 0).en.contains("2 more people (2.0 %)"))
    // 1 of 1,001 is not nothing.
    #expect(verdict(0, 1).en.contains("1 point (0.1 %)"), "\(verdict(0, 1).en)")
    #expect(verdict(0, 1).ja.contains("1 点 (0.1%)"))
  }

  @Test func `is a sheet with a row for each need`() {
    let text = StayPlanText(Words(.ja), today: Made.today)
    let rows = text.rows(Self.plan())
    #expect(rows.count == 4 && rows.allSatisfy { $0.count == text.header.count })
    #expect(
      rows.map { $0[6] } == ["H-0001", "", "", ""] && rows.map { $0[9] } == ["", "40", "3", "0"])
    let empty = StayProposals([])
    #expect(text.rows(empty).isEmpty && !text.verdict(empty).isEmpty)
  }
}
