import Casework
import DeskWorld
import Labels
import Screens
import Testing

struct MergeTests {
  @Test func `shows what will move and saves with a note only after yes`() throws {
    var harness = DeskHarness()
    harness.type("2")
    // The third case has been taken in.
    harness.type("jjmd")
    #expect(harness.form != nil, "\(harness.screen)")
    harness.go(to: "survivingCase")
    harness.type("<Space><Enter><Ctrl-S>")
    #expect(harness.changes.isEmpty)
    let previews = harness.effects.compactMap { effect -> [Change]? in
      if case .preview(let changes) = effect { changes } else { nil }
    }
    #expect(previews.last?.first?.isMerge == true)
    #expect(harness.screen.contains(Words(.ja)("merge.ask")), "\(harness.screen)")
    harness.type("n")
    #expect(harness.changes.isEmpty && harness.form != nil)
    harness.type("<Ctrl-S>y")
    #expect(harness.changes.last?.isMerge == true && harness.form == nil)
  }

  @Test func `says in the form why it is refused`() throws {
    var harness = DeskHarness()
    harness.world.refusal = .problems([FieldProblem("survivingCase", .cannotSurvive)])
    harness.type("2jjmd")
    harness.go(to: "survivingCase")
    harness.type("<Space><Enter><Ctrl-S>")
    #expect(harness.form != nil)
    #expect(harness.screen.contains(/まとめられません|選んでください/), "\(harness.screen)")
  }
}
