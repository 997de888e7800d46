extension Placement {
  /// Fills in the days of the stages reached; `statusResult` stays when the placement goes on.
  package mutating func settle(before: Placement?, in context: WriteContext) {
    if pausedOn == nil { pausedFor = nil }
    let earlier = before?.stage
    if let before { takeBackDays(before) }
    guard stage != earlier else { return }
    if stage == .offerAccepted { offerAcceptedOn = offerAcceptedOn ?? context.day }
    // The day of typing is not the first day of a person who is retained: staff must enter that
    // day.
    if stage.isWorking, stage != .retained, earlier?.isWorking != true {
      startedOn = startedOn ?? context.day
    }
    if let result = stage.statusResult {
      statusDecidedOn = statusDecidedOn ?? context.day
      if statusResult == before?.statusResult { statusResult = result }
    } else if let earlier,
      stage == .enteredByMistake
        || stage.isBeforeStart && (earlier.isWorking || earlier.statusResult != nil)
    {
      // A step back: what was decided was entered by mistake.
      statusResult = nil
      statusDecidedOn = nil
    }
  }

  /// Empties the days that belong to stages which a step back undoes, unless the same save gives
  /// such a day.
  private mutating func takeBackDays(_ before: Placement) {
    guard let step = stage.step, before.stage != stage else { return }
    func isTakenBack(_ reached: PlacementStage) -> Bool {
      guard let first = reached.step, step < first else { return false }
      return before.stage.step.map { $0 >= first } ?? true
    }
    if isTakenBack(.offerAccepted), offerAcceptedOn == before.offerAcceptedOn {
      offerAcceptedOn = nil
    }
    if isTakenBack(.started), startedOn == before.startedOn { startedOn = nil }
    if before.stage.step == nil, endedOn == before.endedOn { endedOn = nil }
  }
}
