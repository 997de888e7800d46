internal import Cells
internal import Widgets

extension ChoicePicker {
  private static let mostRows = 12
  private static let mostColumns = 56

  /// Where the list stands: beside the field of a form that it is for, which stays in sight; any
  /// other over all there is.
  ///
  /// - Parameter form: the form that is open, and where it stands.
  func region(in boxes: Region, beside form: (RecordForm, Scene)?) -> Region {
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
}
