/// What a local government offers (domain model 1, row 27).
package enum MunicipalityOffer: String, Choice {
  case housing
  case languageClass = "language_class"
  case consultation, interpreting, schooling, childcare, health, welfare, employment

  package static let catalogueName = "municipalityOffer"
}

/// What an office answered, asked whether it gives a public service to whoever has no status.
package enum OfficeAnswer: String, Choice {
  case yes, no
  /// Case by case: to be asked before going there.
  case asks

  package static let catalogueName = "officeAnswer"
}

/// Whether an office tells the immigration authority who came.
package enum OfficeReporting: String, Choice {
  case yes, no, unclear

  package static let catalogueName = "officeReporting"
}

package enum SupporterType: String, Choice {
  case individual, company, organisation

  package static let catalogueName = "supporterType"
}

/// How a member stands (domain model 3.11).
package enum SupporterStatus: String, Choice {
  case applied, active, paused, left

  package static let catalogueName = "supporterStatus"
}

package enum DonationType: String, Choice {
  case monthly
  case oneOff = "one_off"
  case legacy

  package static let catalogueName = "donationType"
}

/// How a programme comes about (domain model 3.11).
package enum ProgrammeClass: String, Choice {
  case selfOperated = "self_operated"
  case grant, commissioned, other

  package static let catalogueName = "programmeClass"
}

package enum GrantPurpose: String, Choice {
  case humanitarian
  case selfReliance = "self_reliance"
  case education, employment, other

  package static let catalogueName = "grantPurpose"
}

package enum GrantReportType: String, Choice {
  case interim, final, accounts

  package static let catalogueName = "grantReportType"
}

package enum ExchangeDirection: String, Choice {
  case shared, learned, mutual

  package static let catalogueName = "exchangeDirection"
}

package enum OutreachType: String, Choice {
  case lecture, school, music, exhibition, media
  case fieldVisit = "field_visit"
  case other

  package static let catalogueName = "outreachType"
}

package enum VolunteerWorkType: String, Choice {
  case activity, training

  package static let catalogueName = "volunteerWorkType"
}

/// How far the story of a hire has come.
package enum StoryStage: String, Choice {
  case draft, approved, published, withdrawn

  package static let catalogueName = "storyStage"

  /// Those in which it may be read by others than staff.
  package static let told: [Self] = [.approved, .published]
}
