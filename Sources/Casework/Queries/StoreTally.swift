/// What a store holds, by which a copy is compared with it; no record.
package struct StoreTally: Hashable, Sendable {
  /// How many records there are of each kind that has any.
  package var records: [RecordKind: Int]
  /// What stands against the journal, or its end and how many entries it has.
  package var journal: JournalVerdict
  /// When the last entry was written; nil before the first.
  package var lastChange: Instant?
  /// The identities of the persons who were erased from it.
  package var erased: Set<String>

  package init(
    records: [RecordKind: Int], journal: JournalVerdict, lastChange: Instant?, erased: Set<String>
  ) {
    self.records = records
    self.journal = journal
    self.lastChange = lastChange
    self.erased = erased
  }
}
