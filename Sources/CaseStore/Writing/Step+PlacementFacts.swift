import Casework
import GRDB

/// What the rules of a placement need to know.
extension Step {
  func placementFacts(for draft: Draft) throws -> PlacementFacts {
    let placement = Placement(values: draft.values)
    var facts = PlacementFacts()
    if let company = try db.record(RecordAddress(.company, placement.company.id)) {
      facts.companyName = Company(values: company.values).name
    }
    facts.job = try placement.job.flatMap { try db.record(RecordAddress(.job, $0.id)) }
      .map { Job(values: $0.values) }
    // What the placement itself says counts more than the job.
    let own = placement.occupation
    let occupation = Terms.phrase(own).isEmpty ? facts.job?.occupation ?? "" : own
    let company = facts.companyName
    facts.permissions = try db.axis(WorkPermissionRow.self, of: placement.case.id).map { row in
      let paper = try row.record.document.flatMap {
        try db.record(RecordAddress(.document, $0.id))
      }.map { Document(values: $0.values) }
      return PlacementFacts.Permission(row.record, paper: paper).compared(with: company, occupation)
    }
    let applications = try db.all(StatusApplication.self, of: placement.case.id).map(\.record)
    facts.residence = try db.axis(ResidenceRow.self, of: placement.case.id).first?.record
      .told(byAny: applications)
    facts.hasOpenForJob = try hasOpenForJob(placement, draft.before)
    return facts
  }

  /// Whether the person has another open placement for the job; what stood so before is left as it
  /// is.
  private func hasOpenForJob(_ placement: Placement, _ before: StoredRecord?) throws -> Bool {
    guard let job = placement.job, !placement.stage.isEnd else { return false }
    if let before {
      let earlier = Placement(values: before.values)
      let isSame = earlier.job == placement.job && earlier.case == placement.case
      if isSame, !earlier.stage.isEnd { return false }
    }
    return try db.row(
      """
      SELECT 1 FROM placement AS p JOIN samePerson AS s ON s."case" = p."case"
      WHERE p.job = ? AND +p.isOpen = 1 AND p.id <> ? AND s.other = ? LIMIT 1
      """, job.id.rawValue.databaseValue, (before?.address.id.rawValue ?? 0).databaseValue,
      placement.case.id.rawValue.databaseValue) != nil
  }
}
