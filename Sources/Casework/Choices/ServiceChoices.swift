/// What kind of support is given or asked for elsewhere (domain model 3.10).
package enum ServiceType: String, Choice {
  case housing
  case emergencyShelter = "emergency_shelter"
  case foodGoods = "food_goods"
  case medical, psychosocial, legal, employment, language, education
  case accompaniment, interpreting, financial, community

  package static let catalogueName = "serviceType"
}

/// How a referral (リファー) to another organisation stands.
package enum ReferralStage: String, Choice {
  case requested
  case accepted
  case declined
  case done
  case revoked

  package static let catalogueName = "referralStage"

  /// How far it has come; nil where it came to nothing.
  var step: Int? { [.requested, .accepted, .done].firstIndex(of: self) }

  /// Whether the other organisation still works with what it was told.
  package var isOpen: Bool { self == .requested || self == .accepted }
}

/// What somebody is in their household.
package enum HouseholdRole: String, Choice {
  case head, spouse, child, parent, sibling
  case otherRelative = "other_relative"
  case notRelated = "not_related"

  package static let catalogueName = "householdRole"
}
