internal import Casework
package import Cells
import Widgets
import Wording

/// A page over the whole screen that is read, scrolled and closed.
package struct ReadingPage: DeskPage {
  let title: String
  var lines: LinesView
  /// The record that it tells of; nil where it tells of none.
  private let about: Link?

  /// Words about the program.
  init(title: String, _ lines: [LinesView.Line]) {
    self.title = title
    self.lines = LinesView(lines: lines)
    about = nil
  }

  init(_ brief: Brief, of card: Card) {
    about = Link(card.address, number: card.number)
    title = brief.title
    lines = LinesView(
      lines: [.text(brief.origin, role: .muted)]
        + brief.sections.flatMap { section in
          [.blank, .heading(section.heading)]
            + section.lines.map { line in
              let role: Role = line.isWarning ? .warning : .plain
              return line.label.isEmpty
                ? .text(line.text, role: role) : .pair(line.label, line.text, role: role)
            }
        })
  }

  package var id: PageID { .reading }
  package var mode: KeyMode? { about == nil ? .reading : .brief }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    if action == .leavePage { return [.close] }
    if action == .exportPage, let about {
      return ExportChoice(scene: scene).brief(about.address, number: about.number)
    }
    if let step = action.listStep(step) {
      lines.scroll(step, in: Self.text(in: scene.region), width: scene.width)
    }
    return []
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    frame.fill(scene.region)
    frame.put(title, at: scene.region.origin, columns: scene.region.columns, role: .heading)
    lines.draw(into: &frame, in: Self.text(in: scene.region))
  }

  private static func text(in region: Region) -> Region {
    region.inset(top: 1, left: 1, bottom: 0, right: 1)
  }
}
