/// Something in the store that is not as the journal tells it; it names fields and never values.
package struct JournalFinding: Hashable, Sendable {
  /// The words are `journalFinding.<code>` in the label tables.
  package enum Cause: String, CaseIterable, Sendable {
    /// There are records, `detail` of them, and no entry at all.
    case empty
    /// No entry tells of the record.
    case unknown
    /// The record is not there, and no entry tells that it was taken away.
    case missing
    /// Fields of the record are not what its last entries say.
    case differs
    /// Fields were changed without an entry before the entries that are named.
    case unexplained
    /// The record was saved more often or less often than the entries tell.
    case version
    /// The record is not the one that its last entry names.
    case identity
    /// The content of an entry is gone and no erasure tells of it.
    case emptied
    /// The key of a volunteer, by its fingerprint in `detail`, was put in, taken out or revoked
    /// without an entry.
    case key
    /// What keeps others from changing the journal is gone: the triggers in `detail`.
    case unguarded
    /// What follows from the records, a sum or a deadline, is not what stands in the table `detail`.
    case stale
    /// The file is damaged; `detail` is what SQLite says.
    case damaged
  }

  package var cause: Cause
  package var record: Link?
  package var fields: [String]
  /// The entries meant, by their sequence.
  package var entries: [Int]
  package var detail: String

  package init(
    _ cause: Cause, record: Link? = nil, fields: [String] = [], entries: [Int] = [],
    detail: String = ""
  ) {
    self.cause = cause
    self.record = record
    self.fields = fields
    self.entries = entries
    self.detail = detail
  }
}
