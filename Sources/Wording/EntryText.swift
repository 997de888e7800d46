package import Casework
package import Labels

/// What one entry of the journal changed, in words.
package struct EntryText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// `Field: before > after` for each field that changed, in the order of the field list; what is no
  /// field comes last: what is told of an export, and fields of another program version by their
  /// names.
  package func changes(_ entry: JournalEntry) -> [String] {
    let kind = entry.record?.address.kind
    let known = kind.map { RecordDescription.of($0).stored } ?? []
    let others = Set(entry.before.keys).union(entry.after.keys).subtracting(known.map(\.name))
    let texts = ValueText(words)
    return known.compactMap { field in
      change(
        kind.map { texts.label(of: field, in: $0) } ?? field.name, field.name, field.shape, entry)
    }
      + others.sorted().compactMap {
        change(words.text(ifAny: "exportNote.\($0)") ?? $0, $0, .text, entry)
      }
  }

  private func change(
    _ label: String, _ name: String, _ shape: Shape, _ entry: JournalEntry
  ) -> String? {
    let before = entry.before.shown(name)
    let after = entry.after.shown(name)
    guard before != after else { return nil }
    let both = [before, after].map { ValueText(words).shortText($0, of: shape) }
    return both[0].isEmpty ? "\(label): \(both[1])" : "\(label): \(both[0]) > \(both[1])"
  }
}
