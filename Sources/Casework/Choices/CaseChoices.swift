/// Why a case was closed.
package enum ClosureReason: String, Choice {
  case goalsMet = "goals_met"
  case employed
  case statusSecured = "status_secured"
  case handedOver = "handed_over"
  case ownRequest = "own_request"
  case lostContact = "lost_contact"
  case movedAway = "moved_away"
  case leftForThirdCountry = "left_for_third_country"
  case returnedHome = "returned_home"
  case deceased
  case notEligible = "not_eligible"
  case duplicate
  case other

  package static let catalogueName = "closureReason"
}

/// How much is at stake if nothing is done.
package enum Risk: String, Choice {
  case high
  case medium
  case low

  package static let catalogueName = "risk"
}

/// Who brought the case to the organisation.
package enum CaseSource: String, Choice {
  case ownInitiative = "self"
  case referral
  case municipality
  case rhq
  case jar
  case frj
  case unhcr
  case socialMedia = "social_media"
  case event
  case other

  package static let catalogueName = "caseSource"
}

/// Which of the organisation's programmes the person takes part in.
package enum Programme: String, Choice {
  case homestay
  case salon
  case employment
  case japanese
  case mentoring
  case legal
  case living

  package static let catalogueName = "programme"
}
