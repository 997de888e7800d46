/// One change of one record, as the journal keeps it.
package struct JournalEntry: Hashable, Sendable {
  /// Grows by one with each entry, without a gap.
  package var sequence: Int
  /// The sequence of the first entry written in the same transaction: one step of undo.
  package var step: Int
  package var at: Instant
  /// Who gave the command; nil for the program itself (`init`, the demo).
  package var who: Link?
  /// The command of the one table, such as `case.status`, `undo`, `import`, `login`, `view`.
  package var command: String
  package var record: Link?
  /// The fields that changed, as they were; empty for a new record.
  package var before: [String: FieldValue]
  /// The fields that changed, as they became; empty for a removed record.
  package var after: [String: FieldValue]
  /// Why, in the person's words; empty where nobody asked.
  package var reason: String
  /// The step this entry takes back.
  package var undoes: Int?
  /// Whether an erasure took away what it said of before, after and why.
  package var isErased = false

  package init(
    sequence: Int, step: Int, at: Instant, who: Link? = nil, command: String, record: Link? = nil,
    before: [String: FieldValue] = [:], after: [String: FieldValue] = [:], reason: String = "",
    undoes: Int? = nil
  ) {
    self.sequence = sequence
    self.step = step
    self.at = at
    self.who = who
    self.command = command
    self.record = record
    self.before = before
    self.after = after
    self.reason = reason
    self.undoes = undoes
  }
}
