extension Change {
  /// Whether it marks a case as a duplicate, with which all that is about it moves to another.
  package var isMerge: Bool {
    kind == .case && id != nil && values.value(of: \Case.status) == .duplicate
  }
}
