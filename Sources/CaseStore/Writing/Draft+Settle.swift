import Casework

extension Draft {
  /// Fills in what a change of the status brings with it: the day, and of a case who did it.
  mutating func settle(today: CivilDate, viewer: Viewer?) {
    switch kind {
    case .case: settleCase(today, viewer)
    case .consent: settle("withdrawnOn", at: ConsentStatus.withdrawn.fieldValue, "status", today)
    case .referral:
      settle("answeredOn", at: ReferralStage.accepted.fieldValue, "stage", today)
      settle("answeredOn", at: ReferralStage.declined.fieldValue, "stage", today)
    case .goal where values["stage"] != GoalStage.open.fieldValue:
      settle("endedOn", at: values["stage"] ?? .absent, "stage", today)
    case .homestay:
      settle("guestAgreedOn", at: StayStage.guestAgreed.fieldValue, "stage", today)
      settle("hostAgreedOn", at: StayStage.hostAgreed.fieldValue, "stage", today)
    case .host: settleHost(today)
    case .placement: settlePlacement(today)
    default: break
    }
  }

  /// Since when a host is suspended; no day is left where that is over.
  private mutating func settleHost(_ today: CivilDate) {
    let suspended = HostStage.suspended.fieldValue
    if values["stage"] == suspended {
      settle("suspendedOn", at: suspended, "stage", today)
    } else if before?.values["stage"] == suspended {
      values["suspendedOn"] = .absent
    }
  }

  /// The days on a way to work; the result of a change of status stays when it goes on.
  mutating func settlePlacement(_ today: CivilDate) {
    settle("offerAcceptedOn", at: PlacementStage.offerAccepted.fieldValue, "stage", today)
    settle("startedOn", at: PlacementStage.started.fieldValue, "stage", today)
    if values["pausedOn"]?.isAbsent != false { values["pausedFor"] = .absent }
    guard let stage = values["stage"].flatMap(PlacementStage.init(fieldValue:)) else { return }
    let earlier = before?.values["stage"].flatMap(PlacementStage.init(fieldValue:))
    if stage.statusResult != nil {
      guard earlier != stage else { return }
      settle("statusDecidedOn", at: stage.fieldValue, "stage", today)
      settleStatusResult()
    } else if let earlier, stage.isBeforeStart, earlier.isWorking || earlier.statusResult != nil {
      // A step back: what was decided was entered by mistake.
      values["statusResult"] = .absent
      values["statusDecidedOn"] = .absent
    }
  }

  /// What the stage itself tells of an application for a change of status.
  mutating func settleStatusResult() {
    let stage = values["stage"].flatMap(PlacementStage.init(fieldValue:))
    if let result = stage?.statusResult { values["statusResult"] = result.fieldValue }
  }

  /// Sets the day of a status that is entered now, where nobody said another.
  private mutating func settle(
    _ day: String, at status: FieldValue, _ field: String, _ today: CivilDate
  ) {
    guard values[field] == status, before?.values[field] != status,
      values[day]?.isAbsent != false
    else { return }
    values[day] = .date(today)
  }

  private mutating func settleCase(_ today: CivilDate, _ viewer: Viewer?) {
    guard let from = before?.values["status"].flatMap(CaseStatus.init(fieldValue:)),
      let to = values["status"].flatMap(CaseStatus.init(fieldValue:)), from != to
    else { return }
    let who = viewer.map { FieldValue.link(Link($0.address)) } ?? .absent
    switch to {
    case .closureRequested: values["closureRequestedBy"] = who
    case .closed:
      values["closureApprovedBy"] = who
      settle("closedOn", at: CaseStatus.closed.fieldValue, "status", today)
    default: break
    }
    guard CaseMove(from: from, to: to).isReopening else { return }
    let count = values["reopenedCount"].flatMap(Int.init(fieldValue:)) ?? 0
    values["reopenedCount"] = .number(count + 1)
    for field in ["closedOn", "closureRequestedBy", "closureApprovedBy"] {
      values[field] = .absent
    }
  }
}

extension Step {
  /// Where work on a case ends, nobody goes on looking into it; who did is still shown.
  func endAssignments(of draft: Draft) throws {
    guard let from = draft.before?.values["status"].flatMap(CaseStatus.init(fieldValue:)),
      let to = draft.values["status"].flatMap(CaseStatus.init(fieldValue:)), !from.isEnd, to.isEnd,
      let id = draft.before?.address.id
    else { return }
    for row in try db.all(Assignment.self, of: id) {
      guard let until = row.record.until, until > today,
        let record = try db.record(RecordAddress(.assignment, row.id))
      else { continue }
      let last = max(today, row.record.start ?? today)
      if last < until { try update(record, ["until": .date(last)]) }
    }
  }
}
