import Casework

/// Members, donors and the campaigns by which they came.
extension Office {
  /// How the members stand; 60 with 200 cases.
  private static let statuses: [(SupporterStatus, Int)] = [
    (.active, 46), (.left, 8), (.paused, 3), (.applied, 3),
  ]

  mutating func planSupporters() {
    let campaigns = planCampaigns()
    let count = scaled(60, least: 12)
    var household: Reference<Supporter>?
    for (index, status) in random.deal(Self.statuses, count: count).enumerated() {
      var story = Story()
      // A third came by the campaign of now, a third by one before, the others by themselves.
      let campaign = index % 3 < campaigns.count ? campaigns[index % 3] : nil
      let span = campaign.map { $0.days } ?? today - 1200...today - 20
      let day = workday(
        random.number(span.lowerBound...max(span.lowerBound, min(span.upperBound, lastDay))))
      var draft = script.draft(Supporter())
      draft.now.type = index == 5 ? .company : .individual
      draft.now.name =
        index == 5 ? data.companyNames.first.map(data.called) ?? calledName() : calledName()
      draft.now.status = status == .applied ? .applied : .active
      draft.now.monthlyAmount = random.weigh(
        (1000, 6), (2000, 2), (3000, 2), (5000, 1), (10_000, 1))
      draft.now.joinedOn = status == .applied ? nil : date(day)
      draft.now.campaign = campaign?.reference
      draft.now.addressKnown = random.chance(85)
      draft.now.isOfficer = index == 2
      if index == 9 { draft.now.sameHousehold = household }
      draft.now.email = "member\(index + 1)@example.jp"
      story.tell(&draft, on: day, .add)
      if index == 8 { household = draft.reference }
      tellDonations(of: draft, since: day, in: &story)
      if status == .left || status == .paused, let end = later(than: day) {
        draft.now.status = status
        if status == .left { draft.now.leftOn = date(end) }
        story.tell(&draft, on: end, .edit)
      }
      script.add(story, using: &random)
    }
  }

  private struct Drive {
    let reference: Reference<Campaign>
    let days: ClosedRange<Int>
  }

  /// One that goes on, and two before it; nobody has looked back on the last of them yet.
  private mutating func planCampaigns() -> [Drive] {
    let names = data.register("campaign").map { $0[1] }
    let spans = [today - 12...today + 18, today - 45...today - 14, today - 400...today - 370]
    return zip(names, spans).enumerated().map { index, drive in
      var story = Story()
      var draft = script.draft(Campaign())
      let days = drive.1
      draft.now.name = drive.0
      (draft.now.start, draft.now.end) = (date(days.lowerBound), date(days.upperBound))
      draft.now.goal = scaled([200, 40, 60][index], least: 5)
      draft.now.owner = colleague().reference
      story.tell(&draft, on: workday(days.lowerBound - 14), .add)
      if index == 2 {
        draft.now.closedOn = date(workday(days.upperBound + 20))
        draft.now.notes = LongText(text("campaign.note"))
        story.tell(&draft, on: workday(days.upperBound + 20), .edit)
      }
      script.add(story, using: &random)
      return Drive(reference: draft.reference, days: days)
    }
  }

  private mutating func tellDonations(
    of supporter: Draft<Supporter>, since day: Int, in story: inout Story
  ) {
    // What came every month is entered once for the half-year, and now and then there is more.
    if let monthly = supporter.now.monthlyAmount, supporter.now.joinedOn != nil {
      for end in [day + 182, day + 364, day + 546] where end <= lastDay {
        tellDonation(of: supporter.reference, monthly * 6, .monthly, on: workday(end), in: &story)
      }
    }
    guard random.chance(25), let extra = later(than: day) else { return }
    let amount = random.weigh((3000, 3), (5000, 2), (10_000, 2), (100_000, 1))
    tellDonation(of: supporter.reference, amount, .oneOff, on: extra, in: &story)
  }

  private mutating func tellDonation(
    of supporter: Reference<Supporter>, _ amount: Int, _ type: DonationType, on day: Int,
    in story: inout Story
  ) {
    var draft = script.draft(Donation())
    (draft.now.supporter, draft.now.amount, draft.now.type) = (supporter, amount, type)
    draft.now.on = date(day)
    draft.now.isForReturn = type == .oneOff && random.chance(10)
    story.tell(&draft, on: day, .add)
  }

  /// A working day between a day and the last one; nil where there is none.
  private mutating func later(than day: Int) -> Int? {
    day + 7 <= lastDay ? max(day + 1, workday(random.number(day + 5...lastDay))) : nil
  }
}
