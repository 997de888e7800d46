/// By what somebody is held.
package enum DetentionGround: String, Choice {
  /// A written detention order (収容令書), for the procedure.
  case detentionOrder = "detention_order"
  /// A deportation order (退去強制令書).
  case deportationOrder = "deportation_order"
  /// Refused at the border (上陸防止施設 and the like).
  case landing
  /// In custody or prison for something else.
  case custody
  case unknown

  package static let catalogueName = "detentionGround"
}

/// How detention ended.
package enum DetentionEnd: String, Choice {
  case provisionalRelease = "provisional_release"
  case monitoring
  case status
  case removed
  case left
  case other

  package static let catalogueName = "detentionEnd"
}
