/// Gatherings, trainings and those who give their time.
extension Indicator {
  static let sessions = [
    sessionsHeld, persons, visits, firstTimers, citizensFirst, trainees, traineeVisits,
    volunteersEver, volunteersActive,
  ]

  private static let on = Attendance.name(\.on)
  private static let came = FieldFilter(
    \Attendance.result, .equals(AttendanceResult.attended.fieldValue))

  /// Gatherings that were held.
  package static let sessionsHeld = Indicator(
    "sessions", of: .salon, day: Salon.name(\.date), by: Salon.names(\.type, \.prefecture)
  ) { _ in [FieldFilter(\Salon.status, .any([SessionStatus.held]))] }

  /// 実人数: different persons who attended gatherings by name; heads that were only counted may be
  /// anybody and are left out.
  package static let persons = Indicator(
    "persons", of: .attendance, .distinct(.person), day: on,
    by: Attendance.names(\.salon, \.personRole, \.type),
    labels: "gathering"
  ) { _ in [came] }

  /// 延べ: attendances by name, and the heads that were only counted.
  package static let visits = Indicator(
    "visits", of: .salon, .sum(.field(Salon.name(\.visits))), unit: .people,
    day: Salon.name(\.date), by: Salon.names(\.type, \.status), labels: "gathering")

  /// Who came for the first time.
  package static let firstTimers = Indicator(
    "first_timers", of: .attendance, .distinct(.person), day: on,
    by: Attendance.names(\.personRole, \.type)
  ) { _ in [came, FieldFilter(\Attendance.isFirstTime, .equals(.flag(true)))] }

  /// Citizens who came for the first time, and met somebody with a refugee background there.
  package static let citizensFirst = Indicator(
    "citizens_first", of: .attendance, .distinct(.person), day: on, by: [Attendance.name(\.type)]
  ) { _ in
    [
      came, FieldFilter(\Attendance.personRole, .any([PersonRole.citizen])),
      FieldFilter(\Attendance.isFirstTime, .equals(.flag(true))),
      FieldFilter(\Attendance.metRefugee, .equals(.flag(true))),
    ]
  }

  private static let training: Population = { _ in
    [
      came,
      FieldFilter(
        \Attendance.type, .any([SessionType.careerTraining, .sempaiSession, .mentoring])),
      FieldFilter(\Attendance.personRole, .any([PersonRole.personWithRefugeeBackground])),
    ]
  }

  /// 育成参加 (実人数): career training, sempai sessions and mentoring.
  package static let trainees = Indicator(
    "trainees", of: .attendance, .distinct(.person), day: on, by: [Attendance.name(\.type)],
    where: training)

  /// 育成参加 (延べ).
  package static let traineeVisits = Indicator(
    "trainee_visits", of: .attendance, unit: .people, day: on, by: [Attendance.name(\.type)],
    where: training)

  /// プロボノ: all who ever gave their time.
  package static let volunteersEver = Indicator("volunteers_ever", of: .volunteer, unit: .people) {
    _ in
    [
      FieldFilter(
        \Volunteer.status,
        .any([VolunteerStatus.trained, .pledgeSigned, .active, .paused, .ended]))
    ]
  }

  package static let volunteersActive = Indicator(
    "volunteers_active", of: .volunteer, unit: .people
  ) { _ in
    [FieldFilter(\Volunteer.status, .any([VolunteerStatus.active]))]
  }
}
