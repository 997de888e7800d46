/// Whether and how somebody may work, as staff confirmed it with a paper (domain model 3.2 d).
///
/// No rule derives it: the word on the residence card does not tell.
package enum WorkPermission: String, Choice {
  case unrestricted = "permitted_unrestricted"
  case withinDesignation = "permitted_within_designation"
  case partTime = "part_time_permission"
  case namedEmployer = "permission_for_remunerated_activity"
  case notPermitted = "not_permitted"
  case toBeConfirmed = "to_be_confirmed"

  package static let catalogueName = "workPermission"
}

extension WorkPermission {
  /// The most hours a week that a part-time permission allows (資格外活動許可; to be confirmed).
  package static let partTimeHours = 28

  /// Whether it says that the person may work in some way.
  package var permits: Bool { self != .notPermitted && self != .toBeConfirmed }

  /// The papers that can show it; of designated activities only the designation paper tells.
  package var evidence: Set<DocumentType> {
    switch self {
    case .withinDesignation: [.designationPaper]
    case .unrestricted, .partTime, .namedEmployer:
      [.residenceCard, .specifiedResidenceCard, .designationPaper, .permissionCertificate]
    case .notPermitted, .toBeConfirmed: Set(DocumentType.allCases)
    }
  }
}
