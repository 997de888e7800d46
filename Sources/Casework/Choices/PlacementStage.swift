/// A placement from prospect to retention, and its ends (domain model 3.5).
package enum PlacementStage: String, Choice {
  case prospect
  case workPermissionCheck = "work_permission_check"
  case consentToIntroduce = "consent_to_introduce"
  case cvPreparation = "cv_preparation"
  case cvScreening = "cv_screening"
  case firstInterview = "first_interview"
  case secondInterview = "second_interview"
  case trial
  case finalInterview = "final_interview"
  case offer
  case offerAccepted = "offer_accepted"
  case changeOfStatusApplied = "change_of_status_applied"
  case changeOfStatusGranted = "change_of_status_granted"
  case started
  case retentionSupport = "retention_support"
  case retained
  case notSelected = "not_selected"
  case candidateWithdrew = "candidate_withdrew"
  case offerDeclined = "offer_declined"
  case offerRetracted = "offer_retracted"
  case jobWithdrawn = "job_withdrawn"
  case notPermittedToWork = "not_permitted_to_work"
  case changeOfStatusRefused = "change_of_status_refused"
  case termsDidNotFit = "terms_did_not_fit"
  case unreachable
  case enteredByMistake = "entered_by_mistake"
  case left
  case contractEnded = "contract_ended"
  case dismissed
  case changedJobs = "changed_jobs"

  package static let catalogueName = "placementStage"
}
