/// Deadlines of stays with hosts, and of keeping in touch.
extension Deadlines {
  static func stays(_ facts: DeadlineFacts) -> [Deadline] {
    facts.stays.compactMap { whereabouts($0, facts) }
      + facts.stays.filter { !$0.record.stage.isEnd }.flatMap { row -> [Deadline] in
        let always =
          [concern(row, facts), moveOn(row)] + urgent(row, facts)
          // Also where nobody has marked yet that the guest moved in.
          + (row.record.stage.holdsBed ? [checkIn(row, facts)] : [])
        guard row.record.stage.isUnderWay else {
          return always.compactMap(\.self)
        }
        return (always + [vetting(row, facts), move(row, facts)])
          .compactMap(\.self)
      }
  }

  /// The deadline to find out where a guest sleeps whose stay ended for safety or after an urgent
  /// check-in.
  ///
  /// It stands until `endReason`, a secured `moveOnState` or a later stay says where: the other
  /// deadlines of a stay end with it, and the danger may go on.
  private static func whereabouts(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    let stay = row.record
    guard stay.stage == .ended || stay.stage == .endedEarly, let end = stay.end,
      !stay.saysWhereTo,
      stay.endReason == .safetyConcern
        || facts.checkIns(of: row.id, .guest).last?.record.mood == .urgent
    else { return nil }
    let hasBed = facts.stays.contains { other in
      guard other.id != row.id, let start = other.record.start, start >= end else { return false }
      return other.record.stage.holdsBed || other.record.stage == .ended
    }
    return hasBed ? nil : deadline(.guestWhereabouts, of: row.address, from: end)
  }

  /// One deadline for each side, guest and host, whose last check-in was urgent.
  ///
  /// A better check-in of the host does not end the deadline of the guest, nor the other way round.
  private static func urgent(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> [Deadline?] {
    StaySide.allCases.map { side in
      let last = facts.checkIns(of: row.id, side).last
      guard let last, last.record.mood == .urgent, let on = last.record.on else { return nil }
      return deadline(.stayUrgent, of: last.address, from: on)
    }
  }

  /// The deadline to know where the guest goes next: a month before `end`, or on `start` where the
  /// stay is shorter, so for a stay from 10 May to 20 May on 10 May.
  ///
  /// It is met by a `moveOnState` that is secured, or applied for with a `moveOnPlan`. A plan alone
  /// may say that nothing is settled.
  private static func moveOn(_ row: DeadlineFacts.Row<Homestay>) -> Deadline? {
    let stay = row.record
    guard stay.stage.holdsBed, !stay.hasMoveOnPlan, let start = stay.start,
      let end = stay.end, let rule = DeadlineRule.of(.stayMoveOn)
    else { return nil }
    return deadline(
      .stayMoveOn, of: row.address, from: end, since: start,
      stated: max(start, rule.date(from: end)))
  }

  /// The deadline to act at once where the host of a stay is suspended, or where guest and host
  /// must be kept apart.
  private static func concern(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let suspended = facts.suspensions[row.record.host.id],
      let since = suspended ?? row.record.start
    else { return nil }
    return deadline(.hostConcern, of: row.address, from: since)
  }

  /// No successful contact for so many days.
  static func contact(_ facts: DeadlineFacts) -> [Deadline] {
    guard let last = facts.case.record.lastContact ?? facts.case.record.opened else { return [] }
    return [deadline(.contactOverdue, of: facts.case.address, from: last)].compactMap(\.self)
  }

  /// The first check-in on the way after which the guest was not asked: on day 1 and 3, after a
  /// week, then every two weeks.
  private static func checkIn(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let start = row.record.start else { return nil }
    let last = facts.checkIns(of: row.id, .guest).last?.record.on ?? start
    func next(_ due: Deadline?) -> Deadline? {
      // Also after the planned end: who is still there is still asked.
      due.flatMap { $0.date > last ? $0 : nil }
    }
    for rule in [DeadlineRuleID.stayCheckIn1, .stayCheckIn3, .stayCheckIn7] {
      let due = deadline(rule, of: row.address, from: start)
      if let due, due.date > last { return next(due) }
    }
    guard let week = DeadlineRule.of(.stayCheckIn7),
      let fortnight = DeadlineRule.of(.stayCheckInBiweekly), fortnight.amount > 0
    else { return nil }
    let first = week.date(from: start)
    let passed = max(0, last.dayNumber - first.dayNumber) / fortnight.amount
    // Each counts from the one before: what staff decide of one means no other.
    return next(
      deadline(
        .stayCheckInBiweekly, of: row.address,
        from: first.adding(days: passed * fortnight.amount)))
  }

  private static func vetting(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let expires = facts.approvals[row.record.host.id] else { return nil }
    return deadline(.vettingExpiry, of: row.address, from: expires, since: row.record.start)
  }

  /// A resident who moves in tells the municipality, if they take their address there.
  private static func move(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let start = row.record.start else { return nil }
    if let residence = facts.residences.first?.record, !residence.isRegisteredResident {
      return nil
    }
    return deadline(.addressNotice, of: row.address, from: start, doubts: [.assumed])
  }
}

extension Homestay {
  /// Whether it is known where the guest went: the reason of the end says so, or the plan is settled.
  fileprivate var saysWhereTo: Bool {
    switch endReason {
    case .ownHousingFound, .movedForWork, .toShelter: true
    default: moveOnState == .secured
    }
  }

  /// Whether it is secured where the guest goes next, or applied for by a plan.
  fileprivate var hasMoveOnPlan: Bool {
    moveOnState == .secured || moveOnState == .applied && !moveOnPlan.text.isEmpty
  }
}

extension DeadlineFacts {
  /// The check-ins of one side of a stay, oldest first.
  fileprivate func checkIns(of stay: RecordID, _ side: StaySide) -> [Row<CheckIn>] {
    checkIns.filter { $0.record.homestay.id == stay && $0.record.asked == side }
      .sorted { ($0.record.on?.dayNumber ?? 0, $0.id) < ($1.record.on?.dayNumber ?? 0, $1.id) }
  }
}
