/// How data got out.
package enum IncidentCause: String, Choice {
  case misdirected
  case lost
  case stolen
  case access
  case insider
  case damaged
  case other

  package static let catalogueName = "incidentCause"

  /// Whether somebody may have meant harm, so that there is more time for the final report.
  var isMalicious: Bool { [.stolen, .access, .insider].contains(self) }
}

/// What the organisation itself owes an authority.
package enum DutyType: String, Choice {
  /// The annual report of free job placement (職業紹介事業報告書).
  case placementReport = "placement_report"
  /// The renewal of the licence of free job placement (無料職業紹介事業の許可).
  case placementLicence = "placement_licence"
  case other

  package static let catalogueName = "dutyType"
}
