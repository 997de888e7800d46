import Casework

extension Draft {
  /// Fills in what a change of the status brings with it: the day, and of a case who did it.
  mutating func settle(today: CivilDate, viewer: Viewer?, reason: String = "") {
    switch kind {
    case .case: settleCase(today, viewer)
    case .consent: settle("withdrawnOn", at: ConsentStatus.withdrawn.fieldValue, "status", today)
    case .referral:
      settle("answeredOn", at: ReferralStage.accepted.fieldValue, "stage", today)
      settle("answeredOn", at: ReferralStage.declined.fieldValue, "stage", today)
    case .goal where values["stage"] != GoalStage.open.fieldValue:
      settle("endedOn", at: values["stage"] ?? .absent, "stage", today)
    case .encounter where before != nil && values["bothWish"] != .flag(true):
      // Who takes back the wish is not kept on record as knowing somebody.
      for field in ["met", "metName", "notes"] { values[field] = .absent }
    case .homestay:
      clearAgreements()
      settle("guestAgreedOn", at: StayStage.guestAgreed.fieldValue, "stage", today)
      settle("hostAgreedOn", at: StayStage.hostAgreed.fieldValue, "stage", today)
    case .host: settleHost(today, reason)
    case .placement: settlePlacement(today)
    default: break
    }
  }

  /// What was agreed to was this guest in this home, at this stage: another host, another guest or a
  /// step back to before is to be agreed to anew.
  private mutating func clearAgreements() {
    guard let before = before?.values else { return }
    let isOther = before["host"] != values["host"] || before["case"] != values["case"]
    let step = values["stage"].flatMap(StayStage.init(fieldValue:)).flatMap(\.step)
    let earlier = before["stage"].flatMap(StayStage.init(fieldValue:)).flatMap(\.step)
    for (day, stage) in [("guestAgreedOn", StayStage.guestAgreed), ("hostAgreedOn", .hostAgreed)] {
      let agreed = stage.step ?? 0
      let isBack = step.map { $0 < agreed && earlier.map { $0 >= agreed } ?? false } ?? false
      if isOther || isBack, values[day] == before[day] { values[day] = .absent }
    }
  }

  /// Since when a host is suspended, and why where nothing else is said; no day is left where that
  /// is over.
  private mutating func settleHost(_ today: CivilDate, _ reason: String) {
    let suspended = HostStage.suspended.fieldValue
    if values["stage"] == suspended {
      let isNew = before?.values["stage"] != suspended
      if isNew, values["concern"]?.isAbsent != false { values["concern"] = reason.fieldValue }
      settle("suspendedOn", at: suspended, "stage", today)
    } else if before?.values["stage"] == suspended {
      values["suspendedOn"] = .absent
    }
  }

  /// The days on a way to work; the result of a change of status stays when it goes on.
  mutating func settlePlacement(_ today: CivilDate) {
    if values["pausedOn"]?.isAbsent != false { values["pausedFor"] = .absent }
    guard let stage = values["stage"].flatMap(PlacementStage.init(fieldValue:)) else { return }
    let earlier = before?.values["stage"].flatMap(PlacementStage.init(fieldValue:))
    if let earlier { takeBackDays(from: earlier, to: stage) }
    settle("offerAcceptedOn", at: PlacementStage.offerAccepted.fieldValue, "stage", today)
    // Nobody is retained from the day on which it is entered: that day is asked for.
    if stage.isWorking, stage != .retained, earlier?.isWorking != true {
      settle("startedOn", at: stage.fieldValue, "stage", today)
    }
    if stage.statusResult != nil {
      guard earlier != stage else { return }
      settle("statusDecidedOn", at: stage.fieldValue, "stage", today)
      if !isSaid("statusResult") { settleStatusResult() }
    } else if let earlier, earlier != stage,
      stage == .enteredByMistake
        || stage.isBeforeStart && (earlier.isWorking || earlier.statusResult != nil)
    {
      // A step back: what was decided was entered by mistake.
      values["statusResult"] = .absent
      values["statusDecidedOn"] = .absent
    }
  }

  /// Empties the days of what a step back takes back, but for a day that is said in the same save.
  private mutating func takeBackDays(from earlier: PlacementStage, to stage: PlacementStage) {
    guard let step = stage.step, earlier != stage else { return }
    func isTakenBack(_ reached: PlacementStage) -> Bool {
      guard let first = reached.step, step < first else { return false }
      return earlier.step.map { $0 >= first } ?? true
    }
    var days: [String] = []
    if isTakenBack(.offerAccepted) { days.append("offerAcceptedOn") }
    if isTakenBack(.started) { days.append("startedOn") }
    if earlier.step == nil { days.append("endedOn") }
    for day in days where !isSaid(day) { values[day] = .absent }
  }

  /// Whether this save says something else of a field than what was there.
  private func isSaid(_ field: String) -> Bool {
    values[field] ?? .absent != before?.values[field] ?? .absent
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
    // Nobody asks for it any more.
    case .active where from == .closureRequested, .monitoring where from == .closureRequested:
      values["closureRequestedBy"] = .absent
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
