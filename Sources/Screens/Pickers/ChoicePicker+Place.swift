internal import Cells
internal import Widgets

extension ChoicePicker {
  private static let mostRows = 12
  private static let mostColumns = 56

  /// Where the list stands: beside the field of a form that it is for, or the row of a list that it is
  /// about, which stay in sight; any other over all there is.
  ///
  /// - Parameters:
  ///   - form: the form that is open, and where it stands.
  ///   - row: the row that one is at, where that is known.
  func region(in boxes: Region, beside form: (RecordForm, Scene)?, row: Int?) -> Region {
    if use == .owner { return row.map { region(in: boxes, besideRow: $0) } ?? small(boxes) }
    guard use == .field, let (form, scene) = form else { return boxes }
    let fields = scene.region
    let place = form.view.place(in: fields, width: scene.width)
    let below = boxes.row + boxes.rows - place.row - 1
    let above = place.row - boxes.row
    let rows = min(Self.mostRows, max(below, above))
    let columns = min(Self.mostColumns, fields.columns)
    let column = max(fields.column, min(place.column, fields.column + fields.columns - columns))
    return Region(
      row: below >= rows ? place.row + 1 : place.row - rows, column: column, rows: rows,
      columns: columns)
  }

  private func small(_ boxes: Region) -> Region {
    Region(
      row: boxes.row, column: boxes.column, rows: min(Self.mostRows, boxes.rows),
      columns: min(Self.mostColumns, boxes.columns))
  }

  private func region(in boxes: Region, besideRow row: Int) -> Region {
    let small = small(boxes)
    let below = boxes.row + boxes.rows - row - 1
    let above = row - boxes.row
    let rows = min(small.rows, view.rows, max(below, above))
    return Region(
      row: below >= rows ? row + 1 : row - rows,
      column: boxes.column + min(Self.indent, boxes.columns - small.columns), rows: rows,
      columns: small.columns)
  }

  /// As far to the right as names begin in a list.
  private static let indent = 13
}
