/// What was paid for (手数料など).
package enum FeeType: String, Choice {
  /// At the authority: a renewal, a change, permanent residence, re-entry (手数料).
  case application
  case passport
  case certificate
  case translation
  case medical
  case legal
  case travel
  case other

  package static let catalogueName = "feeType"
}

/// Who paid it.
package enum FeePayer: String, Choice {
  /// The organisation, from a fund.
  case fund
  /// The person.
  case person
  /// The organisation for the person, who pays it back (立替).
  case advance
  case other

  package static let catalogueName = "feePayer"
}

/// What somebody lives on while a decision is awaited.
package enum AllowanceType: String, Choice {
  /// The allowance for asylum seekers that RHQ pays (保護費).
  case protection
  /// A place in the emergency shelter of the same (ESFRA).
  case emergencyShelter = "emergency_shelter"
  /// Public assistance, as applied to foreign residents (生活保護の準用).
  case publicAssistance = "public_assistance"
  case other

  package static let catalogueName = "allowanceType"
}

/// What became of a request for an allowance; nothing is known of one that waits.
package enum AllowanceResult: String, Choice {
  case granted
  case refused
  case withdrawn

  package static let catalogueName = "allowanceResult"
}
