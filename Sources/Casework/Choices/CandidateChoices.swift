/// How near to work somebody is (domain model 3.5).
package enum Readiness: String, Choice {
  case registered
  case careerInterview = "career_interview"
  case inTraining = "in_training"
  case jobReady = "job_ready"
  case employed
  case paused
  case foundIndependently = "found_job_independently"
  case ended

  package static let catalogueName = "readiness"
}

extension Readiness: Stage {
  package static let path: [Readiness] = [
    .registered, .careerInterview, .inTraining, .jobReady, .employed,
  ]

  /// Whether the person looks for work now.
  package var isSeeking: Bool { step != nil && self != .employed }
}

/// The highest schooling that somebody finished.
package enum Education: String, Choice {
  case none
  case primary
  case lowerSecondary = "lower_secondary"
  case upperSecondary = "upper_secondary"
  case vocational
  case bachelor
  case master
  case doctorate

  package static let catalogueName = "education"
}

/// What became of an application for a change of the status of residence.
package enum StatusChangeResult: String, Choice {
  case granted
  case refused

  package static let catalogueName = "statusChangeResult"
}

/// What somebody is trained in on the way to work (育成).
package enum TrainingTrack: String, Choice {
  /// Skills for the digital transformation of companies (DX人材).
  case digital
  case business
  case japanese
  case care
  case trade
  case other

  package static let catalogueName = "trainingTrack"
}
