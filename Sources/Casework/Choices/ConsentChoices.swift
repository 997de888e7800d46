/// What somebody consents to (同意, domain model 3.9).
package enum ConsentScope: String, Choice {
  case receivingSupport = "receiving_support"
  case collectionAndUse = "collection_and_use"
  case sensitiveData = "sensitive_data"
  case companies = "sharing_with_companies"
  case hostFamilies = "sharing_with_host_families"
  case volunteers = "sharing_with_volunteers"
  case lawyers = "sharing_with_lawyers"
  case medicalProviders = "sharing_with_medical_providers"
  case municipalities = "sharing_with_municipalities"
  case unhcr = "sharing_with_unhcr"
  case rhq = "sharing_with_rhq"
  case otherOrganisations = "sharing_with_other_ngos"
  case publicity = "photo_publicity"
  case anonymousStatistics = "anonymous_statistics"

  package static let catalogueName = "consentScope"

  /// Whether it is about telling somebody outside the organisation's staff.
  package var isSharing: Bool {
    switch self {
    case .receivingSupport, .collectionAndUse, .sensitiveData, .publicity, .anonymousStatistics:
      false
    case .companies, .hostFamilies, .volunteers, .lawyers, .medicalProviders, .municipalities,
      .unhcr, .rhq, .otherOrganisations:
      true
    }
  }

  /// Whether it is about organisations that cases are referred to by letter: companies, hosts and
  /// volunteers are told otherwise, under rules of their own.
  package var isForOrganisations: Bool {
    isSharing && ![.companies, .hostFamilies, .volunteers].contains(self)
  }

  /// What there must be before the work leaves the intake.
  package static let beforeAssessment: [Self] = [.receivingSupport, .collectionAndUse]
}

package enum ConsentStatus: String, Choice {
  case given
  case refused
  case withdrawn

  package static let catalogueName = "consentStatus"
}

package enum ConsentMedium: String, Choice {
  case written
  case oral
  case electronic

  package static let catalogueName = "consentMedium"
}

/// What is not to be told although the rest may be.
package enum WithheldItem: String, Choice {
  case name
  case birthDate = "birth_date"
  case nationality
  case contactDetails = "contact_details"
  case address
  case family
  case health
  case beliefs = "religion_ethnicity"
  case legalStatus = "legal_status"
  case history
  case photo

  package static let catalogueName = "withheldItem"
}
