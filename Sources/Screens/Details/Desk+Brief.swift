import Casework
import Cells
import Widgets
import Wording

extension Desk {
  /// Reads the case in hand whole, to be handed over.
  func askBrief() -> [Effect] {
    subjectCase.map { [.detail($0.address, for: .brief)] } ?? []
  }

  mutating func showBrief(_ detail: Detail) {
    overlays.append(
      .page(
        ReadingPage(
          Brief(
            detail, organisation: surroundings.organisation, words: words,
            today: surroundings.today))))
  }

  mutating func update(_ page: ReadingPage, _ key: Key) -> [Effect] {
    var page = page
    if page.update(key, in: layout.boxes, width: width.width) {
      replaceTop(.page(page))
    } else {
      overlays.removeLast()
    }
    return []
  }
}
