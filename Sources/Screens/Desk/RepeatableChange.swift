import Casework

/// What was saved last, so that the same can be done to another record.
struct RepeatableChange: Hashable, Sendable {
  let kind: RecordKind
  let values: [String: FieldValue]
  let reason: String
  let command: String
  /// Whether it was something new about a case, rather than a change of a record.
  let isAboutCase: Bool

  /// Nil where the changes were not all the same.
  init?(_ changes: [Change]) {
    guard let first = changes.first else { return nil }
    isAboutCase = first.id == nil
    kind = first.kind
    reason = first.reason
    command = first.command
    var values = first.values
    if isAboutCase, values.removeValue(forKey: "case") == nil { return nil }
    self.values = values
    for change in changes.dropFirst() {
      var other = change.values
      if isAboutCase { other[RecordDescription.caseField] = nil }
      guard change.kind == kind, (change.id == nil) == isAboutCase, other == values else {
        return nil
      }
    }
  }

  func change(of card: Card) -> Change {
    Change(
      kind, id: card.address.id, version: card.version, values: values, reason: reason,
      command: command)
  }

  func change(about link: Link) -> Change {
    Change(
      kind, values: values.merging(["case": .link(link)]) { $1 }, reason: reason, command: command)
  }
}
