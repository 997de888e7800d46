import Casework

/// How somebody of the fictional organisation stands before the law.
struct LegalTrack {
  let category: SupportCategory
  /// The steps of the procedure up to the last one.
  var stages: [ProcedureStage] = []
  var status = StatusOfResidence.designatedActivities
  var activity: DesignatedActivityKind?
  var basis: StayBasis?
  /// How long a stay is granted for, in months; nil: no day ends it.
  var months: Int?
  /// What the papers say about work, where somebody has looked.
  var work = WorkPermission.toBeConfirmed
  /// Of which country the person is, where only people of one country stand so.
  var country: Country?

  /// Whether the last step was taken within the last days.
  var isRecentRefusal: Bool { stages.last?.isRefusal == true && activity == .applicant6MonthsWork }

  var isUrgentOrRare: Bool {
    isRecentRefusal || isWithoutStatus || activity == .other
      || [.deFactoRefugee, .familyMember, .other].contains(category)
  }

  /// Whether no paper gives the person a stay of some length.
  var isWithoutStatus: Bool { status == .none }
}

extension LegalTrack {
  private static let refused: [ProcedureStage] = [.applicationRefugee, .interview, .denied]
  private static let dismissed = refused + [.appeal, .appealDismissed]

  /// How 200 people stand.
  static let shares: [(LegalTrack, Int)] = applicants + protected + evacuees + others + without

  private static let applicants: [(LegalTrack, Int)] = [
    (applicant([.applicationRefugee], .applicant2Months, 2, .notPermitted), 8),
    (applicant([.applicationRefugee], .applicant3Months, 3, .notPermitted), 8),
    (applicant([.applicationRefugee], .applicant6MonthsWork, 6, .withinDesignation), 22),
    (
      applicant(
        [.applicationRefugee, .interview], .applicant6MonthsWork, 6, .withinDesignation), 14
    ),
    (applicant([.applicationRefugee], .applicant6MonthsNoWork, 6, .notPermitted), 6),
    (applicant([.applicationComplementary], .applicant6MonthsWork, 6, .withinDesignation), 4),
    (applicant(refused, .applicant6MonthsWork, 6, .withinDesignation), 6),
    (
      applicant(
        [.applicationComplementary, .interview, .deniedComplementary], .applicant6MonthsWork, 6,
        .withinDesignation), 2
    ),
    (applicant(refused + [.appeal], .applicant6MonthsWork, 6, .withinDesignation), 12),
    (
      applicant(refused + [.appeal, .appealUpheld], .applicant6MonthsWork, 6, .withinDesignation),
      2
    ),
    (applicant(dismissed, .departure, 1, .notPermitted), 3),
    (applicant([.applicationRefugee, .withdrawn], .other, 6, .toBeConfirmed), 2),
  ]

  private static let protected: [(LegalTrack, Int)] = [
    (
      LegalTrack(
        category: .recognizedRefugee, stages: [.applicationRefugee, .interview, .grantedRefugee],
        status: .longTermResident, months: 60, work: .unrestricted), 18
    ),
    (
      LegalTrack(
        category: .recognizedRefugee, stages: [.grantedRefugee], status: .permanentResident,
        work: .unrestricted), 3
    ),
    (
      LegalTrack(
        category: .complementaryProtection,
        stages: [.applicationComplementary, .grantedComplementary], status: .longTermResident,
        months: 60, work: .unrestricted), 8
    ),
    (
      LegalTrack(
        category: .humanitarianStatusHolder,
        stages: [.applicationRefugee, .interview, .deniedHumanitarian],
        activity: .humanitarian1Year, months: 12, work: .withinDesignation), 5
    ),
    (
      LegalTrack(
        category: .resettledRefugee, stages: [.none], status: .longTermResident, months: 36,
        work: .unrestricted), 5
    ),
  ]

  private static let evacuees: [(LegalTrack, Int)] = [
    (evacuee(.evacuee, .ukraine1Year, 12, of: "UKR"), 10),
    (evacuee(.emergencyEvacuation, .myanmar1Year, 12, of: "MMR"), 8),
    (evacuee(.emergencyEvacuation, .myanmar6Months, 6, of: "MMR"), 3),
    (evacuee(.emergencyEvacuation, .sudan, 12, of: "SDN"), 3),
    (evacuee(.evacuee, .afghanistan, 12, of: "AFG"), 4),
  ]

  private static let others: [(LegalTrack, Int)] = [
    (other(.deFactoRefugee, .student, 12, .partTime), 5),
    (other(.deFactoRefugee, .engineer, 36, .toBeConfirmed), 3),
    (other(.deFactoRefugee, .specifiedSkilledWorker, 12, .toBeConfirmed), 1),
    (other(.deFactoRefugee, .technicalIntern, 12, .toBeConfirmed), 1),
    (other(.deFactoRefugee, .highlySkilledProfessional, 60, .toBeConfirmed), 1),
    (other(.deFactoRefugee, .businessManager, 12, .toBeConfirmed), 1),
    (other(.familyMember, .dependent, 12, .partTime), 4),
    (other(.familyMember, .spouseOfJapanese, 36, .unrestricted), 2),
    (other(.familyMember, .spouseOfPermanentResident, 36, .unrestricted), 1),
    (other(.other, .temporaryVisitor, 3, .notPermitted), 2),
    (other(.other, .other, 12, .toBeConfirmed), 1),
  ]

  private static let without: [(LegalTrack, Int)] = [
    (stay(.provisionalStay, [.applicationRefugee], 6, .notPermitted), 3),
    (stay(.provisionalRelease, refused + [.appeal], 2, .notPermitted), 6),
    (stay(.provisionalRelease, dismissed + [.reapplication], 2, .notPermitted), 5),
    (stay(.provisionalRelease, dismissed + [.lawsuit], 2, .notPermitted), 3),
    (stay(.monitoringBeforeOrder, [.applicationRefugee], nil, .namedEmployer), 2),
    (stay(.monitoringAfterOrder, dismissed + [.reapplication], nil, .notPermitted), 2),
    (stay(.temporaryRefuge, [.applicationRefugee], 6, .notPermitted), 1),
    (stay(.inDetention, refused + [.appeal], nil, .toBeConfirmed), 1),
    (stay(.overstay, [.none], nil, .toBeConfirmed), 3),
  ]

  private static func applicant(
    _ stages: [ProcedureStage], _ activity: DesignatedActivityKind, _ months: Int,
    _ work: WorkPermission
  ) -> LegalTrack {
    LegalTrack(
      category: .asylumSeeker, stages: stages, activity: activity, months: months, work: work)
  }

  private static func evacuee(
    _ category: SupportCategory, _ activity: DesignatedActivityKind, _ months: Int, of code: String
  ) -> LegalTrack {
    LegalTrack(
      category: category, stages: [.none], activity: activity, months: months,
      work: .withinDesignation, country: Country(code: code))
  }

  private static func other(
    _ category: SupportCategory, _ status: StatusOfResidence, _ months: Int, _ work: WorkPermission
  ) -> LegalTrack {
    LegalTrack(category: category, stages: [.none], status: status, months: months, work: work)
  }

  private static func stay(
    _ basis: StayBasis, _ stages: [ProcedureStage], _ months: Int?, _ work: WorkPermission
  ) -> LegalTrack {
    LegalTrack(
      category: .asylumSeeker, stages: stages, status: .none, basis: basis, months: months,
      work: work)
  }
}
