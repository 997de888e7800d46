package import Casework
import Fold

/// The rows of a sheet, each read when it is asked for, by whichever thread asks.
package typealias ImportRows = RandomAccessCollection<ImportRow> & Sendable

/// The rows of a sheet, read by another thread while those before them are written.
struct ReadAhead<Rows: RandomAccessCollection & Sendable>: Sequence, IteratorProtocol
where Rows.Element == ImportRow {
  private let rows: Rows
  /// How many of them were read or are being read.
  private var begun = 0
  private var batch: [ImportRow].Iterator = [].makeIterator()
  private var coming: MadeAhead<[ImportRow]>?

  private static var rowsInBatch: Int { 100 }

  init(_ rows: Rows) {
    self.rows = rows
    begin()
  }

  mutating func next() -> ImportRow? {
    if let row = batch.next() { return row }
    guard let coming else { return nil }
    batch = coming.value.makeIterator()
    begin()
    return batch.next()
  }

  private mutating func begin() {
    let range = begun..<Swift.min(begun + Self.rowsInBatch, rows.count)
    begun = range.upperBound
    guard !range.isEmpty else { return coming = nil }
    coming = MadeAhead { [rows] in
      range.map { place in
        let row = rows[rows.index(rows.startIndex, offsetBy: place)]
        row.foldTexts()
        return row
      }
    }
  }
}

extension ImportRow {
  /// Folds what it says, by which others are looked for.
  fileprivate func foldTexts() {
    for case .text(let text) in values.values { Fold.prepare(text) }
  }
}
