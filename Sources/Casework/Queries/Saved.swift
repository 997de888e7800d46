/// What a save or an undo did.
package struct Saved: Hashable, Sendable {
  /// The record the person meant, with its number and name for the notice; gone after the undo of
  /// an addition.
  package var link: Link
  package var version: Int
  /// The step of the journal, for undo.
  package var step: Int
  /// The entries written, in their order.
  package var entries: [JournalEntry]
  /// The sheet, where the step is an import or takes one back.
  package var imported: ImportNote?
  /// Who is to hear of it.
  package var touched: [Touched] = []

  package init(link: Link, version: Int, step: Int, entries: [JournalEntry]) {
    self.link = link
    self.version = version
    self.step = step
    self.entries = entries
  }
}
