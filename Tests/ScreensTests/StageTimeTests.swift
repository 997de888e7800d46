import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// How long something has been in its stage, in lists and on pages.
@Suite struct `The days in a stage` {
  private func world() -> World {
    var world = PictureWorld.full
    func entry(
      _ sequence: Int, _ day: Int, _ stages: (PlacementStage?, PlacementStage)
    ) -> JournalEntry {
      let noon = Int64(DeskHarness.today.adding(days: day).dayNumber) * 86_400
      return JournalEntry(
        sequence: sequence, step: sequence, at: Instant(noon), command: "status",
        before: stages.0.map { ["stage": $0.fieldValue] } ?? [:],
        after: ["stage": stages.1.fieldValue])
    }
    world.history = [
      entry(9, -45, (.cvPreparation, .prospect)), entry(4, -57, (nil, .cvPreparation)),
    ]
    return world
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stand in the list, on the page and beside each move`(language: LabelLanguage) {
    let words = Words(language)
    var harness = DeskHarness(language: language, world: world())
    harness.type("5")
    #expect(harness.screen.contains(" !45"), "\(harness.screen)")
    #expect(harness.screen.contains(words("stage.header")))
    harness.type("j<Enter>")
    let since = DeskHarness.today.adding(days: -45).description
    #expect(harness.screen.contains(words("stage.sinceStalled", since, "45")), "\(harness.screen)")
    #expect(harness.screen.contains(words("stage.lasted", "12")), "\(harness.screen)")
  }

  @Test func `are marked where they are seen without colours too`() {
    var harness = DeskHarness(world: world())
    harness.type("5")
    let frame = harness.desk.draw()
    let marks = frame.cells.indices.filter {
      frame.cells[$0].text == "!" && frame.cells[$0].role == .warning
    }
    #expect(marks.count == 2, "\(frame.golden)")
  }
}
