/// Whether the chain of the journal holds, and whether the records are what it tells.
///
/// Entries cut from its end together with the records they tell of leave no trace in the store:
/// compare `entries` and `head` with what was written down elsewhere.
package struct JournalVerdict: Hashable, Sendable {
  /// How many entries were read, up to the first fault.
  package var entries: Int
  /// The MAC of the last of them in hexadecimal digits, to be kept outside the store.
  package var head: String
  package var fault: Fault?
  /// The entry at which each seal stands that was asked for and is in the chain.
  package var seals: [JournalSeal: Int] = [:]
  /// What does not fit the chain, the first of them.
  package var findings: [JournalFinding] = []
  /// How many there are in all.
  package var found = 0

  package struct Fault: Hashable, Sendable {
    package var sequence: Int
    package var cause: Cause

    package init(_ sequence: Int, _ cause: Cause) {
      self.sequence = sequence
      self.cause = cause
    }
  }

  /// The words are `journalFault.<code>` in the label tables.
  package enum Cause: String, CaseIterable, Sendable {
    /// Entries before this one are missing.
    case gap
    /// The entry itself was changed, or one was put in.
    case entry
    /// What it says of before, after or the reason was changed.
    case content
  }

  package var isWhole: Bool { fault == nil && found == 0 }

  package init(entries: Int, head: String, fault: Fault? = nil) {
    self.entries = entries
    self.head = head
    self.fault = fault
  }
}
