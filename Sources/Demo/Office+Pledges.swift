import Casework

/// The pledges to the Global Refugee Forum, and the meetings at which they are told of.
extension Office {
  /// How the pledges stand; 42 with 200 cases.
  private static let stages: [(PledgeStage, Int)] = [
    (.inProgress, 26), (.planning, 7), (.fulfilled, 5), (.stalled, 3), (.withdrawn, 1),
  ]

  mutating func planPledges() {
    let meetings = [today - 240, today - 60].map { tellMeeting(on: workday($0)) }
    _ = tellMeeting(on: nextWorkday(today + 45))
    let pledging = partners.filter(\.isPledging)
    let themes = data.register("pledge")
    let stages = random.deal(Self.stages, count: scaled(42, least: Self.stages.count))
    guard !pledging.isEmpty, !themes.isEmpty else { return }
    for (index, stage) in stages.enumerated() {
      // Each organisation has another theme each time.
      let theme = themes[(index + index / themes.count * 5) % themes.count]
      let partner = pledging[(index + index / themes.count) % pledging.count]
      planPledge(index, theme, by: partner.reference, stage, meetings)
    }
  }

  private mutating func planPledge(
    _ number: Int, _ theme: [String], by partner: Reference<PartnerOrganisation>,
    _ stage: PledgeStage, _ meetings: [(reference: Reference<Salon>, day: Int)]
  ) {
    var story = Story()
    var draft = script.draft(Pledge())
    // The forum of December 2023, or a day of this story where that is none.
    let forum = CivilDate(year: 2023, month: 12, day: 13)?.dayNumber ?? 0
    let pledged = (Self.founded(today) + 40..<today - 300).contains(forum) ? forum : today - 700
    (draft.now.name, draft.now.nameEnglish) = (theme[1], theme[2])
    draft.now.objective = PledgeObjective(rawValue: theme[3])
    draft.now.partner = partner
    draft.now.pledgedOn = date(pledged)
    draft.now.firstYear = date(pledged).year + 1
    draft.now.lastYear = date(pledged).year + 4
    draft.now.owner = colleague().reference
    if number == 0 {
      (draft.now.committed, draft.now.currency) = (6_000_000, .dollar)
      (draft.now.firstYear, draft.now.lastYear) = (date(pledged).year, date(pledged).year + 2)
    } else if random.chance(45) {
      (draft.now.committed, draft.now.currency) = (random.number(2...60) * 500_000, .yen)
    }
    story.tell(&draft, on: workday(pledged + random.number(5...20)), .add)
    // One in five was told of at the meeting before the last alone: it is stale.
    let isStale = number % 5 == 4
    for (index, meeting) in (isStale ? meetings.dropLast() : meetings[...]).enumerated() {
      var update = script.draft(PledgeUpdate())
      let isLast = isStale || index == meetings.count - 1
      update.now.pledge = draft.reference
      update.now.on = date(meeting.day)
      update.now.stage = isLast ? stage : stage == .planning ? .planning : .inProgress
      update.now.participation = random.weigh(
        (.consulted, 5), (.coDesigned, 3), (.notAtAll, 2), (.led, 1))
      if let committed = draft.now.committed {
        update.now.disbursed = number == 0 && isLast ? 4_000_000 : committed / 10 * (index + 2)
      }
      update.now.reporter = calledName()
      update.now.salon = meeting.reference
      update.now.progress = LongText(random.pick(data.register("progress"))?[1] ?? "")
      update.now.staff = draft.now.owner
      story.tell(&update, on: meeting.day, .add)
    }
    script.add(story, using: &random)
  }

  /// A meeting of the network that follows the pledges; held where its day is over.
  private mutating func tellMeeting(on day: Int) -> (reference: Reference<Salon>, day: Int) {
    var story = Story()
    var draft = script.draft(Salon())
    let theme = told("salon.pledgeMeeting")
    (draft.now.theme, draft.now.themeEnglish) = (theme.ja, theme.en)
    draft.now.type = .networkMeeting
    draft.now.date = date(day)
    (draft.now.begins, draft.now.ends) = (
      ClockTime(hour: 14, minute: 0), ClockTime(hour: 17, minute: 0)
    )
    draft.now.place = text("salon.place")
    draft.now.languages = [Language(code: "ja"), Language(code: "en")]
    draft.now.owner = colleague().reference
    draft.now.activity = activity(for: .networkMeeting, on: day)
    story.tell(&draft, on: workday(min(day - 30, lastDay)), .add)
    if day <= lastDay {
      draft.now.status = .held
      draft.now.headcountRefugees = random.number(3...6)
      draft.now.headcountGovernment = random.number(2...4)
      draft.now.headcountParliamentarians = random.number(0...2)
      draft.now.headcountOrganisations = random.number(8...14)
      draft.now.headcountCompanies = random.number(3...8)
      draft.now.headcountStaff = 2
      story.tell(&draft, on: day, .edit)
    }
    script.add(story, using: &random)
    return (draft.reference, day)
  }

  /// The planned activity that a gathering counts for.
  func activity(for type: SessionType, on day: Int) -> Reference<PlannedActivity>? {
    activities.first { $0.type == type && $0.days.contains(day) }?.reference
  }
}
