import Casework

/// What could not be told of the fictional organisation, and why.
struct DemoFailure: Error {
  let kind: RecordKind
  /// The day on which it was to happen.
  let day: CivilDate
  /// What was to be done, by its name in the journal.
  let command: String
  let cause: any Error

  init(_ change: Change, at instant: Instant, _ cause: any Error) {
    kind = change.kind
    day = instant.dateInJapan
    command = change.command
    self.cause = cause
  }
}
