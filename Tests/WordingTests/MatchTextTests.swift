import Casework
import CustomDump
import Labels
import Testing
import Wording

/// What a machine proposes is said with its reasons, and with what nobody knows.
@Suite struct MatchTextTests {
  private static let who = Made.link(.case, number: "2026-0001", title: "SALMA", reading: "サルマ")

  private static let jobMatch = JobMatch(
    JobMatch.Seeker(Candidate()), JobMatch.Offer(Job()), today: Made.today)

  private var jobs: JobProposal {
    var proposal = JobProposal(
      about: Made.link(.job, number: "J-0001", title: "Cook"),
      options: [
        JobProposal.Option(
          case: Self.who, job: Made.link(.job, number: "J-0001", title: "Cook"),
          company: Made.link(.company, number: "E-0001", title: "Asahi"), occupation: "Cook",
          match: Self.jobMatch)
      ])
    proposal.obstacles = [.partTimeOnly: 1, .japanese: 5]
    return proposal
  }

  @Test(arguments: LabelLanguage.allCases)
  func `what may go to a company names people by their numbers alone`(language: LabelLanguage) {
    let lines = JobMatchText(Words(language)).lines(jobs)
    #expect(lines.count == 2 && lines[0] == "J-0001 Cook")
    #expect(lines[1].contains("2026-0001"))
    #expect(!lines.joined().contains("SALMA") && !lines.joined().contains("サルマ"))
  }

  @Test func `what is not known stands before what speaks for it`() throws {
    try #require(!Self.jobMatch.unknown.isEmpty)
    let text = JobMatchText(Words(.en))
    #expect(text.explanation(Self.jobMatch).hasPrefix("to confirm: "))
    #expect(text.explanation(Self.jobMatch).hasSuffix(text.reasons(Self.jobMatch)))
    expectNoDifference(
      Both { JobMatchText($0).points(Self.jobMatch) },
      Both(en: "\(Self.jobMatch.score) pts", ja: "\(Self.jobMatch.score)点"))
  }

  @Test func `what keeps out most often comes first, with its number`() {
    let japanese = Both { $0(JobMatch.Obstacle.japanese.labelKey) }
    let text = Both { JobMatchText($0).obstacles(of: jobs) }
    #expect(text.en.hasPrefix("\(japanese.en): 5, ") && text.en.hasSuffix(": 1"), "\(text.en)")
    #expect(text.ja.hasPrefix("\(japanese.ja) 5件、") && text.ja.hasSuffix(" 1件"), "\(text.ja)")
    // The hours that a permission for part-time work leaves are said.
    #expect(!text.en.contains("{") && text.en.contains(String(WorkPermission.partTimeHours)))
  }

  private var stay: StayProposal {
    var lodging = Lodging()
    lodging.from = Made.day("2026-07-01")
    lodging.until = Made.day("2026-07-20")
    return StayProposal(about: Self.who, lodging: lodging, number: "LG-0001")
  }

  @Test func `says who waits for which nights, one person where nobody said how many`() {
    expectNoDifference(
      Both { StayText($0).waiting(stay, as: "A") },
      Both(
        en: "A  2026-07-01 to 2026-07-20  1 pers.",
        ja: "A  2026-07-01から2026-07-20まで  1人"))
  }

  @Test func `says why there is no host: none fits, or they are better given to others`() {
    var none = stay
    none.obstacles = [.noBed: 2, .language: 7, .pets: 1, .steps: 1]
    let beds = Both { $0(StayMatch.Obstacle.noBed.labelKey) }
    let text = Both { StayText($0).nobody(for: none) }
    #expect(text.en.hasPrefix("no host  ") && text.en.contains("\(beds.en): 2"), "\(text.en)")
    #expect(text.ja.hasPrefix("合うホストがいません  ") && text.ja.contains("\(beds.ja) 2件"))
    // Three at most.
    #expect(StayText(Words(.en)).obstacles(of: none).split(separator: ", ").count == 3)
    var given = none
    given.possible = 4
    expectNoDifference(
      StayText(Words(.en)).nobody(for: given), "Hosts that fit: 4; here they go to others")
    // A machine puts nobody into a home where others are: a person may.
    given.alone = 0
    expectNoDifference(
      StayText(Words(.en)).nobody(for: given),
      "Hosts that fit: 4; other guests are there on some of these nights")
    #expect(StayText(Words(.en)).lines(none).count == 2)
  }
}
