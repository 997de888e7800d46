import Cells
import TestSupport

extension Size {
  static let small = Size(rows: 10, columns: 40)
  static let medium = Size(rows: 20, columns: 60)
  static let standard = Size(rows: 24, columns: 80)

  /// The whole of a screen of this size.
  var region: Region { Region(row: 0, column: 0, rows: rows, columns: columns) }
}

/// The whole frame that something draws, as text.
func golden(_ size: Size, _ draw: (inout Frame, Region) -> Void) -> String {
  var frame = Frame(size: size, width: .system)
  draw(&frame, frame.region)
  return frame.golden
}

/// One row that something draws, as text.
func golden(columns: Int, _ draw: (inout Frame, Region) -> Void) -> String {
  golden(Size(rows: 1, columns: columns), draw)
}
