extension Case {
  /// Fills in who asks for the closing, since when and why, who approved it, `closedOn` and
  /// `reopenedCount` as the status changes.
  package mutating func settle(before: Case?, in context: WriteContext) {
    guard let from = before?.status, from != status else { return }
    switch status {
    case .closureRequested:
      closureRequestedBy = context.staff
      (closureRequestedOn, closureRequestReason) = (context.day, context.reason)
    // Nobody asks for it any more.
    case .active where from == .closureRequested, .monitoring where from == .closureRequested:
      takeBackClosureRequest()
    case .closed:
      closureApprovedBy = context.staff
      closedOn = closedOn ?? context.day
    default: break
    }
    guard CaseMove(from: from, to: status).isReopening else { return }
    reopenedCount = (reopenedCount ?? 0) + 1
    takeBackClosureRequest()
    (closedOn, closureApprovedBy) = (nil, nil)
  }

  private mutating func takeBackClosureRequest() {
    (closureRequestedBy, closureRequestedOn, closureRequestReason) = (nil, nil, "")
  }
}
