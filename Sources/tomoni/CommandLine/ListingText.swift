import Casework
import Exchange

/// A listing as a file holds it, record by record.
struct ListingText {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  func writeCSV(_ write: (String) throws -> Void) throws {
    let columns = try listing.columns()
    let writer = CSVWriter(listing.query.kind, columns: columns, words: Speech.words)
    try write(writer.header)
    try listing.forEach(columns) { try write(writer.line($0)) }
  }

  func writeJSON(_ write: (String) throws -> Void) throws {
    let fields = try listing.allFields()
    var writer = JSONArrayWriter()
    try listing.forEach(fields) { try write(writer.element(JSONValue($0, columns: fields))) }
    try write(writer.end)
  }
}
