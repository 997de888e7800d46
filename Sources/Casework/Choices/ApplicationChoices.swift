/// What was applied for at the immigration authority or in its place (申請の種類).
package enum ApplicationType: String, Choice {
  /// More time on the same status (在留期間更新).
  case renewal
  /// Another status (在留資格変更).
  case change
  /// A status for whoever has none by birth or otherwise (在留資格取得).
  case acquisition
  case refugee
  case complementary
  /// A request for review of a refusal (審査請求).
  case review
  case permanent
  /// An activity that the status does not cover (資格外活動).
  case outsideStatus = "outside_status"
  case provisionalStay = "provisional_stay"
  case provisionalRelease = "provisional_release"
  case specialPermission = "special_permission"
  case travelDocument = "travel_document"
  case reentry
  /// For a relative who is still abroad (在留資格認定証明書).
  case eligibility = "certificate_of_eligibility"
  case naturalisation
  case other

  package static let catalogueName = "applicationType"

  /// Whether the stay goes on while it is decided, where it was filed in time (特例期間): article 20(6)
  /// and 21(4) of the Act name these two.
  package var extendsStay: Bool { self == .renewal || self == .change }
}

/// What became of an application; nothing is known of one that is still decided.
package enum ApplicationResult: String, Choice {
  case granted
  case denied
  case withdrawn
  case notAccepted = "not_accepted"

  package static let catalogueName = "applicationResult"
}

/// How help with the lawyer's costs stands (法テラス).
package enum LegalAid: String, Choice {
  case applied
  case granted
  case refused
  case notNeeded = "not_needed"

  package static let catalogueName = "legalAid"
}
