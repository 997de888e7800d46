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

/// How far it is settled where the guest goes next.
package enum MoveOnState: String, Choice {
  case searching
  case applied
  case secured

  package static let catalogueName = "moveOnState"
}

/// Who was asked; guest and host are asked apart.
package enum StaySide: String, Choice {
  case guest
  case host

  package static let catalogueName = "staySide"
}

/// How somebody is in a stay, the best first.
package enum StayMood: String, Choice {
  case good
  case concern
  case urgent

  package static let catalogueName = "stayMood"
}
