import Cells
import Labels

extension Desk {
  /// Not for the person across the table, and not where every row is needed.
  var showsGuide: Bool {
    guard let guide, !guide.isClosed, !isShowingPerson else { return false }
    return size.rows >= 20
  }

  mutating func toggleGuide() -> [Effect] {
    guide?.toggle()
    if guide?.isClosed == true { notice = Notice(text: words("guide.closed")) }
    // The pages have another height.
    return grow()
  }
}
