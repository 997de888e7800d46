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
  /// What the person of the case consented to, also what is over.
  package var consents: [Consent] = []
  package var hasAssessment = false
  /// Whether a goal of the case is open.
  package var hasGoal = false
  /// Referrals that were asked for or accepted and are not done.
  package var openReferrals = 0
  package var viewer: RecordID?
  /// Whether the viewer may approve the closing of a case, and whether somebody else may.
  package var isSupervisor = false
  package var hasOtherSupervisor = false
  /// The cases that records referred to belong to, by the field that refers to them.
  package var casesOfLinks: [String: RecordID] = [:]
  /// The day of the gathering that a place is at.
  package var dayOfGathering: CivilDate?
  /// The day on which the stay begins that is asked about.
  package var startOfStay: CivilDate?
  /// Of a stay the host and who else stays there; of a host the adults of the household.
  package var stay: StayFacts?
  package var adults: [HostAdult]?
  /// Of a host whose stage or capacity changes the stays that hold beds there.
  package var guests: [Homestay] = []
  /// Of a need of a home the gender of its person.
  package var gender: Gender?
  /// Of a placement the person's permissions to work, the company and the job.
  package var placement = PlacementFacts()
  /// Whether a sheet says it: what was decided elsewhere is not decided again.
  package var isImport = false
  /// Of a new row of the work permission the row that holds now, and which one it is.
  package var permission: WorkPermissionRow?
  package var permissionID: RecordID?
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
