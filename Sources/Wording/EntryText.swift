package import Casework
package import Labels

/// What one entry of the journal changed, in words.
package struct EntryText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// `Field: before > after` for each field that changed, in the order of the field list.
  package func changes(_ entry: JournalEntry) -> [String] {
    guard let kind = entry.record?.address.kind else { return [] }
    let texts = ValueText(words)
    return RecordDescription.of(kind).stored.compactMap { field in
      let before = entry.before[field.name] ?? .absent
      let after = entry.after[field.name] ?? .absent
      guard before != after else { return nil }
      let both = [before, after].map { texts.shortText($0, of: field.shape) }
      let label = texts.label(of: field, in: kind)
      return both[0].isEmpty ? "\(label): \(both[1])" : "\(label): \(both[0]) > \(both[1])"
    }
  }
}
