/// Which entries of the journal; all that is set must hold.
package struct JournalFilter: Hashable, Sendable {
  /// A word that is looked for.
  package struct Word: Hashable, Sendable {
    /// Folded: it is looked for in who, record, values and reason.
    package var text: String
    /// The commands that are called so: the store does not know their words.
    package var commands: Set<String>

    package init(_ text: String, commands: Set<String> = []) {
      self.text = text
      self.commands = commands
    }
  }

  /// Entries about this record; for a case also those about its person.
  package var record: RecordAddress?
  /// Whether also entries about what belongs to the record, which is a case, are meant.
  package var isAround = false
  /// Entries about the record of this number, and what belongs to it.
  package var number: String?
  /// Entries by this member of staff or volunteer.
  package var who: RecordAddress?
  package var command: String?
  package var kind: RecordKind?
  /// Entries of these days in Japan.
  package var days: ClosedRange<CivilDate>?
  /// Who looked and who was refused, and nothing else.
  package var isAudit = false
  /// All of these are found in an entry.
  package var words: [Word] = []
  /// Entries earlier than this sequence: the next page of a list that ended there.
  package var before: Int?
  /// Entries later than this sequence: what happened since somebody last looked.
  package var after: Int?

  package init(
    record: RecordAddress? = nil, who: RecordAddress? = nil, command: String? = nil,
    before: Int? = nil, after: Int? = nil
  ) {
    self.record = record
    self.who = who
    self.command = command
    self.before = before
    self.after = after
  }
}
