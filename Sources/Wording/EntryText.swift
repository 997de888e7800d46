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
    rows(entry, isShort: true).map { row in
      row.before.isEmpty
        ? "\(row.label): \(row.after)" : "\(row.label): \(row.before) > \(row.after)"
    }
  }

  /// A field that changed.
  package struct Row: Hashable, Sendable {
    package let label: String
    package let before: String
    package let after: String
  }

  /// Whether it made its record.
  package func isAddition(_ entry: JournalEntry) -> Bool {
    entry.before.isEmpty && !entry.after.isEmpty && entry.record != nil
  }

  /// Why, in the person's words, or in ours where it was chosen.
  package func reason(_ entry: JournalEntry) -> String {
    guard entry.ownCommand == .reveal, let reason = RevealReason(rawValue: entry.reason) else {
      return entry.reason
    }
    return words(reason.labelKey)
  }

  /// Whether it took its record away.
  package func isRemoval(_ entry: JournalEntry) -> Bool {
    entry.after.isEmpty && !entry.before.isEmpty
  }

  /// The fields that changed, in the same order.
  ///
  /// - Parameter isShort: whether values are in the words of a column.
  package func rows(_ entry: JournalEntry, isShort: Bool = false) -> [Row] {
    let kind = entry.record?.address.kind
    let known = kind.map { RecordDescription.of($0).stored } ?? []
    let others = Set(entry.before.keys).union(entry.after.keys).subtracting(known.map(\.name))
    let texts = ValueText(words)
    func row(_ label: String, _ name: String, _ shape: Shape) -> Row? {
      let (before, after) = (entry.before.shown(name), entry.after.shown(name))
      guard before != after else { return nil }
      let both = [before, after].map {
        if name == JournalCommand.revealedField, let kind, case .text(let field) = $0,
          let field = RecordDescription.of(kind)[field]
        {
          return texts.label(of: field, in: kind)
        }
        return isShort ? texts.shortText($0, of: shape) : texts.text($0, of: shape)
      }
      return Row(label: label, before: both[0], after: both[1])
    }
    return known.compactMap { field in
      row(kind.map { texts.label(of: field, in: $0) } ?? field.name, field.name, field.shape)
    }
      + others.sorted().compactMap {
        row(words.text(ifAny: "exportNote.\($0)") ?? $0, $0, .text)
      }
  }
}
