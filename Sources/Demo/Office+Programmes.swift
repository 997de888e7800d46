import Casework

/// A planned activity that gatherings of a type count for.
struct ActivityPlan {
  let reference: Reference<PlannedActivity>
  let type: SessionType
  /// The days on which they count.
  let days: ClosedRange<Int>
}

/// Organisations, programmes and their plans: what gatherings and pledges rest on.
extension Office {
  /// The organisations that everybody knows, and those that are as fictional as this one.
  mutating func planPartners() {
    var story = Story()
    let own = data.register("partner").map { row in
      var partner = PartnerOrganisation()
      (partner.name, partner.nameEnglish) = (row[1], row[2])
      partner.type = PartnerType(rawValue: row[3])
      partner.roles = row[4].split(separator: ",").compactMap { PartnerRole(rawValue: String($0)) }
      partner.networkSize = Int(row[5])
      return partner
    }
    for (index, partner) in (own + PartnerOrganisation.known).enumerated() {
      var draft = script.draft(partner)
      if index < own.count { draft.now.contactPerson = calledName() }
      story.tell(&draft, on: workday(Self.founded(today) + 2), .add)
      partners.append(
        Partner(
          reference: draft.reference,
          isPledging: index < own.count
            && partner.roles.contains(.pledging)))
    }
    script.add(story, using: &random)
  }

  mutating func planProgrammes() {
    for (index, row) in data.register("programme").enumerated() {
      var story = Story()
      let begin = fiscalYear
      var draft = script.draft(FundedProgramme())
      draft.now.name = row[1]
      draft.now.type = ProgrammeClass(rawValue: row[2]) ?? .other
      (draft.now.year, draft.now.years, draft.now.budget) = (Int(row[3]), Int(row[4]), Int(row[5]))
      draft.now.funder = Int(row[6]).flatMap {
        partners.indices.contains($0) ? partners[$0].reference : nil
      }
      draft.now.start = date(begin)
      draft.now.end = date(begin).adding(months: 12).adding(days: -1)
      draft.now.owner = colleague().reference
      story.tell(&draft, on: workday(begin - random.number(10...30)), .add)
      if index == 0 { planActivities(of: draft.reference, from: begin, in: &story) }
      // As much is spent as of the year is over, a little more or less.
      let over = min(100, (today - begin) * 100 / 365)
      draft.now.spent = (draft.now.budget ?? 0) / 100 * max(0, over - random.number(-5...8))
      story.tell(&draft, on: max(workday(today - 20), begin), .edit)
      if draft.now.funder != nil {
        tellReport(of: nil, draft.reference, .interim, due: begin + 190, in: &story)
        tellReport(of: nil, draft.reference, .final, due: begin + 395, in: &story)
      }
      programmes.append(draft.reference)
      script.add(story, using: &random)
    }
  }

  /// The first of April that begins the year of the last working day.
  private var fiscalYear: Int {
    let last = date(lastDay)
    let april = CivilDate(year: last.month < 4 ? last.year - 1 : last.year, month: 4, day: 1)
    return april?.dayNumber ?? lastDay - 200
  }

  private mutating func planActivities(
    of programme: Reference<FundedProgramme>, from begin: Int, in story: inout Story
  ) {
    let days = begin...begin + 364
    for row in data.register("activity") {
      var draft = script.draft(PlannedActivity())
      draft.now.programme = programme
      (draft.now.name, draft.now.city) = (row[1], row[2])
      draft.now.prefecture = Prefecture(code: row[3])
      draft.now.planned = Int(row[4])
      draft.now.until = date(begin + 364)
      story.tell(&draft, on: workday(begin - 5), .add)
      if let type = SessionType(rawValue: row[5]) {
        activities.append(ActivityPlan(reference: draft.reference, type: type, days: days))
        continue
      }
      // Talks in other cities, which partners held.
      let share = min(100, (today - begin) * 100 / 365 + random.number(-20...30))
      let done = (draft.now.planned ?? 0) * max(0, share) / 100
      if done > 0 { draft.now.doneElsewhere = done }
      story.tell(&draft, on: max(begin, workday(today - random.number(3...40))), .edit)
    }
  }

  /// A report that is due about a grant; done where its day is over, most of the time.
  mutating func tellReport(
    of grant: Reference<GrantGiven>?, _ programme: Reference<FundedProgramme>?,
    _ type: GrantReportType, due: Int, isLate: Bool = false, in story: inout Story
  ) {
    var draft = script.draft(GrantReport())
    (draft.now.grant, draft.now.programme, draft.now.type) = (grant, programme, type)
    draft.now.due = date(due)
    draft.now.owner = colleague().reference
    let told = min(workday(due - 180), lastDay)
    story.tell(&draft, on: told, .add)
    let done = workday(due - random.number(1...6))
    guard !isLate, due <= lastDay, done > told else { return }
    draft.now.done = date(done)
    story.tell(&draft, on: done, .done)
  }
}

/// A partner organisation as the registers need to know it.
struct Partner {
  let reference: Reference<PartnerOrganisation>
  /// Whether it made pledges that are told here.
  let isPledging: Bool
}
