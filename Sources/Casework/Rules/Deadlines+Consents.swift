/// Deadlines of consents, and of what others were told under them (domain model 3.9).
extension Deadlines {
  static func consents(_ facts: DeadlineFacts) -> [Deadline] {
    missing(facts) + recalls(facts)
      + facts.consents.compactMap { row in
        guard row.record.status == .given, let expires = row.record.expires else { return nil }
        return deadline(.consentExpiry, of: row.address, from: expires, since: row.record.on)
      }
  }

  /// The deadlines of goals (their target date), of referrals without an answer, and of a case on
  /// hold (`resumeOn`).
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

  /// From the intake on a case must have consents to the support and to keeping records.
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

  /// A deadline for each recipient who knew something on the day a consent was taken back or
  /// refused: staff must tell them to stop.
  ///
  /// It stands also where the work with them has ended since, until it is recorded that they were
  /// told.
  private static func recalls(_ facts: DeadlineFacts) -> [Deadline] {
    facts.consents.flatMap { row -> [Deadline] in
      let consent = row.record
      guard let day = consent.endedOn else { return [] }
      return disclosures(under: consent, facts).compactMap {
        deadline(.recallSharing, of: $0, from: day)
      }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The records by which others learned something under a consent that was taken back or refused:
  /// referrals, stays and placements that must stop.
  package static func disclosures(under consent: Consent, _ facts: DeadlineFacts) -> [RecordAddress]
  {
    guard let day = consent.endedOn else { return [] }
    let referrals = facts.referrals.filter { row in
      row.record.scope == consent.scope && consent.names(row.record.recipient)
        && (row.record.stage.isOpen
          // The recipient of a revoked referral has been told to stop.
          || row.record.stage != .revoked && wentOn(row.address, on: day, facts))
        && !isCovered(consent.scope, row.record.recipient, day, facts)
    }.map(\.address)
    if consent.scope == .companies { return referrals + introductions(under: consent, day, facts) }
    switch consent.scope {
    case .hostFamilies:
      let stays = facts.stays.filter { row in
        let host = facts.hosts[row.record.host.id] ?? ""
        return consent.names(host) && !isCovered(consent.scope, host, day, facts)
          && (!row.record.stage.isEnd || wentOn(row.address, on: day, facts))
      }
      return referrals + stays.map(\.address)
    case .volunteers where !isCovered(consent.scope, nil, day, facts):
      let assignments = facts.assignments.filter { $0.record.until.map { $0 > day } ?? true }
      return referrals + assignments.map(\.address)
    default: return referrals
    }
  }

  /// The companies that a consent is about, that have the name and that no other consent covers.
  private static func introductions(
    under consent: Consent, _ day: CivilDate, _ facts: DeadlineFacts
  ) -> [RecordAddress] {
    let consents = facts.consents.map(\.record)
    return facts.placements.filter { row in
      let company = facts.companies[row.record.company.id] ?? ""
      let hasEnded = row.record.stage.step == nil && Introduction.isKnown(row.record)
      guard consent.names(company),
        row.record.stage.isIntroduced || hasEnded && wentOn(row.address, on: day, facts)
      else { return false }
      return !consents.contains { other in
        Introduction.consents(consents, to: company, on: max(day, other.on ?? day))
          .contains(other)
      }
    }.map(\.address)
  }

  /// Whether what has ended still went on when the person said no.
  private static func wentOn(
    _ record: RecordAddress, on day: CivilDate, _ facts: DeadlineFacts
  ) -> Bool {
    facts.since[record].map { $0 >= day } ?? false
  }

  /// Whether another consent, given by that day or later, allows it still.
  private static func isCovered(
    _ scope: ConsentScope, _ recipient: String?, _ day: CivilDate, _ facts: DeadlineFacts
  ) -> Bool {
    let consents = facts.consents.map(\.record)
    return consents.contains { other in
      Sharing.consents(consents, scope, to: recipient, on: max(day, other.on ?? day))
        .contains(other)
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
