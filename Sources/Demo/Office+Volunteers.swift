import Casework

/// A volunteer as the cases need to know them.
struct Helper {
  let reference: Reference<Volunteer>
  let roles: [VolunteerRole]
  let languages: [Language]
  /// The days on which they help; nil where they do not or not yet.
  let active: ClosedRange<Int>?

  /// Who interprets speaks one of the person's languages beside Japanese.
  func canHelp(_ spoken: [Language]) -> Bool {
    guard roles.contains(.interpreter) || roles.contains(.translator) else { return true }
    return languages.contains { $0.rawValue != "ja" && spoken.contains($0) }
  }
}

extension Office {
  /// How far the volunteers of an office have come; 25 with 200 cases.
  private static let volunteerStatuses: [(VolunteerStatus, Int)] = [
    (.applied, 2), (.interviewed, 2), (.trained, 2), (.pledgeSigned, 3), (.active, 12),
    (.paused, 2), (.ended, 2),
  ]

  private static let roleShares: [(VolunteerRole, Int)] = [
    (.mentor, 4), (.japaneseTutor, 4), (.interpreter, 4), (.accompaniment, 3), (.salonHost, 2),
    (.careerCounsellor, 1), (.translator, 1), (.companyOutreach, 1), (.hostFamily, 1),
    (.itTrainer, 1), (.goodsSorting, 1), (.lawyer, 1), (.administrativeScrivener, 1),
    (.labourAttorney, 1), (.healthProfessional, 1), (.psychologist, 1), (.monitoringSupervisor, 1),
  ]

  mutating func planVolunteers() {
    let count = scaled(25, least: Self.volunteerStatuses.count)
    let statuses = random.deal(Self.volunteerStatuses, count: count)
    let roles = random.deal(Self.roleShares, count: count)
    for (index, status) in statuses.enumerated() { planVolunteer(index, status, roles[index]) }
  }

  private mutating func planVolunteer(
    _ number: Int, _ status: VolunteerStatus, _ role: VolunteerRole
  ) {
    var volunteer = Volunteer()
    let isForeign = number % 6 == 5
    let name =
      isForeign
      ? data.english.name(of: random.chance(50) ? .female : .male, using: &random).whole
      : japaneseName()
    // Who is no Japanese has the name that stands in the passport.
    (volunteer.name, volunteer.nameKana) = (name.native, name.kana)
    volunteer.nameRoman = isForeign ? name.native : name.roman
    volunteer.deskLanguage = isForeign ? .en : .ja
    volunteer.roles = random.chance(35) && role != .mentor ? [role, .mentor] : [role]
    volunteer.languages = [Language(code: "ja")] + (isForeign ? [Language(code: "en")] : [])
    if role == .interpreter || role == .translator,
      let language = random.pick(data.cultures)?.languages.first
    {
      volunteer.languages.append(language)
    }
    volunteer.phone = telephone()
    volunteer.email = "volunteer\(number + 1)@example.jp"
    volunteer.skills = text("volunteer.skill")
    if random.chance(40) { volunteer.notes = LongText(text("volunteer.note")) }

    var draft = script.draft(volunteer)
    var story = Story()
    let path = Self.path(to: status)
    let reached = days(
      spans: path.dropLast().map { _ in random.number(5...18) }, age: age(of: status))
    for (stage, day) in zip(path, reached) {
      draft.now.status = stage
      switch stage {
      case .pledgeSigned: draft.now.pledgedOn = date(day)
      case .active: draft.now.joinedOn = date(day)
      default: break
      }
      guard tells(stage, of: path) else { continue }
      story.tell(&draft, on: day, stage == .applied ? .add : .edit)
    }
    script.add(story, using: &random)

    let from = zip(path, reached).first { $0.0 == .active }?.1
    let until = status == .active ? today + 365 : reached.last ?? today
    volunteers.append(
      Helper(
        reference: draft.reference, roles: volunteer.roles, languages: volunteer.languages,
        active: from.map { $0 + 1...max($0 + 1, until - 1) }))
  }

  private static func path(to status: VolunteerStatus) -> [VolunteerStatus] {
    let way: [VolunteerStatus] = [.applied, .interviewed, .trained, .pledgeSigned, .active]
    guard let end = way.firstIndex(of: status) else { return way + [status] }
    return Array(way[...end])
  }

  /// Days since a volunteer reached the status they have.
  private mutating func age(of status: VolunteerStatus) -> Int {
    switch status {
    case .active: random.number(60...1050)
    case .paused: random.number(20...150)
    case .ended: random.number(60...400)
    default: random.number(2...25)
    }
  }
}
