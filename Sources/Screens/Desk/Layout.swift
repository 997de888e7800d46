internal import Cells
internal import Widgets

/// Where everything stands: a pure function of the size.
struct Layout {
  static let smallest = Size(rows: 10, columns: 40)
  /// The same for volunteers, who have no forms: a telephone held upright.
  static let smallestForVolunteers = Size(rows: 10, columns: 36)
  /// From this width on, list and detail stand side by side.
  static let wide = 110

  let isTooSmall: Bool
  let isWide: Bool
  let tabs: Region
  let criteria: Region
  /// Between the criteria and the hints.
  let body: Region
  /// Everything below the screens that a page may fill.
  let page: Region
  let list: Region
  let detail: Region
  let peek: Region
  /// What is said while a box has the keys; else it is a row of the page.
  let status: Region
  let hints: Region
  /// What boxes and pickers may cover.
  let boxes: Region
  /// Below everything else; without rows where nothing stands there.
  let guide: Region

  /// - Parameter isHeard: whether the lines are read aloud: then nothing stands side by side.
  init(
    _ size: Size, smallest: Size = Self.smallest, hasGuide: Bool = false, isHeard: Bool = false
  ) {
    let columns = size.columns
    isTooSmall = size.rows < smallest.rows || columns < smallest.columns
    let rows = size.rows - (hasGuide ? 1 : 0)
    guide = Region(row: rows, column: 0, rows: size.rows - rows, columns: columns)
    isWide = columns >= Self.wide && !isHeard
    tabs = Region(row: 0, column: 0, rows: 1, columns: columns)
    criteria = Region(row: 1, column: 0, rows: 1, columns: columns)
    status = Region(row: rows - 2, column: 0, rows: 1, columns: columns)
    hints = Region(row: rows - 1, column: 0, rows: 1, columns: columns)
    boxes = Region(row: 1, column: 0, rows: rows - 3, columns: columns)
    page = Region(row: 1, column: 0, rows: rows - 2, columns: columns)
    body = Region(row: 2, column: 0, rows: rows - 3, columns: columns)
    if isWide {
      let left = columns * 6 / 10
      list = Region(row: 2, column: 0, rows: rows - 3, columns: left - 1)
      detail = Region(row: 2, column: left + 2, rows: rows - 3, columns: columns - left - 2)
      peek = Region(row: rows - 2, column: 0, rows: 0, columns: columns)
    } else {
      list = Region(row: 2, column: 0, rows: rows - 4, columns: columns)
      detail = body
      peek = Region(row: rows - 2, column: 0, rows: 1, columns: columns)
    }
  }

  /// Where a box stands that is about a row: it does not hide it where there is room beside it.
  func boxes(beside row: Int) -> Region {
    let end = boxes.row + boxes.rows
    let above = row - boxes.row
    guard end - row <= Self.boxRows, above >= Self.boxRows / 2 else { return boxes }
    return Region(row: boxes.row, column: boxes.column, rows: above, columns: boxes.columns)
  }

  /// As high as most boxes are.
  private static let boxRows = 12

  /// How many records a list shows at once.
  var listRows: Int { max(1, TableView.visibleRows(in: list)) }
}
