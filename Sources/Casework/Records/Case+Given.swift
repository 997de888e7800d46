extension Case {
  /// The fields that the store alone gives, whatever somebody writes.
  package static let given = Set(
    names(
      \.number, \.code, \.closureRequestedBy, \.closureRequestedOn, \.closureRequestReason,
      \.closureApprovedBy, \.reopenedCount))
}
