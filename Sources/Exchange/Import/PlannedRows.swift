package import Casework

/// The rows of a sheet that are to be imported, each read when it is asked for.
package struct PlannedRows: RandomAccessCollection, Sendable {
  let rows: Sheet.Rows
  let places: [Place]
  let reader: RowReader

  struct Place: Sendable {
    /// Which of the sheet's rows it is.
    let row: Int
    /// Of a grid, which cell of it.
    var cell: Int?
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  package subscript(index: Int) -> ImportRow {
    let place = places[index]
    return reader.row(rows[place.row], at: place.cell)
  }
}
