/// The problems of a placement as it is to be saved (domain model 3.5).
extension Placement {
  /// Most of these rules do not apply to a sheet, which records what was decided elsewhere.
  func guards(before: Placement?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if facts.placement.hasOpenForJob {
      problems.append(FieldProblem(\Placement.job, .openPlacementThere))
    }
    let isOther = before?.company != company || before?.case != `case`
    if isOther || before?.job != job, let own = facts.placement.job, own.company != company {
      problems.append(FieldProblem(\Placement.job, .otherCompany))
    }
    problems += futureProblems(before: before, today: facts.today)
    guard !facts.isImport else { return problems.once }
    let isMoved = before?.stage != stage
    if isMoved { problems += ending(before) }
    if isMoved || before?.endedOn != nil { problems += ended(before) }
    if isMoved || before?.statusResult != statusResult, let reached = stage.statusResult,
      statusResult != reached
    {
      problems.append(FieldProblem(\Placement.statusResult, .otherResult))
    }
    // The company learns nothing by a step back.
    let isFurther = before.map { $0.stage.step ?? -1 < stage.step ?? -1 } ?? true
    let hadWork =
      before.map { $0.stage.isWorking || PlacementStage.endsAfterStart.contains($0.stage) } ?? false
    if (isFurther || isOther) && stage.needsConsent || stage.isWorking && !hadWork {
      problems += consentProblems(facts)
    }
    if stage.isWorking {
      let isNew = before.map { !$0.stage.isWorking } ?? true
      let isOtherWork = before?.job != job || before?.occupation != occupation
      if isNew || before?.startedOn != startedOn || isOther || isOtherWork {
        problems += starting(facts)
      }
    }
    if isMoved, stage == .retained { problems += retaining(facts.today) }
    return problems.once
  }

  /// What a stage says has happened, by a sheet too: nobody works from a day that is still to come,
  /// nothing was accepted, decided or asked on one.
  private func futureProblems(before: Placement?, today: CivilDate) -> [FieldProblem] {
    let isMoved = before?.stage != stage
    let isOver = PlacementStage.endsAfterStart.contains(stage)
    let days: [(field: String, day: CivilDate?, was: CivilDate?, isAsked: Bool)] = [
      (Placement.name(\.startedOn), startedOn, before?.startedOn, stage.isWorking || isOver),
      (Placement.name(\.endedOn), endedOn, before?.endedOn, stage.step == nil),
      (Placement.name(\.offerAcceptedOn), offerAcceptedOn, before?.offerAcceptedOn, true),
      (Placement.name(\.statusDecidedOn), statusDecidedOn, before?.statusDecidedOn, true),
      (Placement.name(\.retentionCheckedOn), retentionCheckedOn, before?.retentionCheckedOn, true),
    ]
    return days.filter { item in
      item.isAsked && (isMoved || item.was != item.day) && item.day.map { $0 > today } ?? false
    }.map { FieldProblem($0.field, .dateInFuture) }
  }

  /// Work that has begun ends by one of `endsAfterStart`; a paused placement can only end.
  private func ending(_ before: Placement?) -> [FieldProblem] {
    guard let before else { return [] }
    if before.pausedOn != nil, pausedOn != nil, stage.step != nil {
      return [FieldProblem(\Placement.stage, .placementPaused)]
    }
    let isEnd = stage.step == nil
    let mayEnd = PlacementStage.endsAfterStart + [.enteredByMistake]
    if before.stage.isWorking, isEnd, !mayEnd.contains(stage) {
      return [FieldProblem(\Placement.stage, .stageNotAllowed)]
    }
    return []
  }

  /// A placement whose work has begun needs `endedOn` when it ends.
  private func ended(_ before: Placement?) -> [FieldProblem] {
    guard PlacementStage.endsAfterStart.contains(stage), endedOn == nil,
      before?.stage.isBeforeStart != true
    else { return [] }
    return [FieldProblem(\Placement.endedOn, .required)]
  }

  /// A company learns a name only with the person's consent.
  private func consentProblems(_ facts: CaseFacts) -> [FieldProblem] {
    let scope = FieldProblem.Argument.label(ConsentScope.companies.labelKey)
    let given = Introduction.consents(
      facts.consents, to: facts.placement.companyName, on: facts.today)
    if given.isEmpty { return [FieldProblem(\Placement.stage, .consentRequired, scope)] }
    return given.contains { !$0.withheld.contains(.name) }
      ? [] : [FieldProblem(\Placement.stage, .consentWithoutName, scope)]
  }

  private func starting(_ facts: CaseFacts) -> [FieldProblem] {
    guard let start = startedOn else { return [FieldProblem(\Placement.startedOn, .required)] }
    return WorkPermissionGuard.problems(from: start, facts.placement)
  }

  /// Somebody is retained who has worked there for a year.
  private func retaining(_ today: CivilDate) -> [FieldProblem] {
    guard let startedOn else { return [FieldProblem(\Placement.startedOn, .required)] }
    guard let day = DeadlineRule.of(.retentionCheck12)?.date(from: startedOn), day > today else {
      return []
    }
    return [FieldProblem(\Placement.stage, .retainedEarly, .date(day))]
  }
}

extension PlacementStage {
  /// Whether the company learns the name on the way there: from the screening of the CV to the
  /// start of work.
  package var needsConsent: Bool {
    guard let step, let first = PlacementStage.cvScreening.step,
      let last = PlacementStage.started.step
    else { return false }
    return step >= first && step <= last
  }
}
