/// How far the search for a host has come.
package enum LodgingStage: String, Choice {
  case waiting
  case arranged
  case withdrawn

  package static let catalogueName = "lodgingStage"
}

/// Whether something has to be so or would be liked.
package enum NeedStrength: String, Choice {
  case must
  case prefer

  package static let catalogueName = "needStrength"
}

/// Who would stay together; they are never parted.
package enum GuestGroup: String, Choice {
  case woman
  case man
  case couple
  case family
  case womenChildren = "women_children"

  package static let catalogueName = "guestGroup"

  /// Somebody who comes alone; nil where the gender does not tell.
  package init?(of gender: Gender) {
    switch gender {
    case .female: self = .woman
    case .male: self = .man
    case .other, .preferNotToSay: return nil
    }
  }

  var hasChildren: Bool { self == .family || self == .womenChildren }
  var isWomenOnly: Bool { self == .woman || self == .womenChildren }
}
