/// The status of residence on the card (在留資格, domain model 3.2 c).
package enum StatusOfResidence: String, Choice {
  case longTermResident = "long_term_resident"
  case designatedActivities = "designated_activities"
  case permanentResident = "permanent_resident"
  case engineer = "engineer_specialist_in_humanities_international_services"
  case specifiedSkilledWorker = "specified_skilled_worker"
  case highlySkilledProfessional = "highly_skilled_professional"
  case businessManager = "business_manager"
  case technicalIntern = "technical_intern_training"
  case student
  case dependent
  case spouseOfJapanese = "spouse_or_child_of_japanese_national"
  case spouseOfPermanentResident = "spouse_or_child_of_permanent_resident"
  case temporaryVisitor = "temporary_visitor"
  case other
  case none

  package static let catalogueName = "statusOfResidence"
}

extension StatusOfResidence {
  /// Whether the person must tell the authority within days when they change employers
  /// (契約機関に関する届出); which statuses are meant is to be confirmed.
  package var reportsEmployers: Bool {
    switch self {
    case .engineer, .specifiedSkilledWorker, .highlySkilledProfessional, .businessManager,
      .technicalIntern:
      true
    default: false
    }
  }
}

/// On what somebody without a status of residence is in Japan (domain model 3.2 c2).
package enum StayBasis: String, Choice {
  case provisionalStay = "permission_for_provisional_stay"
  case provisionalRelease = "provisional_release"
  case monitoringBeforeOrder = "monitoring_measures_before_deportation_order"
  case monitoringAfterOrder = "monitoring_measures_after_deportation_order"
  case inDetention = "in_detention"
  case temporaryRefuge = "landing_permission_for_temporary_refuge"
  case overstay

  package static let catalogueName = "stayBasis"
}

/// What kind of designated activities (特定活動) the designation paper names (domain model 3.2 c3).
package enum DesignatedActivityKind: String, Choice {
  case applicant2Months = "ra_2m"
  case applicant3Months = "ra_3m"
  case applicant6MonthsNoWork = "ra_6m_no"
  case applicant6MonthsWork = "ra_6m_ok"
  case myanmar1Year = "em_mm_1y"
  case myanmar6Months = "em_mm_6m"
  case sudan = "em_sd"
  case afghanistan = "af"
  case ukraine1Year = "ua_1y"
  case humanitarian1Year = "hum_1y"
  case departure = "dep"
  case other

  package static let catalogueName = "designatedActivityKind"
}

extension DesignatedActivityKind {
  /// Whether its very name says that work is permitted; it is recorded by the designation paper
  /// alone.
  package var namesWork: Bool {
    switch self {
    case .applicant6MonthsWork, .myanmar1Year, .myanmar6Months, .sudan, .ukraine1Year: true
    default: false
    }
  }
}
