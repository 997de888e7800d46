/// What stands behind a piece of text, whatever its role is.
package enum Ground: Int, CaseIterable, Sendable {
  case none
  /// The first and the last row.
  case bar
  /// The row where one is.
  case selected
  /// Rows that are marked.
  case marked
  /// What has to be seen before anything else.
  case banner
}
