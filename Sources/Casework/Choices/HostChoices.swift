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

  /// The needs that a kitchen which keeps to this diet meets; who needs nothing is always served.
  package var serves: Set<Diet> {
    switch self {
    case .noRestriction: []
    case .halal: [.halal, .noPork]
    case .kosher: [.kosher, .noPork]
    case .vegan: [.vegan, .vegetarian, .noPork, .noBeef]
    case .vegetarian: [.vegetarian, .noPork, .noBeef]
    case .noPork: [.noPork]
    case .noBeef: [.noBeef]
    }
  }

  /// The needs that a home which offers `diets` meets.
  static func served(from diets: [Diet]) -> Set<Diet> {
    diets.reduce(into: [.noRestriction]) { $0.formUnion($1.serves) }
  }
}

/// Who lives in a host's home.
package enum HouseholdMix: String, Choice {
  case womenOnly = "women_only"
  case menOnly = "men_only"
  case mixed

  package static let catalogueName = "householdMix"
}

/// What a host asks of guests; each can be told from what a guest's side says.
package enum HouseRule: String, Choice {
  case noSmoking = "no_smoking"
  case noAlcohol = "no_alcohol"
  case noPets = "no_pets"
  case noChildren = "no_children"
  case womenOnly = "women_only"

  package static let catalogueName = "houseRule"
}

/// What the check of an adult in a host's home found.
package enum AdultCheck: String, Choice {
  case pending
  case clear
  case concern

  package static let catalogueName = "adultCheck"
}

extension HostStage {
  /// Whether guests may stay, as far as the stage goes.
  package var isApproved: Bool { self == .approved || self == .hosting }

  /// Whether guests may be there: moved in while the host was approved, and not told to leave since.
  package var mayHaveGuests: Bool {
    [.approved, .hosting, .paused, .suspended].contains(self)
  }

  /// Whether the organisation works with the host no more: nobody can stay there.
  package var isGone: Bool { self == .notApproved || self == .left }
}
