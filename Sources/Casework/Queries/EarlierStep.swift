/// A step of the journal that the viewer made, but not at this desk: in an earlier session, or by a
/// command beside it.
///
/// It is taken back, or done again, only after it was shown.
package struct EarlierStep: Hashable, Sendable {
  /// Whether it is to be taken back; else it is an undo, and what it took back is to be done again.
  package let isUndo: Bool
  package let at: Instant
  /// The command that made it.
  package let command: String
  /// The record it was about, and its entries.
  package let saved: Saved

  package init(isUndo: Bool, at: Instant, command: String, saved: Saved) {
    self.isUndo = isUndo
    self.at = at
    self.command = command
    self.saved = saved
  }

  /// The number of the step in the journal.
  package var step: Int { saved.step }
}
