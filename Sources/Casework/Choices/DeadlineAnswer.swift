/// What was said of a deadline when it was answered.
package enum DeadlineAnswer: String, Choice {
  /// A later row of the case says what happened.
  case recorded
  case done
  case mistake
  case noLonger = "no_longer"

  package static let catalogueName = "deadlineAnswer"
}
