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
  /// Of a case what was said of its deadlines, latest first; the end of a stay may be open all the same.
  package var answered: [Card] = []
  /// Of a case its assessments of needs and its consents, whole, latest first.
  package var needs: [Card] = []
  package var consents: [Card] = []
  /// Of a case the applications that are still decided, and the detention that goes on.
  package var applications: [Card] = []
  package var detentions: [Card] = []
  /// The cases of the others in the person's household.
  package var household: [Card] = []
  /// Of a case the municipality where the person lives.
  package var municipality: Card?
  /// Of a volunteer's case whom they call.
  package var call: WhomToCall?
  /// Of another record the case it is about, with what must be seen before anything else.
  package var subject: Card?

  /// What stands on its timeline of a kind.
  package func events(_ kind: RecordKind) -> [Card] {
    timeline.filter { $0.address.kind == kind }
  }

  package init(
    card: Card, timeline: [Card] = [], history: [JournalEntry] = [], deadlines: [Card] = []
  ) {
    self.card = card
    self.timeline = timeline
    self.history = history
    self.deadlines = deadlines
  }

  /// The fields of a case that a person must see before anything else on every page about it.
  package static let warnings = Person.names(\.neverContactAuthorities, \.safeContact)
}
