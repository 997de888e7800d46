import Casework

/// What an organisation keeps around its cases: told once, by its first office.
extension Office {
  /// What stands before the gatherings, which count for activities.
  mutating func planBeforeGatherings() {
    planPartners()
    planProgrammes()
  }

  /// What rests on gatherings and hires.
  mutating func planRegisters() {
    planPledges()
    planSupporters()
    planMunicipalities()
    planGrants()
    planLearning()
    planGroups()
    planReports()
    aside { $0.planDuties() }
    for gathering in told { tellWhatWasSaid(at: gathering) }
    for (index, hire) in hires.prefix(3).enumerated() { tellStory(of: hire, number: index) }
  }

  /// A day of the past, so many days ago.
  private func past(_ days: Int) -> Int { workday(today - days) }

  /// One of the organisations, by its number.
  private func partner(_ number: Int) -> Reference<PartnerOrganisation>? {
    partners.indices.contains(number) ? partners[number].reference : nil
  }

  /// Tells a record of which there is nothing more to tell.
  mutating func tellOnce<R: Record>(_ record: R, on day: Int) {
    var story = Story()
    var draft = script.draft(record)
    story.tell(&draft, on: day, .add)
    script.add(story, using: &random)
  }

  private mutating func planMunicipalities() {
    let desks = data.register("desk")
    var seen: Set<String> = []
    for city in data.cities where seen.insert(city.name).inserted && seen.count <= 14 {
      var record = Municipality()
      (record.name, record.prefecture) = (city.name, city.prefecture)
      record.contactDesk = random.pick(desks)?[1] ?? ""
      record.offers = MunicipalityOffer.allCases.filter { _ in random.chance(40) }
      record.languages = [Language(code: "ja"), Language(code: "en")]
      record.phone = telephone("03")
      aside { $0.answer(for: &record) }
      let day = past(random.number(20...500))
      record.confirmedOn = date(day)
      tellOnce(record, on: day)
    }
  }

  /// What an office said when it was asked about services for people without a status.
  private mutating func answer(for record: inout Municipality) {
    record.school = .yes
    record.maternalHealth = random.weigh((.yes, 8), (.asks, 2))
    record.assistedDelivery = random.weigh((.yes, 3), (.asks, 6), (.no, 1))
    record.childAllowance = random.weigh((.no, 7), (.asks, 3))
    record.publicAssistance = random.weigh((.no, 7), (.asks, 3))
    record.reports = random.weigh((.no, 5), (.unclear, 4), (.yes, 1))
  }

  private mutating func planGrants() {
    for (index, row) in data.register("grant").enumerated() {
      guard let partner = partner(Int(row[4]) ?? 0) else { continue }
      var story = Story()
      let day = past(350 - index * 60)
      var draft = script.draft(GrantGiven())
      (draft.now.name, draft.now.partner) = (row[1], partner)
      (draft.now.purpose, draft.now.amount) = (GrantPurpose(rawValue: row[2]), Int(row[3]))
      draft.now.decidedOn = date(day)
      (draft.now.start, draft.now.end) = (date(day + 14), date(day + 379))
      draft.now.programme = programmes.last
      draft.now.owner = colleague().reference
      story.tell(&draft, on: day, .add)
      tellReport(of: draft.reference, nil, .interim, due: day + 180, isLate: index == 1, in: &story)
      tellReport(of: draft.reference, nil, .final, due: day + 372, in: &story)
      script.add(story, using: &random)
    }
  }

  /// Surveys, journeys, exchanges, and what was told to the public.
  private mutating func planLearning() {
    for (index, row) in data.register("survey").enumerated() {
      var record = Survey()
      (record.name, record.instrument, record.target) = (row[1], row[2], row[3])
      (record.sample, record.findings) = (Int(row[4]), LongText(row[6]))
      if !row[5].isEmpty { record.countries = [Country(code: row[5])] }
      record.programme = programmes.first
      let day = past(60 + index * 90)
      (record.start, record.end) = (date(day - 60), date(day - 10))
      record.owner = colleague().reference
      tellOnce(record, on: day)
    }
    for (index, row) in data.register("mission").enumerated() {
      var record = Mission()
      (record.purpose, record.country, record.city) = (row[1], Country(code: row[2]), row[3])
      (record.travellers, record.findings) = (row[4], LongText(row[6]))
      (record.programme, record.cost) = (programmes.first, random.number(8...40) * 10_000)
      let day = past(40 + index * 75)
      (record.start, record.end) = (date(day - 6), date(day - 3))
      tellOnce(record, on: day)
    }
    for (index, row) in data.register("exchange").enumerated() {
      guard let partner = partner(index == 0 ? 13 : 3 + index) else { continue }
      var record = KnowledgeExchange()
      (record.topic, record.partner, record.learned) = (row[1], partner, LongText(row[6]))
      record.direction = ExchangeDirection(rawValue: row[2]) ?? .mutual
      record.country = Country(code: row[3])
      let day = past(25 + index * 70)
      (record.on, record.owner) = (date(day), colleague().reference)
      tellOnce(record, on: day)
    }
    for (index, row) in data.register("outreach").enumerated() {
      var record = Outreach()
      (record.name, record.reached) = (row[1], Int(row[3]))
      record.type = OutreachType(rawValue: row[2]) ?? .other
      record.partner = index % 2 == 1 ? partner(6 + index) : nil
      record.prefecture = city().prefecture
      let day = past(15 + index * 55)
      (record.on, record.owner) = (date(day), colleague().reference)
      tellOnce(record, on: day)
    }
  }

