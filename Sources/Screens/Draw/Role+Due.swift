import Casework
import Cells

extension Role {
  /// How much a day presses on which something is due: over, within three days, within two weeks.
  static func due(_ date: CivilDate, on today: CivilDate) -> Role {
    switch date.dayNumber - today.dayNumber {
    case ..<0: .error
    case ...3: .urgent
    case ...14: .warning
    default: .plain
    }
  }
}
