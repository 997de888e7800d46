/// What a volunteer does (domain model 3.8).
package enum VolunteerRole: String, Choice {
  case mentor
  case careerCounsellor = "career_counsellor"
  case japaneseTutor = "japanese_tutor"
  case interpreter
  case translator
  case accompaniment
  case companyOutreach = "company_outreach"
  case salonHost = "salon_host"
  case hostFamily = "host_family"
  case itTrainer = "it_trainer"
  case goodsSorting = "goods_sorting"
  case lawyer
  case administrativeScrivener = "administrative_scrivener"
  case labourAttorney = "labour_attorney"
  case healthProfessional = "health_professional"
  case psychologist
  case monitoringSupervisor = "monitoring_supervisor"

  package static let catalogueName = "volunteerRole"
}

/// How far a volunteer has come.
package enum VolunteerStatus: String, Choice {
  case applied
  case interviewed
  case trained
  case pledgeSigned = "pledge_signed"
  case active
  case paused
  case ended

  package static let catalogueName = "volunteerStatus"
}
