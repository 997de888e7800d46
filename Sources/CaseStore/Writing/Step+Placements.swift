import Casework
import GRDB

/// What the rules of a placement ask, and what accepting an offer does to the others.
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
    facts.residence = try db.axis(ResidenceRow.self, of: placement.case.id).first?.record
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

  /// A way to work that is opened while the person has accepted another waits for that one.
  func pauseAtOnce(_ draft: inout Draft) throws {
    guard draft.kind == .placement else { return }
    let now = Placement(values: draft.values)
    let isOpened = draft.before.map { Placement(values: $0.values).stage.isEnd } ?? true
    guard isOpened, now.stage.isBeforeStart, !now.stage.isAccepted, now.pausedOn == nil,
      let other = try accepted(besides: draft.before?.address, of: now.case.id)
    else { return }
    draft.values["pausedOn"] = .date(today)
    draft.values["pausedFor"] = .link(Link(other))
  }

  /// Who starts to work is employed, in the registration of each of their cases.
  ///
  /// A sheet tells of registrations by itself: an import does not come this way.
  func settleReadiness(after draft: Draft) throws {
    guard draft.kind == .placement else { return }
    let now = Placement(values: draft.values)
    let worked = draft.before.map { Placement(values: $0.values).stage.isWorking } ?? false
    guard now.stage.isWorking, !worked else { return }
    for record in try db.records(.candidate, ofPersonOf: now.case.id) {
      let stage = Candidate(values: record.values).stage
      guard stage.isSeeking || stage == .paused else { continue }
      try update(record, ["stage": Readiness.employed.fieldValue])
    }
  }

  /// Pauses the other ways to work of a person who accepts an offer, and wakes them where that is
  /// taken back or comes to nothing; where another offer is accepted, they wait for that one.
  func settlePauses(after draft: Draft, at address: RecordAddress) throws {
    guard draft.kind == .placement else { return }
    let now = Placement(values: draft.values)
    let was = draft.before.map { Placement(values: $0.values).stage.isAccepted } ?? false
    if now.stage.isAccepted, !was {
      for other in try db.records(.placement, ofPersonOf: now.case.id)
      where other.address != address {
        let placement = Placement(values: other.values)
        guard placement.stage.isBeforeStart, placement.pausedOn == nil else { continue }
        try update(other, ["pausedOn": .date(today), "pausedFor": .link(Link(address))])
      }
    } else if was, !now.stage.isAccepted, !PlacementStage.endsAfterStart.contains(now.stage) {
      let next = try accepted(besides: address, of: now.case.id)
      for other in try db.records(.placement, "pausedFor", .link(Link(address))) {
        if let next, next != other.address {
          try update(other, ["pausedFor": .link(Link(next))])
        } else {
          try update(other, ["pausedOn": .absent, "pausedFor": .absent])
        }
      }
    }
  }

  /// Another placement of the person that is accepted, is not over and does not wait itself.
  private func accepted(
    besides address: RecordAddress?, of record: RecordID
  ) throws -> RecordAddress? {
    try db.records(.placement, ofPersonOf: record).first { other in
      let placement = Placement(values: other.values)
      return other.address != address && placement.stage.isAccepted && !placement.stage.isEnd
        && placement.pausedOn == nil
    }?.address
  }
}

extension Database {
  /// The records of a kind about any case of a case's person, oldest first.
  fileprivate func records(_ kind: RecordKind, ofPersonOf record: RecordID) throws
    -> [StoredRecord]
  {
    let fields = Fields(of: kind)
    return try rows(
      Condition(
        sql: """
          \(fields.select) WHERE "case" IN (
            SELECT other FROM samePerson AS p WHERE p."case" = ?)
          ORDER BY id
          """, arguments: [record.rawValue.databaseValue])
    ).map(fields.record)
  }
}
