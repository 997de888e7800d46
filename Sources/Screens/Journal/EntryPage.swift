internal import Casework
package import Cells
internal import Labels
internal import Widgets

/// One entry of the journal over the whole screen: every field, before and after.
package struct EntryPage: DeskPage {
  private let entry: JournalEntry
  private var text: ReadingText

  static let keys = KeyMode(
    "entry",
    ReadingText.scrolling + [
      ModeKey(.openRecord, "Enter l Right", hint: 1), ModeKey(.undo, "u", hint: 2),
      ReadingText.leaving,
    ])

  init(_ entry: JournalEntry, isUndone: Bool, _ words: Words) {
    self.entry = entry
    text = ReadingText(
      title: words("screen.journal"), JournalWords(words).lines(entry, isUndone: isUndone))
  }

  package var id: PageID { .reading }
  package var mode: KeyMode? { Self.keys }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    switch action {
    case .openRecord:
      guard let record = entry.record?.address else {
        return [.say(scene.words("desk.nothingToOpen"))]
      }
      return [.close, .ask(.detail(record, for: .open))]
    case .undo: return [.close] + JournalWords(scene.words).askUndo(entry)
    default: return text.perform(action, step, scene) ?? []
    }
  }

  package func draw(into frame: inout Frame, _ scene: Scene) { text.draw(into: &frame, scene) }
}
