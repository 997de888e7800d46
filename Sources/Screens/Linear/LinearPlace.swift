/// Where somebody is, as far as it is said: what is the same is not said again with every line.
package struct LinearPlace: Hashable, Sendable {
  /// What it is called; empty for a box that says itself what it is.
  let title: String
  /// How many boxes and records stand one over the other.
  let depth: Int
  /// The field of the form that has the focus.
  let field: String?
  let notice: Desk.Notice?
  /// Whether the store is waited for, the screen is hidden or the store is lost.
  let state: [Bool]
}
