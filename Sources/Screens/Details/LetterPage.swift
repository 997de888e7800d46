internal import Casework
package import Cells
internal import Labels
import Widgets
import Wording

/// A letter of the organisation's own as it would stand on paper for one case.
package struct LetterPage: DeskPage {
  private var text: ReadingText
  private let ask: LetterAsk

  init(_ preview: LetterPreview, of ask: LetterAsk) {
    self.ask = ask
    text = ReadingText(
      title: preview.title, warning: preview.warning,
      preview.lines.flatMap { line -> [LinesView.Line] in
        let said: LinesView.Line =
          line.text.isEmpty ? .blank : line.isTitle ? .heading(line.text) : .text(line.text)
        return [said] + line.notes.map { .text("  \($0)", role: .muted) }
      })
  }

  package var id: PageID { .reading }
  package var mode: KeyMode? { Self.keys }

  static let keys = KeyMode(
    "letter",
    ReadingText.scrolling + [ReadingText.leaving, ModeKey(.otherCase, "c", hint: 1)])

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    if action == .otherCase { return [.close] + LetterVerbs.askCase(ask.values, scene.words) }
    return text.perform(action, step, scene) ?? []
  }

  package func draw(into frame: inout Frame, _ scene: Scene) { text.draw(into: &frame, scene) }
}
