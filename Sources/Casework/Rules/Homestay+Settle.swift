extension Homestay {
  /// The day on which guest or host agreed, where the stay reaches that stage now.
  package mutating func settle(before: Homestay?, in context: WriteContext) {
    if let before { clearAgreements(before) }
    guard stage != before?.stage else { return }
    if stage == .guestAgreed { guestAgreedOn = guestAgreedOn ?? context.day }
    if stage == .hostAgreed { hostAgreedOn = hostAgreedOn ?? context.day }
  }

  /// What was agreed to was this guest in this home, at this stage: another host, another guest or a
  /// step back to before is to be agreed to anew.
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
