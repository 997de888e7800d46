import Cells
import CNcurses

extension Size {
  init(_ size: CursesSize) {
    self.init(rows: Int(size.rows), columns: Int(size.columns))
  }
}

extension CursesStyle {
  init(_ role: Role) {
    switch role {
    case .plain: self = .plain
    case .heading: self = .heading
    case .muted: self = .muted
    case .accent: self = .accent
    case .warning: self = .warning
    case .error: self = .error
    case .selected: self = .selected
    case .field: self = .field
    }
  }
}
