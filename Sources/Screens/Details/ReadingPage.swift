import Cells
import Widgets
import Wording

/// A page over the whole screen that is read, scrolled and closed.
package struct ReadingPage: Hashable, Sendable {
  let title: String
  var lines: LinesView

  init(_ brief: Brief) {
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

  static let mode = KeyMode(
    "reading",
    [
      ModeKey(.row, "Down Ctrl-N", or: "Up Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.edge, "End", or: "Home"),
      ModeKey(.leavePage, "q h Left \(KeyMode.leaving)"),
    ])

  /// Whether the page goes on after a key.
  mutating func update(_ key: Key, in region: Region, width: CellWidth) -> Bool {
    guard let (action, step) = Self.mode.meaning(of: key) else { return true }
    if let step = action.listStep(step) {
      lines.scroll(step, in: Self.text(in: region), width: width)
    }
    return action != .leavePage
  }

  func draw(into frame: inout Frame, in region: Region) {
    frame.fill(region)
    frame.put(title, at: region.origin, columns: region.columns, role: .heading)
    lines.draw(into: &frame, in: Self.text(in: region))
  }

  private static func text(in region: Region) -> Region {
    region.inset(top: 1, left: 1, bottom: 0, right: 1)
  }
}
