extension Homestay {
  /// The day on which guest or host agreed, where the stay reaches that stage now.
  package mutating func settle(before: Homestay?, in context: WriteContext) {
    if let before { clearAgreements(before) }
    guard stage != before?.stage else { return }
    if stage == .guestAgreed { guestAgreedOn = guestAgreedOn ?? context.day }
    if stage == .hostAgreed { hostAgreedOn = hostAgreedOn ?? context.day }
  }

  /// Empties the days of agreement where the guest or the host becomes another, or where the stage
  /// goes back to before the agreement: they agreed to this guest in this home.
  private mutating func clearAgreements(_ before: Homestay) {
    let isOther = before.host != host || before.case != `case`
    func isBack(_ agreed: StayStage) -> Bool {
      guard let step = stage.step, let earlier = before.stage.step, let first = agreed.step else {
        return false
      }
      return step < first && earlier >= first
    }
    if isOther || isBack(.guestAgreed), guestAgreedOn == before.guestAgreedOn {
      guestAgreedOn = nil
    }
    if isOther || isBack(.hostAgreed), hostAgreedOn == before.hostAgreedOn { hostAgreedOn = nil }
  }
}
