import Casework
import GRDB

extension Consequence {
  /// A new case gets its number and its code.
  static let caseNumber = Consequence(
    kinds: [.case], origins: .anew,
    settle: { step, draft in
      guard draft.before == nil else { return }
      try CaseNumber.assign(&draft.values, today: step.today, in: step.db)
    })

  /// The records about a duplicate move to the surviving case.
  static let merge = Consequence(
    kinds: [.case], origins: .byPerson,
    following: { step, draft in
      guard draft.before != nil, !draft.changes.isEmpty,
        draft.values.value(of: \Case.status) == .duplicate,
        let survivor = try step.survivor(of: draft)
      else { return nil }
      return { try step.merge($0, into: survivor) }
    })

  /// When a case ends, its assignments end too; they stay on record.
  static let endOfAssignments = Consequence(
    kinds: [.case], origins: .byPerson,
    following: { step, draft in
      draft.endsCase ? { try step.endAssignments(of: $0.id) } : nil
    })

  /// Where somebody takes back that volunteers are told of them, those who could see the case see it no
  /// more from then on.
  static let endOfSharing = Consequence(
    kinds: [.consent], origins: .anew,
    following: { step, draft in
      let consent = Consent(values: draft.values)
      guard consent.scope == .volunteers, consent.status != .given else { return nil }
      return { _ in try step.endSharing(of: consent.case.id) }
    })
}

extension Draft {
  /// Whether a case that was open comes to any of its ends.
  var endsCase: Bool {
    guard let before else { return false }
    return !Case(values: before.values).status.isEnd && Case(values: values).status.isEnd
  }
}

extension Step {
  fileprivate func endSharing(of id: RecordID) throws {
    let consents = try db.all(Consent.self, of: id).map(\.record)
    guard !Sharing.isAllowed(by: consents, .volunteers, to: nil, on: today) else { return }
    let yesterday = today.adding(days: -1)
    for row in try db.all(Assignment.self, of: id) {
      guard let until = row.record.until, until > yesterday,
        let record = try db.record(RecordAddress(.assignment, row.id))
      else { continue }
      try update(record, as: Assignment.self) { assignment in
        assignment.until = yesterday
        // What was to begin has no day left.
        assignment.start = assignment.start.map { min($0, yesterday) }
      }
    }
  }

  fileprivate func endAssignments(of id: RecordID) throws {
    for row in try db.all(Assignment.self, of: id) {
      guard let until = row.record.until, until > today,
        let record = try db.record(RecordAddress(.assignment, row.id))
      else { continue }
      let last = max(today, row.record.start ?? today)
      if last < until { try update(record, as: Assignment.self) { $0.until = last } }
    }
  }
}
