/// What a paper is (domain model 3.1).
package enum DocumentType: String, Choice {
  case residenceCard = "residence_card"
  /// The residence card that is a My Number card too (特定在留カード), since 2026-06-14.
  case specifiedResidenceCard = "specified_residence_card"
  case passport
  case designationPaper = "designation_paper"
  case refugeeCertificate = "certificate_of_refugee_recognition"
  case complementaryCertificate = "certificate_of_complementary_protection"
  case refugeeTravelDocument = "refugee_travel_document"
  case provisionalRelease = "certificate_of_provisional_release"
  case provisionalStay = "certificate_of_provisional_stay"
  case temporaryRefuge = "certificate_of_temporary_refuge"
  case reportingDateNotice = "reporting_date_notice"
  case applicationReceipt = "application_receipt"
  /// A permission for an activity outside the status, on a paper of its own (許可書).
  case permissionCertificate = "permission_certificate"
  case healthInsurance = "national_health_insurance"
  case myNumber = "my_number"
  case cv
  case certificate
  case letterOfGuarantee = "letter_of_guarantee"
  case other

  package static let catalogueName = "documentType"

  /// Whether it shows a status of residence, its end and what it says of work.
  package var isResidenceCard: Bool { self == .residenceCard || self == .specifiedResidenceCard }
}
