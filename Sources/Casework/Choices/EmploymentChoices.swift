/// How far the work with a company has come (domain model 3.5).
package enum CompanyStage: String, Choice {
  case lead
  case briefing
  case pitch
  case mou
  case identifyingRoles = "identifying_roles"
  case jobReceived = "job_received"
  case recruiting
  case hired
  case postHire = "post_hire"
  case dormant
  case declined

  package static let catalogueName = "companyStage"
}

extension CompanyStage: Stage {
  package static let path: [CompanyStage] = [
    .lead, .briefing, .pitch, .mou, .identifyingRoles, .jobReceived, .recruiting, .hired, .postHire,
  ]
}

/// The form of employment.
package enum EmploymentType: String, Choice {
  case regular
  case contract
  case partTime = "part_time"
  case internship
  case contractor

  package static let catalogueName = "employmentType"
}
