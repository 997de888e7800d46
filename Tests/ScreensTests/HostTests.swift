import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// Choosing a host for somebody at the desk.
struct HostTests {
  private var proposal: StayProposal {
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
    return StayProposal(
      about: Link(RecordAddress(.case, RecordID(1)), number: "2026-0001"), lodging: lodging,
      number: "LG-0001", options: [StayProposal.Option(link, match)])
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

  @Test func `says what is missing and what keeps hosts out`() {
    var harness = DeskHarness()
    harness.type("2M")
    #expect(harness.screen.contains(Words(.ja)("desk.noLodging")), "\(harness.screen)")
    var lonely = proposal
    lonely.options = []
    lonely.obstacles = [.dates: 3]
    harness.world.proposals = [lonely]
    harness.type("M")
    #expect(harness.screen.contains("日程 3件"), "\(harness.screen)")
  }
}
