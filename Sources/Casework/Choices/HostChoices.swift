/// From a family's enquiry to its approval as a host (domain model 3.6).
package enum HostStage: String, Choice {
  case enquiry
  case applied
  case interviewed
  case homeVisitDone = "home_visit_done"
  case documentsChecked = "documents_checked"
  case trainingDone = "training_done"
  case approved
  case hosting
  case paused
  case notApproved = "not_approved"
  case left
  case suspended

  package static let catalogueName = "hostStage"
}

/// Food a host can offer or a guest needs.
package enum Diet: String, Choice {
  case noRestriction = "no_restriction"
  case halal
  case vegetarian
  case vegan
  case kosher
  case noPork = "no_pork"
  case noBeef = "no_beef"

  package static let catalogueName = "diet"
}
