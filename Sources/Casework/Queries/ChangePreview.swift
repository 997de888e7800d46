/// What one of several changes would do.
package struct ChangePreview: Hashable, Sendable {
  package var change: Change
  /// The record, by number and name.
  package var link: Link
  /// What the journal would say, in its order.
  package var entries: [JournalEntry]
  /// Why it would be refused; nil where it would be saved.
  package var refusal: Refusal?

  package init(_ change: Change, link: Link, entries: [JournalEntry], refusal: Refusal? = nil) {
    self.change = change
    self.link = link
    self.entries = entries
    self.refusal = refusal
  }
}
