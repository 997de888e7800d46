/// The facts of one case that deadlines count from.
package struct DeadlineFacts: Sendable {
  /// A record with its place.
  package struct Row<R: Record>: Sendable {
    package let id: RecordID
    package let record: R

    package init(_ id: RecordID, _ record: R) {
      self.id = id
      self.record = record
    }

    var address: RecordAddress { RecordAddress(R.kind, id) }
  }

  package var `case`: Row<Case>
  /// Whose case it is.
  package var person: Person?
  /// Rows that no other corrects, latest first.
  package var residences: [Row<ResidenceRow>] = []
  package var procedures: [Row<ProcedureRow>] = []
  package var applications: [Row<StatusApplication>] = []
  package var documents: [Row<Document>] = []
  package var stays: [Row<Homestay>] = []
  package var checkIns: [Row<CheckIn>] = []
  package var permissions: [Row<WorkPermissionRow>] = []
  package var placements: [Row<Placement>] = []
  /// When the approval of a host of these stays ends.
  package var approvals: [RecordID: CivilDate] = [:]
  /// The hosts of these stays with whom nobody may stay any more: suspended, gone, or to be kept
  /// apart from the guest; and since when where it is known.
  package var suspensions: [RecordID: CivilDate?] = [:]
  /// The names of the companies of these placements, and of the hosts of these stays.
  package var companies: [RecordID: String] = [:]
  package var hosts: [RecordID: String] = [:]
  /// Since when these stays, placements and referrals stand in their stage, where it is known.
  package var since: [RecordAddress: CivilDate] = [:]
  package var consents: [Row<Consent>] = []
  package var referrals: [Row<Referral>] = []
  package var assignments: [Row<Assignment>] = []
  package var goals: [Row<Goal>] = []
  /// What staff decided, oldest first.
  package var own: [Row<OwnDeadline>] = []
  /// Who saw deadlines, oldest first.
  package var sightings: [Row<Sighting>] = []
  /// Whether somebody who still works here owns the case.
  package var isOwned = true
  package var ladders = Ladder.readyMade

  package init(_ case: Row<Case>) { self.case = `case` }
}
