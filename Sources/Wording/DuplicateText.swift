package import Casework
package import Labels

/// Why somebody may be the same person, in words.
package struct DuplicateText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// The case and the reasons on one line.
  package func line(_ duplicate: Duplicate) -> String {
    "\(ValueText(words).text(duplicate.link))  \(reasons(duplicate.match))"
  }

  package func reasons(_ match: DuplicateMatch) -> String {
    match.reasons.map { words($0.labelKey) }.joined(separator: words("list.separator"))
  }
}
