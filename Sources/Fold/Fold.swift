/// Folds text so that what people take for the same compares equal.
package enum Fold {
  /// The text as search compares it.
  package static func key(_ text: String) -> String { text.lowercased() }
}
