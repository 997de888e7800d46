/// What asks for a deadline to be kept.
package enum DeadlineCategory: String, Choice {
  /// Law, or what is likely to be law and is to be confirmed.
  case legal
  /// What support organisations do by themselves.
  case practice
  /// Keeping in touch: from this day on the case is without contact.
  case contact

  package static let catalogueName = "deadlineCategory"
}

extension DeadlineRule {
  package var category: DeadlineCategory {
    if id == .contactOverdue { return .contact }
    return standing == .practice ? .practice : .legal
  }
}
