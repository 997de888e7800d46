package import Casework

/// The rows of a sheet that are to be imported, each read when it is asked for.
package struct PlannedRows: RandomAccessCollection, Sendable {
  let rows: Sheet.Rows
  /// Which of the sheet's rows they are.
  let places: [Int]
  let reader: RowReader

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  package subscript(index: Int) -> ImportRow { reader.row(rows[places[index]]) }
}