  private mutating func planGroups() {
    for (index, row) in data.register("group").enumerated() {
      var record = WorkingGroup()
      (record.name, record.topic, record.members) = (row[1], row[2], Int(row[3]))
      record.partner = partner(data.register("partner").count + 15)
      let day = past(400 - index * 80)
      (record.startedOn, record.owner) = (date(day), colleague().reference)
      let next = today + 9 + index * 23
      // On the Wednesday of its week.
      record.nextMeeting = date(next + 3 - CivilDate(dayNumber: next).weekday)
      tellOnce(record, on: day)
    }
  }

  /// What had been counted before the program was there, and lists and a report that all share.
  private mutating func planReports() {
    let before = past(800)
    for row in data.register("baseline") {
      guard let indicator = CountedIndicator(rawValue: row[1]) else { continue }
      var record = Baseline()
      (record.indicator, record.value, record.upTo) = (indicator, Int(row[2]), date(before))
      record.source = LongText(row[6])
      tellOnce(record, on: past(300))
    }
    for row in data.register("view") {
      guard let owner = staff.first?.reference else { continue }
      var record = SavedView()
      (record.name, record.listed, record.words) = (row[1], row[2], LongText(row[3]))
      if record.listed == SavedView.report {
        record.words = LongText(Self.shared.written)
        record.sort = Self.shared.length.rawValue
      }
      (record.owner, record.isShared) = (owner, true)
      tellOnce(record, on: past(30))
    }
  }

  /// A funder's report with less in it.
  private static let shared: ReportLayout = {
    var layout = ReportLayout.funder
    layout.sections = layout.sections.filter {
      ["support", "work", "programmes"].contains($0.code)
    }
    return layout
  }()

  /// The sessions of a symposium, and what refugees said at a roundtable.
  private mutating func tellWhatWasSaid(at gathering: ToldGathering) {
    var story = Story()
    switch gathering.type {
    case .symposium:
      for (index, row) in data.register("session").enumerated() {
        var draft = script.draft(EventSession())
        (draft.now.salon, draft.now.title, draft.now.speakers) = (
          gathering.reference, row[1], row[2]
        )
        draft.now.begins = ClockTime(hour: 10 + index, minute: 0)
        draft.now.ends = ClockTime(hour: 10 + index, minute: 50)
        draft.now.languages = [Language(code: "ja"), Language(code: "en")]
        story.tell(&draft, on: gathering.announced, .add)
      }
    case .roundtable where gathering.isHeld:
      for (index, row) in data.register("voice").enumerated()
      where random.chance(60) || index == 0 {
        var draft = script.draft(RefugeeVoice())
        (draft.now.salon, draft.now.topic) = (gathering.reference, row[1])
        draft.now.barriers = row[2].split(separator: ",").compactMap {
          Barrier(rawValue: String($0))
        }
        (draft.now.words, draft.now.language) = (LongText(row[6]), Language(code: "ja"))
        story.tell(&draft, on: gathering.day, .add)
      }
    default: break
    }
    script.add(story, using: &random)
  }

  /// The story of a hire: told with consent, and of the last of them told no more.
  private mutating func tellStory(of hire: Hire, number: Int) {
    let rows = data.register("story")
    let begin = workday(hire.day + 60)
    guard begin + 30 <= lastDay, rows.indices.contains(number) else { return }
    var story = Story()
    var consent = tellConsent(.publicity, of: hire.told, on: begin, in: &story)
    var draft = script.draft(HireStory())
    (draft.now.case, draft.now.placement) = (hire.told.reference, hire.placement)
    (draft.now.title, draft.now.place) = (rows[number][1], rows[number][2])
    (draft.now.body, draft.now.owner) = (LongText(rows[number][6]), hire.told.owner)
    story.tell(&draft, on: workday(begin + 7), .add)
    (draft.now.stage, draft.now.publishedOn) = (.published, date(workday(begin + 20)))
    story.tell(&draft, on: workday(begin + 20), .edit)
    let end = workday(begin + 200)
    if number == 1, end > begin + 25, end <= lastDay {
      (consent.now.status, consent.now.withdrawnOn) = (.withdrawn, date(end))
      story.tell(&consent, on: end, .status)
    }
    script.add(story, using: &random)
  }

  /// The time that volunteers gave: first they were trained.
  mutating func planVolunteerWork() {
    for helper in volunteers {
      guard let days = helper.active, days.lowerBound < lastDay else { continue }
      var story = Story()
      tellWork(of: helper, .training, 120, on: workday(days.lowerBound), in: &story)
      let last = min(days.upperBound, lastDay)
      for _ in 0..<3 where last > days.lowerBound {
        tellWork(
          of: helper, .activity, random.number(2...8) * 30,
          on: workday(random.number(days.lowerBound...last)), in: &story)
      }
      script.add(story, using: &random)
    }
  }

  private mutating func tellWork(
    of helper: Helper, _ type: VolunteerWorkType, _ minutes: Int, on day: Int,
    in story: inout Story
  ) {
    var draft = script.draft(VolunteerWork())
    (draft.now.volunteer, draft.now.type) = (helper.reference, type)
    (draft.now.minutes, draft.now.on) = (minutes, date(day))
    draft.now.role = type == .activity ? helper.roles.first : nil
    story.tell(&draft, on: day, .add)
  }
}

/// A hire that was told, of which there may be a story.
struct Hire {
  let told: CaseStory
  let placement: Reference<Placement>
  /// The first day of work.
  let day: Int
}

/// A gathering that was told.
struct ToldGathering {
  let reference: Reference<Salon>
  let type: SessionType
  let isHeld: Bool
  let day: Int
  let announced: Int
}
