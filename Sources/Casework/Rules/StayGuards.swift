/// What has to hold before a stay goes a step further. The database checks for every writer that
/// the host is approved, has a free bed and is not kept apart from the guest.
extension Homestay {
  func guardProblems(before: Homestay?, facts: CaseFacts) -> [FieldProblem] {
    guard let stay = facts.stay, !stage.isEnd else { return [] }
    let was = before.flatMap { $0.stage.isEnd ? nil : $0 }
    let isOther = was.map { $0.host != host || $0.case != `case` } ?? true
    let isMoved = isOther || was?.stage != stage || was?.start != start || isLonger(than: was)
    var problems: [FieldProblem] = []
    if isMoved, stay.isBlocked { problems.append(FieldProblem(\Homestay.host, .pairBlocked)) }
    if isMoved {
      let until = !isOther && isLonger(than: was) ? was?.end : nil
      problems += approvalProblems(stay, facts, until: until)
    }
    problems += consentProblems(before, stay, facts)
    guard stage.holdsBed else { return problems }
    let held = was.flatMap { $0.stage.holdsBed ? $0 : nil }
    problems += elsewhereProblems(stay, held: held)
    if held == nil || isOther, !facts.isImport { problems += agreementProblems(facts.today) }
    let takesMore =
      held.map { old in
        old.host != host || beds > old.beds || isLonger(than: old) || isEarlier(than: old)
      } ?? true
    if takesMore, let nights = nights(on: facts.today) {
      let others = stay.others.compactMap { other in
        other.nights(on: facts.today).map { (nights: $0, persons: other.beds) }
      }
      if nights.bedsTaken(by: others) + beds > stay.host.capacity ?? 0 {
        problems.append(FieldProblem(\Homestay.host, .noBedFree))
      }
    }
    return problems
  }

  /// A host family learns of somebody only with the person's consent to it, from the first proposal
  /// to the day on which they move in; a sheet is asked like a form.
  ///
  /// A step back discloses nothing, and a host knows a guest who is there already.
  private func consentProblems(
    _ before: Homestay?, _ stay: StayFacts, _ facts: CaseFacts
  ) -> [FieldProblem] {
    let isKnown =
      before.map { old in
        old.host == host && old.case == `case`
          && (stage == .extended && old.stage.holdsBed || old.stage == .endedEarly
            || (old.stage.step ?? -1) >= stage.step ?? -1)
      } ?? false
    let isAllowed = Sharing.isAllowed(
      by: facts.consents, .hostFamilies, to: stay.host.name, on: facts.today)
    guard !isKnown, !isAllowed else { return [] }
    return [
      FieldProblem(\Homestay.stage, .consentRequired, .label(ConsentScope.hostFamilies.labelKey))
    ]
  }

  /// What a stage says has happened: nobody stays before the first night, nothing has ended or was
  /// agreed to on a day that is still to come.
  func futureProblems(before: Homestay?, today: CivilDate) -> [FieldProblem] {
    let isMoved = before?.stage != stage
    let isThere = stage.isUnderWay
    let isOver = stage == .ended || stage == .endedEarly
    let days: [(field: String, day: CivilDate?, isAsked: Bool)] = [
      (Homestay.name(\.start), start, (isThere || isOver) && (isMoved || before?.start != start)),
      // The bed would be free while somebody still sleeps in it.
      (Homestay.name(\.end), end, isOver && (isMoved || before?.end != end)),
      (Homestay.name(\.guestAgreedOn), guestAgreedOn, before?.guestAgreedOn != guestAgreedOn),
      (Homestay.name(\.hostAgreedOn), hostAgreedOn, before?.hostAgreedOn != hostAgreedOn),
    ]
    return days.filter { $0.isAsked && $0.day.map { $0 > today } ?? false }
      .map { FieldProblem($0.field, .dateInFuture) }
  }

