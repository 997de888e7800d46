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
      ("homeVisitOn", homeVisitOn), ("referencesOn", referencesOn), ("trainingOn", trainingOn),
      ("approvedOn", approvedOn), ("approvalExpires", approvalExpires),
    ]
    var problems = days.filter { $0.day == nil }.map { FieldProblem($0.field, .required) }
    problems += days.filter { field, day in
      field != "approvalExpires" && day.map { $0 > facts.today } ?? false
    }.map { FieldProblem($0.field, .dateInFuture) }
    if let approvalExpires, approvalExpires < facts.today {
      problems.append(FieldProblem("approvalExpires", .approvalOver))
    }
    if adults.isEmpty {
      problems.append(FieldProblem("stage", .adultsRequired))
    } else if adults.contains(where: { $0.result != .clear }) {
      problems.append(FieldProblem("stage", .adultNotChecked))
    }
    return problems
  }

  /// Who stays here, or is to, keeps the home and a bed in it.
  func guestProblems(before: Host?, facts: CaseFacts) -> [FieldProblem] {
    guard !facts.guests.isEmpty else { return [] }
    var problems: [FieldProblem] = []
    if !stage.mayHaveGuests, before?.stage.mayHaveGuests == true {
      problems.append(FieldProblem("stage", .guestsThere))
    }
    let isLess = before.map { (capacity ?? 0) < $0.capacity ?? 0 } ?? true
    if isLess, capacity ?? 0 < Nights.mostBeds(facts.guests, on: facts.today) {
      problems.append(FieldProblem("capacity", .noBedFree))
    }
    return problems
  }
}
