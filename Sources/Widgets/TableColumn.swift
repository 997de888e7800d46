package import Cells

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// How the rows are sorted by a column; shown beside its title.
  package enum Sort: Hashable, Sendable {
    case ascending, descending
  }

  package var title: String
  /// The cells it wants; it gets more where there is room and it is among the widest.
  package var columns: Int
  /// What it can do with, where `columns` is what its longest text takes; nil where nobody measured.
  package var least: Int?
  /// 1 stays longest; the highest number goes first where there is no room.
  package var priority: Int
  package var alignment: Alignment
  package var sort: Sort?
  /// Whether it gets what it wants or nothing: half a date is worse than none.
  package var isFixed: Bool

  package init(
    title: String, columns: Int, priority: Int = 1, alignment: Alignment = .left,
    sort: Sort? = nil, isFixed: Bool = false, least: Int? = nil
  ) {
    self.least = least
    self.title = title
    self.columns = columns
    self.priority = priority
    self.alignment = alignment
    self.sort = sort
    self.isFixed = isFixed
  }
}
