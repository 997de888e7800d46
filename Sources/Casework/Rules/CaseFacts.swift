/// What the rules need to know beside the record itself; the store gathers it before it saves.
package struct CaseFacts: Hashable, Sendable {
  /// The date in Japan.
  package var today: CivilDate
  /// Why, in the person's words.
  package var reason: String
  /// Whether the case has an open follow-up.
  package var hasNextAction: Bool
  /// Contacts tried without success in the last 30 days.
  package var failedContacts: Int
  /// Stays that are neither ended nor called off.
  package var openStays: Int
  /// Placements between prospect and start of work.
  package var openPlacements: Int
  /// The cases that records referred to belong to, by the field that refers to them.
  package var casesOfLinks: [String: RecordID] = [:]
  /// What the paper is that a row of a legal axis rests on.
  package var evidence: DocumentType?

  package init(
    today: CivilDate = CivilDate(dayNumber: 0), reason: String = "", hasNextAction: Bool = false,
    failedContacts: Int = 0, openStays: Int = 0, openPlacements: Int = 0
  ) {
    self.today = today
    self.reason = reason
    self.hasNextAction = hasNextAction
    self.failedContacts = failedContacts
    self.openStays = openStays
    self.openPlacements = openPlacements
  }
}
