/// What a piece of text is, from which the terminal decides how it looks.
///
/// Eight roles and no more: each is legible on a dark, a light and a monochrome terminal, and
/// none carries a meaning that the text itself does not also carry.
package enum Role: String, CaseIterable, Sendable {
  case plain, heading, muted, accent, warning, error, selected, field
}
