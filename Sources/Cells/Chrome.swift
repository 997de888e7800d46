/// The signs that lines and marks are drawn with.
package enum Chrome: String, CaseIterable, Sendable {
  /// ASCII, which every terminal draws one column wide.
  case plain
  /// Box-drawing signs and marks, for who has seen that their terminal draws them one column wide.
  case line

  package var vertical: String { self == .plain ? "|" : "│" }
  package var horizontal: String { self == .plain ? "-" : "─" }
  package var topLeft: String { self == .plain ? "-" : "┌" }
  package var topRight: String { self == .plain ? "-" : "┐" }
  package var bottomLeft: String { self == .plain ? "-" : "└" }
  package var bottomRight: String { self == .plain ? "-" : "┘" }
  /// Where a rule meets the sides of its box.
  package var leftJoin: String { self == .plain ? "-" : "├" }
  package var rightJoin: String { self == .plain ? "-" : "┤" }
  /// Before the selected row.
  package var selected: String { self == .plain ? ">" : "▌" }
  /// Before a marked row.
  package var marked: String { self == .plain ? "*" : "•" }
  /// More above, or sorted from the least up.
  package var up: String { self == .plain ? "^" : "↑" }
  /// More below, or sorted from the greatest down.
  package var down: String { self == .plain ? "v" : "↓" }

  /// From one to another.
  package var right: String { self == .plain ? ">" : "→" }

  /// Before a heading that can be opened, and one that is open.
  package func fold(isOpen: Bool) -> String {
    switch self {
    case .plain: isOpen ? "-" : "+"
    case .line: isOpen ? "▾" : "▸"
    }
  }

  /// A cell of a bar.
  package var bar: String { self == .plain ? "=" : "█" }
  /// A cell of a standing bar that is filled in its lower half.
  package var halfBar: String { self == .plain ? "_" : "▄" }

  private var all: [String] {
    [
      vertical, horizontal, topLeft, topRight, bottomLeft, bottomRight, leftJoin, rightJoin,
      selected, marked, up, down, right, bar, halfBar, fold(isOpen: true), fold(isOpen: false),
    ] + blocks
  }

  /// This one, or the plain one where the locale would draw one of its signs in two columns.
  package func fitting(_ width: CellWidth) -> Chrome {
    self == .plain || all.allSatisfy { width.columns(of: $0) == 1 } ? self : .plain
  }
}
