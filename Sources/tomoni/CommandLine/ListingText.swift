import CaseStore
import Casework
import Exchange

/// A listing as a file holds it, record by record.
struct ListingText {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  /// Writes a header and a line for each record, and says how many records there were.
  @discardableResult
  func writeCSV(_ write: @escaping ([UInt8]) throws -> Void) throws -> Int {
    let columns = try listing.columns()
    let writer = CSVWriter(listing.query.kind, columns: columns, words: Speech.words, to: write)
    try write(Array(writer.header.utf8))
    let count = try listing.tell(columns, to: writer)
    try writer.finish()
    return count
  }

  /// Writes an array of objects, and says how many there were.
  @discardableResult
  func writeJSON(_ write: @escaping ([UInt8]) throws -> Void) throws -> Int {
    let fields = try listing.allFields()
    let writer = CardJSONWriter(listing.query.kind, columns: fields, to: write)
    let count = try listing.tell(fields, to: writer)
    try writer.finish()
    return count
  }

  /// Writes a workbook with a header and a row for each record, and says how many there were.
  @discardableResult
  func writeWorkbook(to output: FileOutput) throws -> Int {
    let columns = try listing.columns()
    var count = 0
    try output.fill { path, folder in
      do {
        let book = try ListWorkbook(
          path, partsIn: folder, listing.query.kind, columns: columns, words: Speech.words,
          author: listing.store.organisation.name, made: Instant.now.rawValue)
        count = try listing.forEach(columns) { book.append($0) }
        try book.close()
      } catch is Workbook.Failure {
        throw output.notWritable
      }
    }
    return count
  }
}
