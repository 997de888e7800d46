package import Casework

/// What could not be told of the fictional organisation, and why.
package struct DemoFailure: Error {
  package let kind: RecordKind
  /// The day on which it was to happen.
  package let day: CivilDate
  /// What was to be done, by its name in the journal.
  package let command: String
  package let cause: any Error

  /// - Parameter instant: when the change was to happen.
  package init(_ change: Change, at instant: Instant, _ cause: any Error) {
    kind = change.kind
    day = instant.dateInJapan
    command = change.command
    self.cause = cause
  }
}
