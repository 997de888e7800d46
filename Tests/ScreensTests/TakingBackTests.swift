import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// Undo that would reach beyond this desk.
@Suite struct `A step made elsewhere` {
  private func step(isUndo: Bool) -> EarlierStep {
    let link = Link(RecordAddress(.consent, RecordID(457)), number: "CS-0457", title: "同意")
    let entry = JournalEntry(
      sequence: 7, step: 7, at: Instant(1_790_987_400), who: DeskHarness.staff,
      command: "edit", record: link, before: ["status": .code("given")],
      after: ["status": .code("withdrawn")], reason: "", undoes: nil)
    return EarlierStep(
      isUndo: isUndo, at: entry.at, command: "edit",
      saved: Saved(link: link, version: 0, step: 7, entries: [entry]))
  }

  @Test(arguments: [true, false], [LabelLanguage.ja, .en])
  func `is shown before it is taken back or done again`(isUndo: Bool, language: LabelLanguage) {
    var harness = DeskHarness(language: language)
    let effect: Effect = isUndo ? .undo : .redo
    let step = step(isUndo: isUndo)
    harness.receive(.refused(effect, .earlier(step)))
    let day = language == .ja ? "2026-10-03" : "3 Oct 2026"
    for text in ["CS-0457", day] {
      #expect(harness.screen.contains(text), "\(harness.screen)")
    }
    harness.type("n")
    #expect(harness.desk.overlays.isEmpty)
    let confirmed: Effect = isUndo ? .undoEarlier(step) : .redoEarlier(step)
    #expect(!harness.effects.contains(confirmed))
    harness.receive(.refused(effect, .earlier(step)))
    harness.type("y")
    #expect(harness.effects.last == confirmed)
  }
}
