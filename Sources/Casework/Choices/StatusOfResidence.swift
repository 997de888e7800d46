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
  case professor
  case artist
  case religiousActivities = "religious_activities"
  case journalist
  case legalAccounting = "legal_accounting_services"
  case medical = "medical_services"
  case researcher
  case instructor
  case intraCompanyTransferee = "intra_company_transferee"
  case nursingCare = "nursing_care"
  case entertainer
  case skilledLabor = "skilled_labor"
  case culturalActivities = "cultural_activities"
  case trainee
  case skillDevelopment = "employment_for_skill_development"
  case other
  case none

  package static let catalogueName = "statusOfResidence"
}

extension StatusOfResidence {
  /// What a status rests on, so that the person must tell the authority when it changes: article 19-16
  /// of the Act.
  package enum Ground: Sendable {
    /// The organisation in which the activity takes place (活動機関).
    case activityOrganisation
    /// The organisation with which there is a contract (契約機関).
    case contractOrganisation
    /// Being married (配偶者).
    case spouse
  }

  /// Nil where nothing is to be told: designated activities, long-term and permanent residents, and
  /// what has no organisation.
  ///
  /// Of highly skilled professionals it depends on the kind; both are told in the same way.
  package var ground: Ground? {
    switch self {
    case .professor, .businessManager, .legalAccounting, .medical, .instructor,
      .intraCompanyTransferee, .technicalIntern, .student, .trainee:
      .activityOrganisation
    case .highlySkilledProfessional, .researcher, .engineer, .nursingCare, .entertainer,
      .skilledLabor, .specifiedSkilledWorker:
      .contractOrganisation
    case .dependent, .spouseOfJapanese, .spouseOfPermanentResident: .spouse
    case .longTermResident, .designatedActivities, .permanentResident, .temporaryVisitor, .artist,
      .religiousActivities, .journalist, .culturalActivities, .skillDevelopment, .other, .none:
      nil
    }
  }

  /// Whether it is also given for 30 days or less (annex 2 of the enforcement regulations of the Act).
  package var mayBeShort: Bool { self == .temporaryVisitor || self == .designatedActivities }

  /// Whether the person must tell the authority that they left an organisation or went to another.
  package var reportsOrganisations: Bool {
    ground == .activityOrganisation || ground == .contractOrganisation
  }

  /// Whether the organisation is the one they work for: what students do beside their studies is not.
  package var reportsEmployers: Bool {
    reportsOrganisations && self != .student && self != .trainee
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
  /// The most hours a week with which it is given since a day; nil where its name says none.
  ///
  /// Source: 「特定活動(6か月・週28時間以内の就労可)」 since 2024-10-01, jitco.or.jp 35648; before, both were
  /// given, and the paper alone tells.
  package var mostWeeklyHours: (hours: Int, since: CivilDate)? {
    guard self == .myanmar6Months, let since = CivilDate(iso: "2024-10-01") else { return nil }
    return (28, since)
  }

  /// Whether its very name says that work is permitted; it is recorded by the designation paper
  /// alone.
  package var namesWork: Bool {
    switch self {
    case .applicant6MonthsWork, .myanmar1Year, .myanmar6Months, .sudan, .ukraine1Year: true
    default: false
    }
  }
}
