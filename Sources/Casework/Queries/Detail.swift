/// One record with what happened around it.
package struct Detail: Hashable, Sendable {
  package var card: Card
  /// Records that refer to it (stays, attendances, placements, contacts, notes, follow-ups …),
  /// latest first.
  package var timeline: [Card]
  /// Changes of the record itself from the journal, latest first; for a case the moves of its
  /// status stand on the timeline.
  package var history: [JournalEntry]
  /// Of a case its deadlines that are not done, earliest first.
  package var deadlines: [Card]

  package init(
    card: Card, timeline: [Card] = [], history: [JournalEntry] = [], deadlines: [Card] = []
  ) {
    self.card = card
    self.timeline = timeline
    self.history = history
    self.deadlines = deadlines
  }
}
