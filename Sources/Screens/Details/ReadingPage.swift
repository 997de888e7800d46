internal import Casework
package import Cells
internal import Labels
import Widgets
import Wording

/// The handover brief of a case.
package struct ReadingPage: DeskPage {
  private var text: ReadingText
  /// The record that it tells of.
  private let about: Link

  init(_ brief: Brief, of card: Card, _ words: Words) {
    about = Link(card.address, number: card.number)
    let warning = WarningText(words).sentences(of: card).joined(separator: "  ")
    text = ReadingText(
      title: brief.title, warning: warning.isEmpty ? "" : words("warning.all", warning),
      [.text(brief.origin, role: .muted)]
        + brief.sections.flatMap { section in
          [.blank, .heading(section.heading)]
            + section.lines.filter { !$0.isOfBanner }.map { line in
              let role: Role = line.isWarning ? .warning : .plain
              return line.label.isEmpty
                ? .text(line.text, role: role) : .pair(line.label, line.text, role: role)
            }
        })
  }

  package var id: PageID { .reading }
  package var mode: KeyMode? { .brief }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    if action == .exportPage {
      return ExportChoice(scene: scene).brief(about.address, number: about.number)
    }
    return text.perform(action, step, scene) ?? []
  }

  package func draw(into frame: inout Frame, _ scene: Scene) { text.draw(into: &frame, scene) }
}
