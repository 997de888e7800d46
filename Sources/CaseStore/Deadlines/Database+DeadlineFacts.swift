import Casework
import GRDB

extension Database {
  /// What the deadlines of a case count from; nil where there is no such case.
  func deadlineFacts(of id: RecordID) throws -> DeadlineFacts? {
    guard let stored = try record(RecordAddress(.case, id)) else { return nil }
    var record = Case(values: stored.values)
    let last = try row(
      "SELECT lastContact FROM \"case\" WHERE id = ?", id.rawValue.databaseValue)
    record.lastContact = try last?.day(at: 0, Case.name(\.lastContact), of: stored.address)
    var facts = DeadlineFacts(DeadlineFacts.Row(id, record))
    facts.residences = try axis(ResidenceRow.self, of: id)
    facts.procedures = try axis(ProcedureRow.self, of: id)
    facts.permissions = try axis(WorkPermissionRow.self, of: id)
    facts.documents = try all(Document.self, of: id)
    facts.stays = try all(Homestay.self, of: id)
    facts.checkIns = try all(CheckIn.self, of: id)
    facts.placements = try all(Placement.self, of: id)
    facts.own = try all(OwnDeadline.self, of: id)
    facts.consents = try all(Consent.self, of: id)
    facts.referrals = try all(Referral.self, of: id)
    facts.assignments = try all(Assignment.self, of: id)
    facts.goals = try all(Goal.self, of: id)
    facts.since = try stagesSince(of: id)
    for company in Set(facts.placements.map(\.record.company)) {
      let found = try row(
        "SELECT name FROM company WHERE id = ?", company.id.rawValue.databaseValue)
      facts.companies[company.id] = found?.text(at: 0)
    }
    for host in Set(facts.stays.map(\.record.host)) {
      let approval = try row(
        "SELECT approvalExpires, stage, suspendedOn, stageSince, name FROM host WHERE id = ?",
        host.id.rawValue.databaseValue)
      facts.hosts[host.id] = approval?.text(at: 4)
      let address = RecordAddress(.host, host.id)
      let stage: HostStage? = try approval?.choice(at: 1, Host.name(\.stage), of: address)
      facts.approvals[host.id] = try approval?.day(at: 0, Host.name(\.approvalExpires), of: address)
      if let stage, stage == .suspended || !stage.mayHaveGuests {
        let since = try approval?.day(
          at: stage == .suspended ? 2 : 3,
          stage == .suspended ? Host.name(\.suspendedOn) : Host.name(\.stageSince),
          of: address)
        facts.suspensions.updateValue(since, forKey: host.id)
      } else if let blocked = try blockedSince(id, from: host.id) {
        facts.suspensions.updateValue(blocked, forKey: host.id)
      }
    }
    return facts
  }

  /// Since when what others know of a case stands in its stage.
  private func stagesSince(of id: RecordID) throws -> [RecordAddress: CivilDate] {
    try [RecordKind.homestay, .placement, .referral].reduce(into: [:]) { since, kind in
      let found = try rows(
        Condition(
          sql: "SELECT id, stageSince FROM \(kind.table) WHERE \"case\" = ?",
          arguments: [id.rawValue.databaseValue]))
      for row in found {
        guard let record = row.number(at: 0) else { continue }
        let address = RecordAddress(kind, RecordID(record))
        since[address] = try row.day(at: 1, Placement.name(\.stageSince), of: address)
      }
    }
  }

  /// Since when a case's person and a host are to be kept apart; nil where they are not.
  private func blockedSince(_ record: RecordID, from host: RecordID) throws -> CivilDate? {
    let first = try row(
      """
      SELECT min(b."on") FROM blockedpair AS b JOIN samePerson AS p ON p."case" = b."case"
      WHERE b.host = ? AND p.other = ?
      """, host.rawValue.databaseValue, record.rawValue.databaseValue
    )
    return try first?.day(at: 0, BlockedPair.name(\.on), of: RecordAddress(.blockedPair, record))
  }

  /// The rows of an axis that no other corrects, latest first.
  func axis<R: AxisRow>(_: R.Type, of id: RecordID) throws -> [DeadlineFacts.Row<R>] {
    uncorrected(try all(R.self, of: id))
  }

  /// Those rows of an axis that none of them corrects, latest first.
  func uncorrected<R: AxisRow>(_ rows: [DeadlineFacts.Row<R>]) -> [DeadlineFacts.Row<R>] {
    let corrected = Set(rows.compactMap { $0.record.corrects?.id })
    return rows.filter { !corrected.contains($0.id) }
      .sorted { ($1.record.on?.dayNumber ?? 0, $1.id) < ($0.record.on?.dayNumber ?? 0, $0.id) }
  }

  /// The records of a kind about a case, oldest first.
  func all<R: Casework.Record>(_: R.Type, of id: RecordID) throws -> [DeadlineFacts.Row<R>] {
    try records(R.kind, RecordDescription.caseField, .link(Link(RecordAddress(.case, id))))
      .map { DeadlineFacts.Row($0.address.id, R(values: $0.values)) }
  }
}
