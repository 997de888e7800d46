import Casework
import Cells
import Labels
import Widgets

/// The fictional day on the desk: begun, left for a record and come back to.
enum TrainingVerbs {
  /// Begins the day, or goes on where it was left.
  static func show(on desk: inout Desk) -> [Effect] {
    desk.overlays.append(.page(PageBox(desk.training ?? TrainingPage())))
    desk.training = nil
    return desk.change(.training) { $0.appear($1).map(Deed.ask) }
  }

  static func fulfil(_ wish: TrainingPage.Wish, on desk: inout Desk) -> [Effect] {
    guard let place = desk.overlays.lastIndex(where: { $0.page?.id == .training }),
      var page = desk.overlays[place].page as? TrainingPage
    else { return [] }
    desk.overlays.remove(at: place)
    switch wish {
    case .leave(let isOver): desk.training = isOver ? nil : page
    case .open(let address):
      page.openedOver = desk.details.count
      desk.training = page
      desk.notice = Desk.Notice(text: desk.words("training.opened"))
      return [.detail(address, for: .open)]
    }
    return desk.lookBeside()
  }

  /// Goes on with the day once the record is left that was opened from it; nil where there was none.
  static func resume(on desk: inout Desk) -> [Effect]? {
    guard let depth = desk.training?.openedOver, desk.details.count <= depth else { return nil }
    return show(on: &desk)
  }
}
