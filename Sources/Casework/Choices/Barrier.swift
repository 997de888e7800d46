/// What stands between a person and work or a life here (domain model 1, row 7).
package enum Barrier: String, Choice {
  case language
  case jobMarket = "job_market"
  case information
  case residence
  case qualifications
  case discrimination
  case health
  case family
  case housing
  case distance
  case other

  package static let catalogueName = "barrier"
}

/// What was asked for in the place of detention (収容代替措置, domain model 1, row 25).
package enum DetentionAlternative: String, Choice {
  case provisionalRelease = "provisional_release"
  case monitoring = "monitoring_measures"
  case provisionalStay = "provisional_stay"
  case communityShelter = "community_shelter"
  case other

  package static let catalogueName = "detentionAlternative"
}
