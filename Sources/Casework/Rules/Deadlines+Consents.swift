/// Deadlines of consents, and of what others were told under them (domain model 3.9).
extension Deadlines {
  static func consents(_ facts: DeadlineFacts) -> [Deadline] {
    missing(facts) + recalls(facts)
      + facts.consents.compactMap { row in
        guard row.record.status == .given, let expires = row.record.expires else { return nil }
        return deadline(.consentExpiry, of: row.address, from: expires, since: row.record.on)
      }
  }

  /// Goals by their own date; an answer that does not come; the day a pause ends.
  static func plan(_ facts: DeadlineFacts) -> [Deadline] {
    let goals = facts.goals.compactMap { row -> Deadline? in
      guard row.record.stage == .open, let due = row.record.due else { return nil }
      return deadline(.goalDue, of: row.address, from: due, since: row.record.on)
    }
    let silent = facts.referrals.compactMap { row -> Deadline? in
      guard row.record.stage == .requested, let on = row.record.on else { return nil }
      return deadline(.referralSilent, of: row.address, from: on)
    }
    let record = facts.case.record
    let pause = record.status == .onHold ? record.resumeOn : nil
    return goals + silent
      + [pause.flatMap { deadline(.resume, of: facts.case.address, from: $0) }].compactMap(\.self)
  }

  /// From the intake on there is to be consent to the support and to keeping what is told.
  private static func missing(_ facts: DeadlineFacts) -> [Deadline] {
    guard facts.case.record.status != .inquiry, let opened = facts.case.record.opened else {
      return []
    }
    let isLacking = ConsentScope.beforeAssessment.contains { scope in
      !facts.consents.contains { $0.record.scope == scope && $0.record.status == .given }
    }
    guard isLacking else { return [] }
    return [deadline(.consentMissing, of: facts.case.address, from: opened)].compactMap(\.self)
  }

  /// Whatever still goes on under a consent that was taken back is to be called off.
  private static func recalls(_ facts: DeadlineFacts) -> [Deadline] {
    facts.consents.filter { $0.record.status == .withdrawn }.flatMap { row -> [Deadline] in
      guard let withdrawn = row.record.withdrawnOn else { return [] }
      return sharings(under: row.record, withdrawn, facts).compactMap {
        deadline(.recallSharing, of: $0, from: withdrawn)
      }
    }
  }

  private static func sharings(
    under consent: Consent, _ day: CivilDate, _ facts: DeadlineFacts
  ) -> [RecordAddress] {
    let referrals = facts.referrals.filter { row in
      row.record.scope == consent.scope && row.record.stage.isOpen
        && consent.names(row.record.recipient)
        && !isCovered(consent.scope, row.record.recipient, day, facts)
    }.map(\.address)
    if isCovered(consent.scope, nil, day, facts) { return referrals }
    switch consent.scope {
    case .hostFamilies:
      return referrals + facts.stays.filter { !$0.record.stage.isEnd }.map(\.address)
    case .companies:
      return referrals + facts.placements.filter { $0.record.stage.isIntroduced }.map(\.address)
    case .volunteers:
      let assignments = facts.assignments.filter { $0.record.until.map { $0 > day } ?? true }
      return referrals + assignments.map(\.address)
    default: return referrals
    }
  }

  /// Whether another consent, given by that day or later, allows it still.
  private static func isCovered(
    _ scope: ConsentScope, _ recipient: String?, _ day: CivilDate, _ facts: DeadlineFacts
  ) -> Bool {
    facts.consents.contains { row in
      row.record.allows(scope, to: recipient, on: max(day, row.record.on ?? day))
    }
  }
}

extension PlacementStage {
  /// Whether a company has the name: from the screening of the CV to the last day of support.
  package var isIntroduced: Bool {
    guard let step, let first = PlacementStage.cvScreening.step else { return false }
    return !isEnd && step >= first
  }
}
