import Casework
import GRDB

extension Consequence {
  /// A new placement is paused at once where the person has accepted an offer in another.
  static let pausedAtOnce = Consequence(
    kinds: [.placement], origins: .anew,
    settle: { step, draft in
      let now = Placement(values: draft.values)
      let isOpened = draft.before.map { Placement(values: $0.values).stage.isEnd } ?? true
      guard isOpened, now.stage.isBeforeStart, !now.stage.isAccepted, now.pausedOn == nil,
        let other = try step.accepted(besides: draft.before?.address, of: now.case.id)
      else { return }
      draft.values[\Placement.pausedOn] = .date(step.today)
      draft.values[\Placement.pausedFor] = .link(Link(other))
    })

  /// An accepted offer pauses the other placements of the person.
  ///
  /// Where the acceptance is taken back or the placement ends before work, they go on, or wait for
  /// another accepted offer.
  static let pauses = Consequence(
    kinds: [.placement], origins: .anew,
    following: { step, draft in
      let now = Placement(values: draft.values)
      let was = draft.before.map { Placement(values: $0.values).stage.isAccepted } ?? false
      if now.stage.isAccepted, !was { return { try step.pauseOthers(than: $0, of: now.case.id) } }
      guard was, !now.stage.isAccepted, !PlacementStage.endsAfterStart.contains(now.stage) else {
        return nil
      }
      return { try step.wake(from: $0, of: now.case.id) }
    })

  /// A start of work sets the registrations (`Candidate`) of the person to employed, in each of
  /// their cases.
  static let employment = Consequence(
    kinds: [.placement], origins: .anew,
    following: { step, draft in
      let now = Placement(values: draft.values)
      let worked = draft.before.map { Placement(values: $0.values).stage.isWorking } ?? false
      guard now.stage.isWorking, !worked else { return nil }
      return { _ in try step.employ(now.case.id) }
    })
}

extension Step {
  fileprivate func employ(_ record: RecordID) throws {
    for record in try db.records(.candidate, ofPersonOf: record) {
      let stage = Candidate(values: record.values).stage
      guard stage.isSeeking || stage == .paused else { continue }
      try update(record, as: Candidate.self) { $0.stage = .employed }
    }
  }

  fileprivate func pauseOthers(than address: RecordAddress, of record: RecordID) throws {
    for other in try db.records(.placement, ofPersonOf: record) where other.address != address {
      let placement = Placement(values: other.values)
      guard placement.stage.isBeforeStart, placement.pausedOn == nil else { continue }
      try update(other, as: Placement.self) {
        $0.pausedOn = today
        $0.pausedFor = Reference(address.id)
      }
    }
  }

  fileprivate func wake(from address: RecordAddress, of record: RecordID) throws {
    let next = try accepted(besides: address, of: record)
    for other in try db.records(\Placement.pausedFor, .link(Link(address))) {
      let waitsFor = next.flatMap { $0 == other.address ? nil : Reference<Placement>($0.id) }
      try update(other, as: Placement.self) {
        $0.pausedFor = waitsFor
        if waitsFor == nil { $0.pausedOn = nil }
      }
    }
  }

  /// Another placement of the person that is accepted, is not over and does not wait itself.
  fileprivate func accepted(
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
    try stored(
      kind,
      """
      WHERE "case" IN (
        SELECT other FROM samePerson AS p WHERE p."case" = ?)
      ORDER BY id
      """, [record.rawValue.databaseValue])
  }
}
