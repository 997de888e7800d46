package import Casework
package import Labels

/// What must be seen before anything is done about a case, in words.
package struct WarningText: Sendable {
  private let words: Words

  package init(_ words: Words) { self.words = words }

  /// Each a sentence; empty where there is nothing to be careful of.
  ///
  /// - Parameter card: a case, or what is known of it beside another record.
  package func sentences(of card: Card) -> [String] {
    Detail.warnings.compactMap { name -> String? in
      guard let field = RecordDescription.of(.case)[name] else { return nil }
      let label = ValueText(words).label(of: field, in: .case)
      switch card[name] {
      case .flag(true): return words.text(ifAny: "warning.\(name)") ?? label
      case .text(let text): return words("warning.said", label, text)
      default: return nil
      }
    }
  }
}
