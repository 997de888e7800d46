import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// Jobs at the desk: proposing one, and what a refused start of work lacks.
@Suite struct `Jobs at the desk` {
  private static let record = Link(
    RecordAddress(.case, RecordID(1)), number: "2026-0001", title: "OLENA KOVALI")
  private static let job = Link(
    RecordAddress(.job, RecordID(4)), number: "J-0004", title: "調理補助")
  private static let company = Link(
    RecordAddress(.company, RecordID(2)), number: "E-0002", title: "清水食品")

  private static func proposal(_ about: Link) -> JobProposal {
    var candidate = Candidate()
    candidate.stage = .jobReady
    var seeker = JobMatch.Seeker(candidate)
    seeker.occupations = ["調理"]
    var offer = JobMatch.Offer(Job())
    offer.occupation = "調理補助"
    let match = JobMatch(seeker, offer, today: DeskHarness.today)
    return JobProposal(
      about: about,
      options: [
        JobProposal.Option(
          case: record, job: job, company: company, occupation: "調理補助", match: match)
      ])
  }

  @Test func `shows the jobs for a case with reasons and opens the form of a placement`() throws {
    var harness = DeskHarness(Size(rows: 24, columns: 140))
    harness.world.jobProposal = Self.proposal(Self.record)
    harness.type("2W")
    #expect(harness.screen.contains("調理補助") && harness.screen.contains("希望職種 +20"))
    #expect(harness.screen.contains("要確認: 就労許可"), "\(harness.screen)")
    harness.type("<Enter>")
    #expect(harness.form != nil && harness.changes.isEmpty)
    harness.type("<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .placement && change.values["stage"] == .code("prospect"))
    #expect(change.values["job"] == .link(Self.job))
    #expect(change.values["company"] == .link(Self.company))
    guard case .link(let link)? = change.values["case"] else {
      Issue.record("no case")
      return
    }
    #expect(link.address == Self.record.address)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says where nobody is registered and what keeps out`(_ language: LabelLanguage) {
    let words = Words(language)
    var harness = DeskHarness(language: language)
    harness.world.jobProposal = JobProposal(about: Self.record, isRegistered: false)
    harness.type("2W")
    #expect(harness.screen.contains(words("desk.notRegistered").prefix(20)), "\(harness.screen)")
    harness.world.jobProposal = JobProposal(about: Self.record)
    harness.world.jobProposal?.obstacles = [.jobClosed: 3]
    harness.type("W")
    #expect(harness.screen.contains(words("jobObstacle.jobClosed")), "\(harness.screen)")
    #expect(harness.screen.contains(words("desk.noJobSuits", "").prefix(10)), "\(harness.screen)")
    harness.world.jobProposal?.obstacles = [.partTimeOnly: 3]
    harness.type("W")
    #expect(
      harness.screen.contains(words("jobObstacle.partTimeOnly", "28")), "\(harness.screen)")
  }

  /// A desk on a placement whose next change of stage is refused.
  private func refused(
    _ problems: [FieldProblem], _ language: LabelLanguage = .ja
  ) -> DeskHarness {
    var world = World.full
    var card = Card(RecordAddress(.placement, RecordID(1)), version: 1, number: "PL-0001")
    card["case"] = .link(Self.record)
    card["company"] = .link(Self.company)
    card["job"] = .link(Self.job)
    card["stage"] = .code("offer_accepted")
    card["on"] = .date(DeskHarness.today)
    card["isOpen"] = .flag(true)
    world.cards[.placement] = [card]
    world.cards[.job] = [Card(Self.job.address, version: 1, number: "J-0004")]
    var harness = DeskHarness(language: language, world: world)
    harness.world.refusal = .problems(problems)
    harness.type("5mn")
    return harness
  }

  @Test func `opens the form of the permission where it is not confirmed`() {
    var harness = refused([FieldProblem("stage", .permissionMissing)])
    #expect(harness.screen.contains("就労許可"), "\(harness.screen)")
    harness.type("a")
    #expect(harness.form?.parts.first?.kind == .workPermission)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `opens the form of the status of residence where the stay is over`(
    _ language: LabelLanguage
  ) {
    var harness = refused(
      [FieldProblem("stage", .stayEnded, .date(DeskHarness.today))], language)
    let words = Words(language)
    #expect(harness.screen.contains(words("command.logResidence")), "\(harness.screen)")
    harness.type("a")
    #expect(harness.form?.parts.first?.kind == .residence)
  }

  @Test func `says that a new placement waits`() throws {
    var harness = DeskHarness(Size(rows: 24, columns: 80))
    harness.world.jobProposal = Self.proposal(Self.record)
    harness.world.savedEntries = [
      JournalEntry(
        sequence: 1, step: 1, at: Instant(0), command: "x",
        record: Link(RecordAddress(.placement, RecordID(99))),
        after: ["pausedFor": .link(Link(RecordAddress(.placement, RecordID(1))))])
    ]
    harness.type("2W<Enter><Ctrl-S>")
    #expect(harness.screen.contains(Words(.ja)("desk.placementWaits")), "\(harness.screen)")
    harness.world.savedEntries = []
    harness.type("W<Enter><Ctrl-S>")
    #expect(!harness.screen.contains(Words(.ja)("desk.placementWaits").prefix(8)))
  }

  @Test func `opens the form of the job where it is not part-time`() {
    var harness = refused([FieldProblem("stage", .permissionPartTime, .number(28))])
    #expect(harness.screen.contains("求人を編集する"), "\(harness.screen)")
    harness.type("b")
    #expect(harness.form?.parts.first?.kind == .job)
  }

  @Test func `opens the form of the consent that a company needs`() {
    var harness = refused([
      FieldProblem("stage", .consentRequired, .label(ConsentScope.companies.labelKey))
    ])
    // Where consents alone are missing the form of the first stands there at once.
    #expect(harness.form?.parts.first?.kind == .consent)
    harness.world.refusal = nil
    harness.type("<Ctrl-S>")
    #expect(harness.changes.dropLast().last?.values["scope"] == ConsentScope.companies.fieldValue)
  }

  @Test func `asks why a company declined`() {
    var world = World.full
    var card = Card(Self.company.address, version: 1, number: "E-0002")
    card["name"] = .text("清水食品")
    card["stage"] = .code("pitch")
    world.cards[.company] = [card]
    world.refusal = .problems([FieldProblem("declineReason", .required)])
    var harness = DeskHarness(world: world)
    harness.type("8emk")
    #expect(harness.form?.view.fields.contains { $0.id.hasSuffix("declineReason") } == true)
  }
}
