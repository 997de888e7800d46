/// A rule of deadlines by its id in `Resources/Tables/deadlineRule.tsv`.
package struct DeadlineRuleID: TableChoice {
  package let rawValue: String
  package init(code: String) { rawValue = code }
  package static let catalogue = Catalogue(table: "deadlineRule")
}

extension DeadlineRuleID {
  package static let periodOfStay = Self(code: "period_of_stay")
  package static let renewalWindow = Self(code: "renewal_window")
  package static let specialPeriod = Self(code: "special_period")
  package static let shortStayApplication = Self(code: "short_stay_application")
  package static let birthNotice = Self(code: "birth_notice")
  package static let statusAcquisition = Self(code: "status_acquisition")
  package static let stayWithoutStatus = Self(code: "stay_without_status")
  package static let oralHearing = Self(code: "oral_hearing")
  package static let objection = Self(code: "objection")
  package static let appeal = Self(code: "appeal")
  package static let lawsuit = Self(code: "lawsuit")
  package static let lawsuitYear = Self(code: "lawsuit_year")
  package static let courtAppeal = Self(code: "court_appeal")
  package static let newMaterial = Self(code: "new_material")
  package static let refugeeApplication = Self(code: "refugee_application")
  package static let sixMonthsSinceApplication = Self(code: "six_months_since_application")
  package static let eightMonthsSinceApplication = Self(code: "eight_months_since_application")
  package static let supervisorsReport = Self(code: "supervisors_report")
  package static let healthInsurance = Self(code: "health_insurance")
  package static let leavingNotice = Self(code: "leaving_notice")
  package static let spouseNotice = Self(code: "spouse_notice")
  package static let lostCard = Self(code: "lost_card")
  package static let changedCard = Self(code: "changed_card")
  package static let cardAt16 = Self(code: "card_at_16")
  package static let permanentCard = Self(code: "permanent_card")
  package static let permanentCardIssued = Self(code: "permanent_card_issued")
  package static let monitoringReport = Self(code: "monitoring_report")
  package static let provisionalRelease = Self(code: "provisional_release")
  package static let addressNotice = Self(code: "address_notice")
  package static let employersReport = Self(code: "employers_report")
  package static let employersReportLeaving = Self(code: "employers_report_leaving")
  package static let changeOfEmployerNotice = Self(code: "change_of_employer_notice")
  package static let workPermissionCheck = Self(code: "work_permission_check")
  package static let workPermissionExpiry = Self(code: "work_permission_expiry")
  package static let retentionCheck1 = Self(code: "retention_check_1")
  package static let retentionCheck3 = Self(code: "retention_check_3")
  package static let retentionCheck6 = Self(code: "retention_check_6")
  package static let retentionCheck12 = Self(code: "retention_check_12")
  package static let documentExpiry = Self(code: "document_expiry")
  package static let consentExpiry = Self(code: "consent_expiry")
  package static let consentMissing = Self(code: "consent_missing")
  package static let recallSharing = Self(code: "recall_sharing")
  package static let referralSilent = Self(code: "referral_silent")
  package static let goalDue = Self(code: "goal_due")
  package static let resume = Self(code: "resume")
  package static let vettingExpiry = Self(code: "vetting_expiry")
  package static let stayCheckIn1 = Self(code: "stay_checkin_1")
  package static let stayCheckIn3 = Self(code: "stay_checkin_3")
  package static let stayCheckIn7 = Self(code: "stay_checkin_7")
  package static let stayCheckInBiweekly = Self(code: "stay_checkin_biweekly")
  package static let stayUrgent = Self(code: "stay_urgent")
  package static let guestWhereabouts = Self(code: "guest_whereabouts")
  package static let stayMoveOn = Self(code: "stay_move_on")
  package static let hostConcern = Self(code: "host_concern")
  package static let contactOverdue = Self(code: "contact_overdue")
  package static let ledgerRetention = Self(code: "ledger_retention")
  package static let retention = Self(code: "retention")
  package static let applicationDocuments = Self(code: "application_documents")
}

extension DeadlineRuleID {
  /// Whether it asks for a guest to be asked how they are.
  package var isCheckIn: Bool {
    [.stayCheckIn1, .stayCheckIn3, .stayCheckIn7, .stayCheckInBiweekly].contains(self)
  }
}
