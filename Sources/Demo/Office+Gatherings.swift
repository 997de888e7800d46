import Casework

/// A gathering before it is told.
struct Gathering {
  let type: SessionType
  let status: SessionStatus
  let day: Int
}

extension Office {
  /// Kinds of gathering of an office; 28 with 200 cases: two a month for a year back, four ahead.
  private static let sessionTypes: [(SessionType, Int)] = [
    (.salon, 10), (.japaneseClass, 4), (.careerTraining, 2), (.sempaiSession, 2), (.workshop, 2),
    (.roundtable, 2), (.mentoring, 1), (.seminar, 1), (.social, 2), (.symposium, 1),
    (.networkMeeting, 1),
  ]

  mutating func planGatherings() {
    let count = scaled(28, least: Self.sessionTypes.count)
    let ahead = max(2, count / 7)
    var types = random.deal(Self.sessionTypes, count: count)
    let pastStatuses = random.deal(
      [(SessionStatus.held, 22), (.postponed, 1), (.cancelled, 1)], count: count - ahead)
    // Somebody always listened to refugees already.
    let held = pastStatuses.indices.filter { pastStatuses[$0] == .held }
    if !held.contains(where: { types[$0] == .roundtable }),
      let ahead = types.firstIndex(of: .roundtable),
      let past = held.last(where: { types[$0] == .salon })
    {
      types.swapAt(ahead, past)
    }
    let guests = guestList()
    var themes = SessionType.allCases.map { data.told("salon.theme.\($0.rawValue)") }
    for index in 0..<count {
      let distance = (index - (count - ahead)) * 365 / max(1, count - ahead) + 7
      let gathering = Gathering(
        type: types[index], status: index < pastStatuses.count ? pastStatuses[index] : .planned,
        day: weekend(today + distance, isPast: index < pastStatuses.count))
      let list = SessionType.allCases.firstIndex(of: gathering.type) ?? 0
      // Each theme once before one comes again.
      if themes[list].isEmpty {
        themes[list] = data.told("salon.theme.\(gathering.type.rawValue)")
      }
      let theme =
        themes[list].isEmpty
        ? Said(ja: "", en: "") : themes[list].remove(at: random.number(0...themes[list].count - 1))
      tellGathering(gathering, theme, guests: guests)
    }
  }

  /// The Saturday or Sunday nearest to a day, before today or after it.
  private mutating func weekend(_ day: Int, isPast: Bool) -> Int {
    let saturday = day + 6 - CivilDate(dayNumber: day).weekday
    var chosen = saturday + (random.chance(40) ? 1 : 0)
    while isPast, chosen >= today { chosen -= 7 }
    while !isPast, chosen <= today { chosen += 7 }
    return chosen
  }

  private mutating func guestList() -> [(name: String, role: PersonRole)] {
    let roles = random.deal(
      [(PersonRole.citizen, 14), (.volunteer, 6), (.company, 4), (.government, 3), (.staff, 3)],
      count: 30)
    return roles.map { (calledName(), $0) }
  }

  private mutating func tellGathering(
    _ gathering: Gathering, _ theme: Said, guests: [(name: String, role: PersonRole)]
  ) {
    var salon = Salon()
    (salon.theme, salon.themeEnglish) = (theme.ja, theme.en)
    salon.type = gathering.type
    salon.date = date(gathering.day)
    let hour = random.number(10...15)
    salon.begins = ClockTime(hour: hour, minute: random.chance(50) ? 0 : 30)
    salon.ends = ClockTime(hour: hour + random.number(2...3), minute: 30)
    salon.place = text("salon.place")
    salon.prefecture = city().prefecture
    salon.capacity = random.number(4...8) * (gathering.status == .planned ? 2 : 5)
    salon.languages = [Language(code: "ja"), Language(code: "en")]
    salon.owner = colleague().reference
    salon.programme = LongText(text("salon.programme"))
    salon.activity = activity(for: gathering.type, on: gathering.day)
    var draft = script.draft(salon)
    var story = Story()
    let announced = workday(min(gathering.day - random.number(21...45), lastDay - 2))
    story.tell(&draft, on: announced, .add)
    tellAttendances(
      at: gathering, draft.reference, capacity: salon.capacity ?? 0, announced: announced,
      guests: guests, in: &story)
    switch gathering.status {
    case .planned: break
    case .held:
      draft.now.status = .held
      draft.now.headcountRefugees = random.number(0...3)
      draft.now.headcountCitizens = random.number(0...4)
      draft.now.headcountStaff = random.number(2...4)
      if gathering.type == .symposium {
        draft.now.headcountParliamentarians = 3
        draft.now.headcountOrganisations = 14
        draft.now.headcountCompanies = 9
        draft.now.headcountGovernment = 5
      }
      if random.chance(60) { draft.now.notes = LongText(text("salon.note")) }
      story.tell(&draft, on: gathering.day, .edit)
    case .postponed, .cancelled:
      draft.now.status = gathering.status
      draft.now.notes = LongText(text("salon.\(gathering.status.rawValue)"))
      story.tell(&draft, on: workday(gathering.day - 1), .edit)
    }
    script.add(story, using: &random)
    told.append(
      ToldGathering(
        reference: draft.reference, type: gathering.type, isHeld: gathering.status == .held,
        day: gathering.day, announced: announced))
  }
}
