package import Casework
package import Labels

/// What a merge of two cases does, in words.
package struct MergeText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// The two cases, what differs, what is filled in, and how many records of each kind move.
  package func lines(_ preview: ChangePreview) -> [String] {
    [heading(preview)] + telling(preview) + others(preview) + moves(preview)
  }

  /// The two cases.
  package func heading(_ preview: ChangePreview) -> String {
    let texts = ValueText(words)
    let survivor = preview.survivor.map(texts.text) ?? ""
    return words("merge.cases", texts.text(preview.link), survivor)
  }

  /// Where the two persons differ in what tells two people apart.
  package func telling(_ preview: ChangePreview) -> [String] {
    differing(preview) { $0 }
  }

  /// Where they differ beside.
  package func others(_ preview: ChangePreview) -> [String] {
    differing(preview) { !$0 }
  }

  private func differing(_ preview: ChangePreview, _ isWanted: (Bool) -> Bool) -> [String] {
    let telling = Set(preview.tellingDifferences)
    return differences(preview.differences.filter { isWanted(telling.contains($0.field)) })
      .map { words("merge.differs", $0) }
  }

  /// Whether they are one person after all, where what tells persons apart differs; nil elsewhere.
  package func doubt(_ preview: ChangePreview) -> String? {
    let telling = Set(preview.tellingDifferences)
    let differing = differences(preview.differences.filter { telling.contains($0.field) })
    return differing.isEmpty
      ? nil : words("merge.askTwice", differing.joined(separator: words("list.separator")))
  }

  /// What is filled in, and how many records of each kind move.
  package func moves(_ preview: ChangePreview) -> [String] {
    let filled = preview.entries(of: .person).flatMap(EntryText(words).changes)
    var lines = filled.map { words("merge.filled", $0) }
    for kind in RecordKind.allCases where ![.case, .person].contains(kind) {
      let entries = preview.entries(of: kind)
      if entries.isEmpty { continue }
      let key = kind == .assignment ? "merge.ended" : "merge.moved"
      lines.append(words(key, words("kind.\(kind.rawValue)"), String(entries.count)))
    }
    return lines
  }

  /// Keeps in a note on the surviving case what was said of the duplicate's person and is something
  /// else there; nil where nothing is.
  package func note(_ preview: ChangePreview, on day: CivilDate, staff: Link) -> Change? {
    guard let survivor = preview.survivor, !preview.differences.isEmpty else { return nil }
    let body = [words("merge.note", preview.link.number)] + differences(preview.differences)
    return Change(
      .note,
      values: [
        Note.name(\.case): .link(survivor), Note.name(\.on): .date(day),
        Note.name(\.staff): .link(staff),
        Note.name(\.confidentiality): Confidentiality.staffOnly.fieldValue,
        Note.name(\.body): .text(body.joined(separator: "\n")),
      ], command: preview.change.command)
  }

  /// `field: the surviving case's value / the duplicate's`.
  private func differences(_ differences: [FieldConflict]) -> [String] {
    let texts = ValueText(words)
    return differences.compactMap { difference in
      guard let field = RecordDescription.of(.person)[difference.field] else { return nil }
      let values = [difference.theirs, difference.yours].map { texts.text($0, of: field.shape) }
      return "\(texts.label(of: field, in: .person)): \(values[0]) / \(values[1])"
        .replacing("\n", with: " ")
    }
  }
}
