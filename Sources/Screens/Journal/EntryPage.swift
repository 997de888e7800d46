internal import Casework
package import Cells
internal import Labels
internal import Widgets

/// One entry of the journal over the whole screen: every field, before and after.
package struct EntryPage: DeskPage {
  private let entry: JournalEntry
  private let title: String
  private var lines: LinesView

  static let keys = KeyMode(
    "entry",
    [
      ModeKey(.row, "j Down Ctrl-N", or: "k Up Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.edge, "End", or: "Home"),
      ModeKey(.openRecord, "Enter l Right", hint: 0),
      ModeKey(.undo, "u", hint: 1),
      ModeKey(.leavePage, "q h Left \(KeyMode.leaving)", hint: 2),
    ])

  init(_ entry: JournalEntry, isUndone: Bool, _ words: Words) {
    self.entry = entry
    title = words("screen.journal")
    lines = LinesView(lines: JournalWords(words).lines(entry, isUndone: isUndone))
  }

  package var id: PageID { .reading }
  package var mode: KeyMode? { Self.keys }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    switch action {
    case .leavePage: return [.close]
    case .openRecord:
      guard let record = entry.record?.address else {
        return [.say(scene.words("desk.nothingToOpen"))]
      }
      return [.close, .ask(.detail(record, for: .open))]
    case .undo: return [.close] + JournalWords(scene.words).askUndo(entry)
    default:
      if let step = action.listStep(step) {
        lines.scroll(step, in: Self.text(in: scene.region), width: scene.width)
      }
      return []
    }
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
