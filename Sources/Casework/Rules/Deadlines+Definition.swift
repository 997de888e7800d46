extension Deadlines {
  /// Is raised by one when the rules in Swift give other deadlines for the same facts.
  ///
  /// A test says when. A change of the tables needs no hand.
  private static let revision = 5

  /// Everything that decides which deadlines a case has: where one of these texts is another, those
  /// that a store keeps are to be made anew.
  package static let definition =
    ["\(revision)"] + ["deadlineRule", "dayOff", "ladder"].map(ResourceTable.text)
}
