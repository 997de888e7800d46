/// Kinds of gathering (domain model 3.7).
package enum SessionType: String, Choice {
  case salon
  case roundtable
  case workshop
  case seminar
  case careerTraining = "career_training"
  case sempaiSession = "sempai_session"
  case mentoring
  case japaneseClass = "japanese_class"
  case social
  case symposium
  case networkMeeting = "network_meeting"

  package static let catalogueName = "sessionType"
}

/// Whether a gathering takes place.
package enum SessionStatus: String, Choice {
  case planned
  case held
  case postponed
  case cancelled

  package static let catalogueName = "sessionStatus"
}

/// What became of somebody's place at a gathering.
package enum AttendanceResult: String, Choice {
  case registered
  case waitlisted
  case attended
  case excusedAbsence = "excused_absence"
  case unexcusedAbsence = "unexcused_absence"
  case cancelled

  package static let catalogueName = "attendanceResult"

  /// Whether a place at the gathering is taken: also by who stayed away without a word.
  package var holdsSeat: Bool { ![.waitlisted, .cancelled, .excusedAbsence].contains(self) }

  /// Whether it is known only once the gathering has begun; who excuses themselves may do so before.
  var isKnownAfterwards: Bool { self == .attended || self == .unexcusedAbsence }
}

/// In which capacity somebody attends.
package enum PersonRole: String, Choice {
  case personWithRefugeeBackground = "person_with_refugee_background"
  case citizen
  case volunteer
  case company
  case government
  case staff

  package static let catalogueName = "personRole"
}

/// Whose heads are counted at a gathering: the kinds of person, and who comes for an institution.
package enum StakeholderKind: String, CaseIterable, Sendable {
  case personWithRefugeeBackground = "person_with_refugee_background"
  case citizen, volunteer, company, government, parliamentarian, organisation, staff
}

/// How often a gathering takes place again.
package enum SessionRepeat: String, Choice {
  case weekly
  case everyTwoWeeks = "every_two_weeks"
  /// On the same day of each month.
  case monthlyByDate = "monthly_by_date"
  /// On the same weekday of each month, such as the second Saturday.
  case monthlyByWeekday = "monthly_by_weekday"

  package static let catalogueName = "sessionRepeat"
}
