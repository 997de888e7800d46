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
  /// How the case stands that a record is about.
  package var statusOfCase: CaseStatus?
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
  /// For an attendance: the day of its gathering.
  package var dayOfGathering: CivilDate?
  /// For a check-in: the first day of its stay.
  package var startOfStay: CivilDate?
  /// For a stay: its host, and the other stays there.
  package var stay: StayFacts?
  /// For a host: the adults of the household.
  package var adults: [HostAdult]?
  /// For a host whose stage or capacity changes: the stays that hold beds there.
  package var guests: [Homestay] = []
  /// For a `Lodging`: the gender of the person whose case it is.
  package var gender: Gender?
  /// For a placement: the person's work permissions, the company and the job.
  package var placement = PlacementFacts()
  /// Whether the record comes from a sheet.
  ///
  /// Rules that decide something then do not apply: it was decided elsewhere.
  package var isImport = false
  /// For a new row of the work permission: the row in force now, and its number.
  package var permission: WorkPermissionRow?
  package var permissionID: RecordID?
  /// The type of the document that a row of a legal axis refers to.
  package var evidence: DocumentType?
  /// The case for which the sheet was printed that a consent names; nil where none has its number.
  package var sheetCase: RecordID?

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
