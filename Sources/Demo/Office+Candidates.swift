import Casework

/// Who looks for work, and whom the companies are spoken with through.
extension Office {
  mutating func tellCandidate(of told: CaseStory, on day: Int, in story: inout Story) {
    var draft = script.draft(Candidate())
    let industry = random.pick(data.industries)
    let level = told.person?.now.japaneseLevel
    draft.now.case = told.reference
    draft.now.stage = random.weigh((.jobReady, 6), (.inTraining, 2), (.careerInterview, 2))
    draft.now.on = date(day)
    draft.now.occupations = industry?.occupations.prefix(2).joined(separator: ", ") ?? ""
    draft.now.skills = text("skill")
    draft.now.japaneseLevel = level
    draft.now.english = random.weigh((nil, 4), (.b1, 3), (.b2, 2), (.c1, 1))
    draft.now.education = random.pick(Education.allCases)
    draft.now.experienceYears = random.number(0...15)
    if random.chance(60), let prefecture = told.person?.now.prefecture {
      draft.now.prefectures = [prefecture]
    }
    draft.now.employmentTypes = random.weigh(([.regular], 4), ([.regular, .contract], 4), ([], 2))
    draft.now.payMinimum = random.chance(50) ? random.number(20...32) * 100_000 : nil
    draft.now.owner = told.owner
    if draft.now.stage == .inTraining {
      aside {
        draft.now.training = [$0.random.weigh((.digital, 4), (.japanese, 3), (.business, 2))]
      }
    }
    story.tell(&draft, on: day, .logCandidate)
    // Of who starts to work here the store tells it on that day.
    guard told.closureReason == .employed, !told.placements.contains(where: \.hasStarted),
      let last = told.days.last, last > day
    else { return }
    draft.now.stage = .employed
    story.tell(&draft, on: last, .status)
  }

  mutating func tellCompanyContact(
    of company: Reference<Company>, on day: Int, in story: inout Story
  ) {
    var draft = script.draft(CompanyContact())
    draft.now.company = company
    draft.now.name = calledName()
    draft.now.role = text("companyContact.role")
    draft.now.phone = telephone("03")
    draft.now.lastSpokenOn = date(day)
    story.tell(&draft, on: day, .add)
  }
}
