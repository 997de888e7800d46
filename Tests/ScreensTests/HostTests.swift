import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// Choosing a host for somebody at the desk.
struct HostTests {
  private var proposal: StayProposal { Self.proposal }

  static var proposal: StayProposal {
    var lodging = Lodging()
    lodging.from = DeskHarness.today
    lodging.until = DeskHarness.today.adding(days: 7)
    lodging.persons = 2
    lodging.lock = .prefer
    var host = Host()
    host.stage = .approved
    host.approvalExpires = DeskHarness.today.adding(days: 90)
    host.capacity = 3
    host.hasLock = true
    let match = StayMatch(lodging, Home(host), today: DeskHarness.today)
    let link = Link(RecordAddress(.host, RecordID(4)), number: "H-0004", title: "佐藤家")
    var proposal = StayProposal(
      about: Link(RecordAddress(.case, RecordID(1)), number: "2026-0001"), lodging: lodging,
      number: "LG-0001")
    proposal.options = [StayProposal.Option(link, match)]
    proposal.possible = 1
    return proposal
  }

  @Test func `shows the reasons and opens the form of the stay with the host chosen`() {
    var harness = DeskHarness()
    harness.world.proposals = [proposal]
    harness.type("2M")
    #expect(harness.screen.contains("佐藤家"), "\(harness.screen)")
    #expect(harness.screen.contains("鍵つき +10"), "\(harness.screen)")
    #expect(harness.changes.isEmpty)
    harness.type("<Enter>")
    #expect(harness.form != nil && harness.changes.isEmpty)
    harness.type("<Ctrl-S>")
    let change = harness.changes.last
    #expect(change?.kind == .homestay && change?.values["persons"] == .number(2))
    #expect(change?.values["stage"] == StayStage.proposed.fieldValue)
    guard case .link(let host)? = change?.values["host"] else {
      Issue.record("no host")
      return
    }
    #expect(host.address.id == RecordID(4))
  }

  @Test func `shows who does not fit below, and what would have to be otherwise`() {
    var harness = DeskHarness()
    var apart = proposal
    let link = Link(RecordAddress(.host, RecordID(5)), number: "H-0005", title: "鈴木家")
    let facts = [StayMatch.Obstacle.noBed].facts([
      .lodging: apart.lodging.values, .host: ["capacity": .number(1)],
    ])
    apart.apart = [Apart(link, [.noBed], facts: facts)]
    harness.world.proposals = [apart]
    harness.type("2M")
    #expect(harness.screen.contains("鈴木家") && harness.screen.contains("空きベッド"), "\(harness.screen)")
    harness.type("<Down>")
    #expect(harness.screen.contains("これだけが合いません"), "\(harness.screen)")
    // It is to be read; nothing comes of taking it.
    harness.type("<Enter>")
    #expect(harness.form == nil && harness.changes.isEmpty)
  }

  @Test func `begins the stay today where the wished day has passed`() {
    var harness = DeskHarness()
    var late = proposal
    late.lodging.from = DeskHarness.today.adding(days: -9)
    harness.world.proposals = [late]
    harness.type("2M<Enter><Ctrl-S>")
    #expect(harness.changes.last?.values["start"] == .date(DeskHarness.today))
  }

  @Test(
    arguments: [
      (Gender.female, "woman"), (.male, "man"), (.other, nil), (nil, nil),
    ] as [(Gender?, String?)])
  func `offers who stays as the gender of the person tells`(gender: Gender?, guests: String?) {
    var harness = DeskHarness()
    for index in harness.world.cards[.case, default: []].indices {
      harness.world.cards[.case]?[index]["gender"] = gender?.fieldValue ?? .absent
    }
    harness.type("2<Enter>rl")
    let label = Words(.ja)("lodging.guests")
    let line = harness.screen.split(separator: "\n").first { $0.contains(label) } ?? ""
    #expect(!line.isEmpty, "\(harness.screen)")
    for group in GuestGroup.allCases {
      #expect(line.contains(Words(.ja)(group.labelKey)) == (group.rawValue == guests), "\(line)")
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `names as many obstacles as the line has room for`(language: LabelLanguage) {
    var harness = DeskHarness(language: language)
    var lonely = proposal
    lonely.options = []
    let obstacles: [StayMatch.Obstacle] = [.women, .hostNoChildren, .hostNoSmoking, .notApproved]
    for (index, obstacle) in obstacles.enumerated() { lonely.obstacles[obstacle] = 25 - index }
    harness.world.proposals = [lonely]
    harness.type("2M")
    let words = Words(language)
    let said = (1...3).map { count in
      let named = obstacles.prefix(count).enumerated().map { index, obstacle in
        words("match.keptOut", words(obstacle.labelKey), "\(25 - index)")
      }
      return words("desk.noHostFits", named.joined(separator: words("list.separator")))
    }
    let line = harness.screen.split(separator: "\n").first { $0.contains(said[0]) } ?? ""
    let shown = said.last { line.contains($0) } ?? ""
    #expect(said.firstIndex(of: shown).map { $0 > 0 } == true, "\(line)")
    let end = line.ranges(of: shown).last?.upperBound ?? line.startIndex
    #expect(line[end...].allSatisfy { " |".contains($0) }, "\(line)")
  }

  @Test func `says what is missing and what keeps hosts out`() {
    var harness = DeskHarness()
    harness.type("2M")
    #expect(harness.screen.contains(harness.desk.words("desk.noLodging")), "\(harness.screen)")
    var lonely = proposal
    lonely.options = []
    lonely.obstacles = [.dates: 3]
    harness.world.proposals = [lonely]
    harness.type("M")
    #expect(harness.screen.contains("日程 3件"), "\(harness.screen)")
  }

  @Test func `says whom each of a case's needs and of all who wait is proposed`() {
    var harness = DeskHarness()
    var second = proposal
    second.number = "LG-0002"
    second.lodging.persons = 5
    var given = proposal
    given.number = "LG-0003"
    given.options = []
    given.possible = 2
    harness.world.proposals = [proposal, second, given]
    harness.type("gm")
    #expect(harness.screen.contains(Words(.ja)("desk.hostsForAll", "2", "3")), "\(harness.screen)")
    // The first host of the second need; who goes without cannot be taken, and it is said why.
    harness.type("<Down><Down>")
    #expect(harness.screen.contains(Words(.ja)("match.givenToOthers", "2")), "\(harness.screen)")
    harness.type("<Up><Enter><Ctrl-S>")
    #expect(harness.changes.last?.values["persons"] == .number(5))

    harness.type("2M")
    #expect(harness.screen.contains("5人"), "\(harness.screen)")
  }
}
