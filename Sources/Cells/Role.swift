/// What a piece of text is, from which the palette decides how it looks.
///
/// A colour says one thing each, and none carries a meaning that the text does not also carry.
package enum Role: Int, CaseIterable, Sendable {
  case plain, heading, muted
  /// Lines, which are not read.
  case rule
  /// Where one is, keys, what is new.
  case accent
  /// What is over; what went wrong.
  case error
  /// Within three days.
  case urgent
  /// Within two weeks; what wants care.
  case warning
  case good
  /// What costs the right to stay and is over.
  case lost
  /// A case that has just come, and one that is looked into.
  case begun, underway
  /// What is chosen within a form, a picker or a picture.
  case selected
  case field
  /// What a picture shows as taken, with what is written in it.
  case taken
  /// A Sunday or a holiday above a picture of days.
  case offDay
}