  /// A guest cannot sleep in two homes in one night.
  ///
  /// A guest who moves leaves one home on the day on which the next stay begins: stays up to 5 May
  /// and from 5 May do not overlap.
  private func elsewhereProblems(_ facts: StayFacts, held: Homestay?) -> [FieldProblem] {
    let takesNights =
      held.map { old in
        old.case != `case` || isLonger(than: old) || isEarlier(than: old)
      } ?? true
    guard takesNights, let nights,
      let other = facts.own.first(where: { $0.stay.nights?.overlap(nights) ?? false })
    else { return [] }
    return [FieldProblem(\Homestay.start, .guestElsewhere, .record(other.home))]
  }

  /// Guest and host must both have agreed, and not on a day that is still to come.
  private func agreementProblems(_ today: CivilDate) -> [FieldProblem] {
    [
      (Homestay.name(\.guestAgreedOn), guestAgreedOn),
      (Homestay.name(\.hostAgreedOn), hostAgreedOn),
    ].compactMap { field, day in
      guard let day else { return FieldProblem(field, .required) }
      return day > today ? FieldProblem(field, .dateInFuture) : nil
    }
  }

  /// What a change of `stage` asks of `end` and `endReason`.
  ///
  /// Only a stay that holds a bed can be extended or ended.
  func endProblems(before: Homestay?, facts: CaseFacts) -> [FieldProblem] {
    guard let before, before.stage != stage else { return [] }
    var problems: [FieldProblem] = []
    if facts.reason.isEmpty, !canFollow(before.stage) {
      problems.append(FieldProblem(\Homestay.stage, .stageNotAllowed))
    }
    let isLater = end.map { end in before.end.map { $0 < end } ?? true } ?? false
    if stage == .extended, before.stage.holdsBed, !isLater {
      problems.append(FieldProblem(\Homestay.end, .laterEndRequired))
    }
    guard stage == .ended || stage == .endedEarly else { return problems }
    if stage == .endedEarly, endReason == nil {
      problems.append(FieldProblem(\Homestay.endReason, .required))
    }
    if end == nil { problems.append(FieldProblem(\Homestay.end, .required)) }
    return problems
  }

  private func canFollow(_ earlier: StayStage) -> Bool {
    switch stage {
    case .extended, .ended, .endedEarly: earlier.holdsBed
    case .declined, .cancelled: earlier != .inProgress && earlier != .extended
    default: true
    }
  }

  private func isLonger(than old: Homestay?) -> Bool {
    guard let old, let until = old.end else { return false }
    return end.map { $0 > until } ?? true
  }

  private func isEarlier(than old: Homestay) -> Bool {
    (start ?? CivilDate(dayNumber: 0)) < (old.start ?? CivilDate(dayNumber: 0))
  }

  /// The host must be approved.
  ///
  /// In a row of a sheet that holds only for stays with a bed: a proposal is taken over as it is.
  private func approvalProblems(
    _ stay: StayFacts, _ facts: CaseFacts, until: CivilDate?
  ) -> [FieldProblem] {
    let refused = [FieldProblem(\Homestay.host, .hostNotApproved)]
    if facts.isImport {
      guard stage.holdsBed else {
        return [.suspended, .notApproved, .left].contains(stay.host.stage) ? refused : []
      }
      return stay.host.isApproved(on: start ?? facts.today) ? [] : refused
    }
    // The host must be approved today, on the first night of a stay with a bed, and on the day from
    // which nights are added.
    let nights = stage.holdsBed ? [start, until].compactMap(\.self) : []
    let days = [facts.today] + nights
    guard days.allSatisfy(stay.host.isApproved(on:)) else { return refused }
    if stay.adults.isEmpty { return [FieldProblem(\Homestay.host, .adultsRequired)] }
    let isChecked = stay.adults.allSatisfy { $0.result == .clear }
    return isChecked ? [] : [FieldProblem(\Homestay.host, .adultNotChecked)]
  }
}
