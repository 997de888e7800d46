/// Nobody starts to work without a permission that staff confirmed by a paper, that covers the day
/// and the job, nor after the end of the stay (domain model 3.5).
enum WorkPermissionGuard {
  /// The days for which a confirmation counts.
  static var confirmedForDays: Int { DeadlineRule.of(.workPermissionCheck)?.amount ?? 0 }

  /// What stands against work from a day on; empty where a confirmed permission covers it.
  static func problems(from start: CivilDate, _ facts: PlacementFacts) -> [FieldProblem] {
    stay(start, facts) + permission(start, facts)
  }

  /// A permission ends with the stay, whatever its own paper says.
  private static func stay(_ start: CivilDate, _ facts: PlacementFacts) -> [FieldProblem] {
    guard let end = facts.residence?.stayEnd, end < start else { return [] }
    return [problem(.stayEnded, .date(end))]
  }

  private static func permission(
    _ start: CivilDate, _ facts: PlacementFacts
  ) -> [FieldProblem] {
    guard let newest = facts.permissions.first else { return [problem(.permissionMissing)] }
    // Before the newest row another one may have been in force on the day.
    let current = facts.permissions.first { $0.row.on.map { $0 <= start } ?? false }
    var problems = standing(newest)
    guard problems.isEmpty else { return problems }
    guard let current else {
      return [problem(.permissionBegins, newest.row.on.map(FieldProblem.Argument.date))]
    }
    if current != newest { problems = standing(current) }
    guard problems.isEmpty else { return problems }
    problems =
      day(start, current, facts) + age(start, newest) + limits(newest, facts)
      + hours(newest, facts)
    if current != newest { problems += limits(current, facts) + hours(current, facts) }
    return problems.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func problem(
    _ code: FieldProblem.Code, _ arguments: FieldProblem.Argument?...
  ) -> FieldProblem {
    var problem = FieldProblem(\Placement.stage, code)
    problem.arguments = arguments.compactMap(\.self)
    return problem
  }

  /// Whether it allows work at all, and rests on a paper.
  private static func standing(_ permission: PlacementFacts.Permission) -> [FieldProblem] {
    let row = permission.row
    if row.workPermission == .notPermitted {
      return [problem(.permissionDenied, row.on.map(FieldProblem.Argument.date))]
    }
    guard row.workPermission.permits, row.isConfirmed else { return [problem(.permissionMissing)] }
    return []
  }

  /// It counts up to its own last day and as long as its paper is valid: the earlier day.
  private static func day(
    _ start: CivilDate, _ permission: PlacementFacts.Permission, _ facts: PlacementFacts
  ) -> [FieldProblem] {
    let paper = paperEnd(permission, facts.residence)
    if let until = permission.row.until, until < start, paper.map({ until <= $0 }) ?? true {
      return [problem(.permissionEnded, .date(until))]
    }
    guard let paper, paper < start else { return [] }
    return [
      problem(.permissionPaperEnded, permission.paper.map { .label($0.labelKey) }, .date(paper))
    ]
  }

  /// The card of somebody who may stay while an application runs counts as long as the stay: work
  /// goes on as before (article 20 of the Act).
  private static func paperEnd(
    _ permission: PlacementFacts.Permission, _ residence: ResidenceRow?
  ) -> CivilDate? {
    guard permission.paper?.isResidenceCard == true,
      permission.paperExpires == residence?.expires
    else {
      return permission.paperExpires
    }
    return residence?.stayEnd
  }

  private static func age(
    _ start: CivilDate, _ permission: PlacementFacts.Permission
  ) -> [FieldProblem] {
    guard let day = permission.row.confirmedOn,
      day.adding(days: confirmedForDays) < start
    else { return [] }
    return [
      problem(
        .permissionOld, permission.paper.map { .label($0.labelKey) }, .date(day),
        .number(confirmedForDays))
    ]
  }

  /// The hours a week that its paper says, or that the stay is given with; a job whose hours nobody
  /// has said may have more.
  private static func hours(
    _ permission: PlacementFacts.Permission, _ facts: PlacementFacts
  ) -> [FieldProblem] {
    let limits = [permission.row.weeklyHours, facts.residence?.mostWeeklyHours].compactMap(\.self)
    guard let most = limits.min(), facts.job?.weeklyHours.map({ $0 > most }) ?? true else {
      return []
    }
    let paper =
      permission.row.weeklyHours == most ? permission.paper : DocumentType.designationPaper
    return [
      problem(.permissionHours, .label((paper ?? .permissionCertificate).labelKey), .number(most))
    ]
  }

  /// The employer and the occupation that it is limited to, and part-time work.
  private static func limits(
    _ permission: PlacementFacts.Permission, _ facts: PlacementFacts
  ) -> [FieldProblem] {
    let row = permission.row
    var problems: [FieldProblem] = []
    if row.workPermission == .namedEmployer || !row.employer.isEmpty, !permission.namesEmployer {
      problems.append(
        problem(.permissionEmployer, .text(facts.companyName), .text(row.employer)))
    }
    if !row.occupation.isEmpty, !permission.namesOccupation {
      problems.append(problem(.permissionOccupation, .text(row.occupation)))
    }
    let hours = facts.job?.weeklyHours ?? .max
    if row.workPermission == .partTime,
      facts.job?.employmentType != .partTime || hours > WorkPermission.partTimeHours
    {
      problems.append(problem(.permissionPartTime, .number(WorkPermission.partTimeHours)))
    }
    return problems
  }
}
