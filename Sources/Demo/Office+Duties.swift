import Casework

/// What the organisation itself owes authorities, and data that once got out.
extension Office {
  mutating func planDuties() {
    planIncidents()
    var licence = Duty()
    (licence.type, licence.name) = (.placementLicence, text("duty.licence"))
    (licence.licence, licence.until) = ("13-300000", date(today).adding(months: 5))
    licence.owner = staff.first?.reference
    licence.settle(before: nil, in: WriteContext(today: date(today)))
    tell(licence, doneOn: nil)
    // 30 April of this year, and of the next.
    let here = date(today)
    for year in [here.year, here.year + 1] {
      guard let due = CivilDate(year: year, month: 4, day: 30) else { continue }
      var report = Duty()
      (report.name, report.due) = (text("duty.report"), due)
      report.owner = staff.first?.reference
      let sent = workday(due.dayNumber - 9)
      tell(report, doneOn: due < here && sent <= lastDay ? sent : nil)
    }
  }

  private mutating func tell(_ duty: Duty, doneOn day: Int?) {
    var story = Story()
    var draft = script.draft(duty)
    let first = workday(min(today - 200, day.map { $0 - 20 } ?? today - 200))
    story.tell(&draft, on: first, .add)
    if let day {
      draft.now.done = date(day)
      story.tell(&draft, on: day, .done)
    }
    script.add(story, using: &random)
  }

  /// One that was dealt with long ago, and one of this week that is to be reported.
  private mutating func planIncidents() {
    let old = workday(today - 260)
    var story = Story()
    var draft = script.draft(Incident())
    (draft.now.name, draft.now.cause, draft.now.people) = (text("incident.lost"), .lost, 3)
    (draft.now.on, draft.now.happenedOn) = (date(old), date(old - 1))
    draft.now.leaked = LongText(text("incident.data"))
    draft.now.owner = staff.first?.reference
    count(&draft.now)
    story.tell(&draft, on: old, .add)
    draft.now.reportedOn = date(workday(old + 2))
    draft.now.toldOn = date(workday(old + 2))
    draft.now.told = LongText(text("incident.told"))
    count(&draft.now)
    story.tell(&draft, on: workday(old + 2), .edit)
    draft.now.finalOn = date(workday(old + 25))
    draft.now.closedOn = draft.now.finalOn
    draft.now.measures = LongText(text("incident.measures"))
    count(&draft.now)
    story.tell(&draft, on: workday(old + 25), .edit)

    var recent = script.draft(Incident())
    (recent.now.name, recent.now.people) = (text("incident.mail"), 1)
    (recent.now.on, recent.now.happenedOn) = (date(lastDay), date(lastDay))
    recent.now.leaked = LongText(text("incident.data"))
    recent.now.owner = staff.first?.reference
    count(&recent.now)
    story.tell(&recent, on: lastDay, .add)
    script.add(story, using: &random)
  }

  /// The days that the store counts too.
  private func count(_ incident: inout Incident) {
    incident.settle(before: nil, in: WriteContext(today: date(today)))
  }
}
