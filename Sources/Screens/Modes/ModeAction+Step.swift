internal import Widgets

extension ModeAction {
  /// How a list or a text moves by a key of this meaning; nil for a key that moves nothing.
  func listStep(_ direction: Int) -> ListSelection.Step? {
    switch self {
    case .row, .person: direction > 0 ? .down : .up
    case .page: direction > 0 ? .pageDown : .pageUp
    case .edge: direction > 0 ? .last : .first
    default: nil
    }
  }
}
