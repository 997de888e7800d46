extension Case {
  /// Fills in `closureRequestedBy`, `closureApprovedBy`, `closedOn` and `reopenedCount` as the
  /// status changes.
  package mutating func settle(before: Case?, in context: WriteContext) {
    guard let from = before?.status, from != status else { return }
    switch status {
    case .closureRequested: closureRequestedBy = context.staff
    // Nobody asks for it any more.
    case .active where from == .closureRequested, .monitoring where from == .closureRequested:
      closureRequestedBy = nil
    case .closed:
      closureApprovedBy = context.staff
      closedOn = closedOn ?? context.day
    default: break
    }
    guard CaseMove(from: from, to: status).isReopening else { return }
    reopenedCount = (reopenedCount ?? 0) + 1
    (closedOn, closureRequestedBy, closureApprovedBy) = (nil, nil, nil)
  }
}
