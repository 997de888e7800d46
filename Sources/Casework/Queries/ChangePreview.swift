/// What one of several changes would do.
package struct ChangePreview: Hashable, Sendable {
  package var change: Change
  /// The record, by number and name.
  package var link: Link
  /// What the journal would say, in its order.
  package var entries: [JournalEntry]
  /// Of a merge: where the two persons differ, what is said of the duplicate's as `yours`.
  package var differences: [FieldConflict] = []
  /// Why it would be refused; nil where it would be saved.
  package var refusal: Refusal?
  /// Who would have to hear of it.
  package var touched: [Touched] = []

  package init(_ change: Change, link: Link, entries: [JournalEntry], refusal: Refusal? = nil) {
    self.change = change
    self.link = link
    self.entries = entries
    self.refusal = refusal
  }

  /// The entries about records of a kind.
  package func entries(of kind: RecordKind) -> [JournalEntry] {
    entries.filter { $0.record?.address.kind == kind }
  }

  /// Of a merge: the differing fields by which two people are told apart.
  package var tellingDifferences: [String] {
    let telling = Person.names(\.birthDate, \.gender, \.nationality)
    return differences.map(\.field).filter(telling.contains)
  }

  /// Of a merge: the case that survives.
  package var survivor: Link? {
    guard change.isMerge else { return nil }
    let merged = entries.first { $0.record?.address == link.address }
    for value in [merged?.after[\Case.survivingCase], change.values[\Case.survivingCase]] {
      if case .link(let link)? = value { return link }
    }
    return nil
  }
}
