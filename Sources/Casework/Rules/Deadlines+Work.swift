/// Deadlines that come with a job: what the employer and the person report, the permission to work,
/// and asking how it goes.
extension Deadlines {
  static func work(_ facts: DeadlineFacts) -> [Deadline] {
    facts.placements.flatMap { row -> [Deadline] in
      let placement = row.record
      var deadlines: [Deadline?] = []
      let hasEnded = PlacementStage.endsAfterStart.contains(placement.stage)
      // By the 10th where the person is insured, else by the end of the month: the earlier day.
      // The hiring must be reported even where the person has left since.
      if let start = placement.startedOn, placement.stage.isWorking || hasEnded {
        deadlines.append(
          deadline(.employersReport, of: row.address, from: start, doubts: [.assumed]))
      }
      // Within ten days where the person is insured, else by the end of the month: the earlier day.
      if let end = placement.endedOn, hasEnded {
        deadlines.append(
          deadline(.employersReportLeaving, of: row.address, from: end, doubts: [.assumed]))
      }
      // A new contract and the end of one are two notices.
      if facts.residences.first?.record.statusOfResidence.reportsEmployers == true {
        if let start = placement.startedOn, placement.stage.isWorking || hasEnded {
          deadlines.append(deadline(.changeOfEmployerNotice, of: row.address, from: start))
        }
        if let end = placement.endedOn, hasEnded {
          deadlines.append(deadline(.leavingNotice, of: row.address, from: end))
        }
      }
      return deadlines.compactMap(\.self) + checks(row, facts)
        + [permission(row, facts)].compactMap(\.self)
    } + [permissionExpiry(facts)].compactMap(\.self)
  }

  /// The deadlines to ask how it goes at work, 1, 3, 6 and 12 months after `startedOn`, up to the
  /// first one that is not done.
  private static func checks(
    _ row: DeadlineFacts.Row<Placement>, _ facts: DeadlineFacts
  ) -> [Deadline] {
    guard let start = row.record.startedOn,
      [.started, .retentionSupport].contains(row.record.stage)
    else { return [] }
    var found: [Deadline] = []
    for rule in retentionChecks {
      guard let check = deadline(rule, of: row.address, from: start) else { continue }
      if let asked = row.record.retentionCheckedOn, asked >= check.date { continue }
      found.append(check)
      let isDone = facts.own.contains {
        $0.record.rule == rule && $0.record.done != nil
          && ($0.record.about.isEmpty || $0.record.about == check.about(facts))
      }
      if !isDone { break }
    }
    return found
  }

  static let retentionChecks: [DeadlineRuleID] = [
    .retentionCheck1, .retentionCheck3, .retentionCheck6, .retentionCheck12,
  ]

  /// The deadline to confirm the work permission between an accepted offer and the start of work.
  ///
  /// It counts from `confirmedOn` of the permission; where nobody has confirmed one it is due on
  /// `offerAcceptedOn`.
  private static func permission(
    _ row: DeadlineFacts.Row<Placement>, _ facts: DeadlineFacts
  ) -> Deadline? {
    let placement = row.record
    guard placement.stage.isAccepted, placement.stage.isBeforeStart else { return nil }
    let permission = facts.permissions.first?.record
    if let permission, permission.workPermission.permits, let day = permission.confirmedOn {
      return deadline(.workPermissionCheck, of: row.address, from: day)
    }
    guard let accepted = placement.offerAcceptedOn ?? placement.on else { return nil }
    return deadline(.workPermissionCheck, of: row.address, from: accepted, stated: accepted)
  }

  private static func permissionExpiry(_ facts: DeadlineFacts) -> Deadline? {
    guard let row = facts.permissions.first, row.record.workPermission.permits,
      let until = row.record.until
    else { return nil }
    return deadline(.workPermissionExpiry, of: row.address, from: until, since: row.record.on)
  }
}
