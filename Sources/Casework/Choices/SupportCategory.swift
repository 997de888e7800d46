/// Why the organisation helps somebody (domain model 3.2 a).
package enum SupportCategory: String, Choice {
  case recognizedRefugee = "recognized_refugee"
  case complementaryProtection = "person_under_complementary_protection"
  case asylumSeeker = "asylum_seeker"
  case humanitarianStatusHolder = "humanitarian_status_holder"
  case emergencyEvacuation = "person_under_emergency_evacuation_measures"
  case evacuee
  case deFactoRefugee = "de_facto_refugee"
  case resettledRefugee = "resettled_refugee"
  case familyMember = "family_member"
  case other

  package static let catalogueName = "supportCategory"
}
