import CaseStore
import Casework

/// The records of a listing that goes on to a program or a file as it is read: they are in the journal
/// before the first of them is gone.
struct LeavingRecords {
  private let listing: Listing
  private let format: String
  private let columns: () throws -> [String]
  private let leaves: Bool
  private var noted: Set<RecordID> = []

  /// - Parameters:
  ///   - isCSV: whether it has the columns of a sheet; else all fields that were asked for.
  ///   - leaves: false where somebody reads it on a terminal.
  init(_ listing: Listing, format: String, isCSV: Bool, leaves: Bool) {
    (self.listing, self.format, self.leaves) = (listing, format, leaves)
    columns = { try isCSV ? listing.columns().map(\.name) : [] }
  }

  mutating func note() throws {
    guard leaves else { return }
    let records = try listing.records()
    try note(records)
    noted = Set(records)
  }

  /// What was read, where nothing of it is gone yet.
  func noteTold() throws { try note(listing.store.toldRecords) }

  /// What was added while it was read.
  func noteOthers() throws {
    guard leaves else { return }
    let others = listing.store.toldRecords.filter { !noted.contains($0) }
    if !others.isEmpty { try note(others) }
  }

  private func note(_ records: [RecordID]) throws {
    try listing.store.noteExport(
      ExportNote(
        listing.query, columns: columns(), format: format, rows: records.count,
        records: records))
  }
}

extension CaseStore {
  /// Writes down that what the command `page` prints about `cases` goes on to a program or a file; nothing
  /// where somebody reads it on a terminal.
  func noteLeaving(_ cases: [RecordAddress]?, as page: String, format: TextFormat = .text) throws {
    try noteLeaving(cases, as: page, format: format.rawValue, isRead: format == .text)
  }

  /// - Parameter isRead: whether its form is one that somebody reads on a terminal.
  func noteLeaving(
    _ cases: [RecordAddress]?, as page: String, format: String, isRead: Bool
  ) throws {
    guard !isRead || !StandardOutput.isTerminal else { return }
    try noteExport(ExportNote(cases: cases, as: page, format: format))
  }
}
