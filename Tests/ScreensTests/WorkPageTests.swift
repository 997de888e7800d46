import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// The box of what takes long and is waited for.
@Suite struct `Matching beside the desk` {
  private static let effect = Effect.stayOptions(nil)

  private func waiting(_ language: LabelLanguage = .en) -> DeskHarness {
    var world = World.full
    world.isSlow = true
    var harness = DeskHarness(language: language, world: world)
    harness.type("2gm")
    return harness
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says how far it is and how to stop`(language: LabelLanguage) {
    var harness = waiting(language)
    let words = harness.desk.words
    #expect(harness.screen.contains(words("work.beside")))
    harness.receive(.working(Self.effect, WorkProgress(120, of: 2420, secondsLeft: 3)))
    #expect(harness.screen.contains(words("work.done", "120", "2420")))
    #expect(harness.screen.contains(words("work.left", "3")))
  }

  @Test func `ends where somebody stops it, with nothing proposed`() {
    var harness = waiting()
    harness.type("<Esc>")
    #expect(harness.effects.last == .stopWork)
    #expect(harness.desk.overlays.count == 1)
    harness.receive(.refused(Self.effect, .stopped))
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.screen.contains(harness.desk.words("refusal.stopped")))
    // What comes late is for nobody.
    harness.receive(.stayPlan(StayProposals([HostTests.proposal])))
    harness.receive(.working(Self.effect, WorkProgress(1, of: 2)))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test(arguments: [
    (StayPlan.Gap(persons: 2, points: 0), "match.gap.persons", "2"),
    (StayPlan.Gap(persons: 0, points: 31), "match.gap.points", "31"),
  ])
  func `says how much better another choice could be`(
    gap: StayPlan.Gap, key: String, number: String
  ) {
    var harness = waiting()
    harness.receive(.stayPlan(StayProposals([HostTests.proposal], gap: gap)))
    #expect(harness.desk.overlays.count == 1)
    #expect(harness.screen.contains(harness.desk.words("desk.hostsForAll", "1", "1")))
    #expect(harness.screen.contains(harness.desk.words(key, number)))
    var other = waiting()
    other.receive(.stayPlan(StayProposals([HostTests.proposal])))
    #expect(!other.screen.contains("The best found"))
  }
}
