import Cells
import Labels

extension Guide {
  /// Not for the person across the table, and not where every row is needed.
  static func isShown(on desk: Desk) -> Bool {
    guard let guide = desk.guide, !guide.isClosed, !desk.isShowingPerson,
      !desk.overlays.contains(where: { $0.page?.id == .training })
    else { return false }
    return desk.size.rows >= 20 && desk.settings.output != .linear
  }

  static func toggle(on desk: inout Desk) -> [Effect] {
    desk.guide?.toggle()
    if desk.guide?.isClosed == true {
      desk.notice = Desk.Notice(text: desk.words("guide.closed"))
    }
    // The pages have another height.
    return desk.grow()
  }
}
