import CTestSupport
package import Cells

extension CellWidth {
  /// The widths of the C library that ncurses asks as well.
  package static let system = CellWidth { Int(test_width($0.value)) }
}
