/// What has to hold before a host is approved, and while guests stay there.
extension Host {
  /// Whether the host may have guests on a day.
  package func isApproved(on day: CivilDate) -> Bool {
    stage.isApproved && (approvalExpires.map { $0 >= day } ?? false)
  }

  /// What an approval still lacks (domain model 3.6).
  func approvalProblems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    guard stage.isApproved, before?.stage.isApproved != true, !facts.isImport,
      let adults = facts.adults
    else { return [] }
    let days: [(field: String, day: CivilDate?)] = [
      (Host.name(\.homeVisitOn), homeVisitOn), (Host.name(\.referencesOn), referencesOn),
      (Host.name(\.trainingOn), trainingOn),
      (Host.name(\.approvedOn), approvedOn), (Host.name(\.approvalExpires), approvalExpires),
    ]
    var problems = days.filter { $0.day == nil }.map { FieldProblem($0.field, .required) }
    if let approvalExpires, approvalExpires < facts.today {
      problems.append(FieldProblem(\Host.approvalExpires, .approvalOver))
    }
    if adults.isEmpty {
      problems.append(FieldProblem(\Host.stage, .adultsRequired))
    } else if adults.contains(where: { $0.result != .clear }) {
      problems.append(FieldProblem(\Host.stage, .adultNotChecked))
    }
    return problems
  }

  /// A stage says what was done: none of it on a day that is still to come.
  func futureProblems(before: Host?, today: CivilDate) -> [FieldProblem] {
    let isMoved = before?.stage != stage
    let done: [(field: String, day: CivilDate?, was: CivilDate?, by: HostStage)] = [
      (Host.name(\.homeVisitOn), homeVisitOn, before?.homeVisitOn, .homeVisitDone),
      (Host.name(\.referencesOn), referencesOn, before?.referencesOn, .documentsChecked),
      (Host.name(\.trainingOn), trainingOn, before?.trainingOn, .trainingDone),
      (Host.name(\.approvedOn), approvedOn, before?.approvedOn, .approved),
    ]
    return done.filter { item in
      guard let day = item.day, day > today, let step = stage.step, let by = item.by.step else {
        return false
      }
      return step >= by && (isMoved || item.was != day)
    }.map { FieldProblem($0.field, .dateInFuture) }
  }

  /// A suspension needs words in `concern`: they are what guests and colleagues are kept safe by.
  func concernProblems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    guard stage == .suspended, before?.stage != .suspended, concern.text.isEmpty, !facts.isImport
    else { return [] }
    return [FieldProblem(\Host.concern, .required)]
  }

  /// While stays hold beds, the host keeps a stage that may have guests and a capacity that is
  /// enough for them.
  func guestProblems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    guard !facts.guests.isEmpty else { return [] }
    var problems: [FieldProblem] = []
    if !stage.mayHaveGuests, before?.stage.mayHaveGuests == true {
      problems.append(FieldProblem(\Host.stage, .guestsThere))
    }
    let isLess = before.map { (capacity ?? 0) < $0.capacity ?? 0 } ?? true
    if isLess, capacity ?? 0 < Nights.mostBeds(facts.guests, on: facts.today) {
      problems.append(FieldProblem(\Host.capacity, .noBedFree))
    }
    return problems
  }
}
