/// Whether what was due was done by its day.
package enum DueOutcome: String, Choice {
  case kept
  case late
  /// Not done.
  case open

  package static let catalogueName = "dueOutcome"
}

/// Whether somebody is still at work on a day (定着).
package enum RetentionResult: String, Choice {
  case kept
  case left

  package static let catalogueName = "retentionResult"
}

/// Which log an entry of support comes from.
package enum SupportEntryType: String, Choice {
  case service
  case contact

  package static let catalogueName = "supportEntryType"
}
