/// A stay from proposal to end (domain model 3.6).
package enum StayStage: String, Choice {
  case proposed
  case guestAgreed = "guest_agreed"
  case hostAgreed = "host_agreed"
  case met
  case confirmed
  case inProgress = "in_progress"
  case extended
  case ended
  case declined
  case cancelled
  case endedEarly = "ended_early"

  package static let catalogueName = "stayStage"
}

/// Why a stay ended.
package enum StayEndReason: String, Choice {
  case asPlanned = "as_planned"
  case ownHousingFound = "own_housing_found"
  case movedForWork = "moved_for_work"
  case toShelter = "to_shelter"
  case notAGoodFit = "not_a_good_fit"
  case safetyConcern = "safety_concern"
  case hostCircumstances = "host_circumstances"
  case guestCircumstances = "guest_circumstances"

  package static let catalogueName = "stayEndReason"
}
