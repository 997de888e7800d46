package import Cells
import CNcurses

extension CellWidth {
  /// The widths that ncurses itself goes by: those of the C library, in UTF-8.
  package static let terminal: CellWidth = {
    curses_use_utf8()
    return CellWidth { Int(curses_width($0.value)) }
  }()
}
