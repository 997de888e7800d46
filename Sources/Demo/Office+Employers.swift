import Casework

/// A company as the placements need to know it.
struct Employer {
  let reference: Reference<Company>
  let stage: CompanyStage
  var openings: [Opening] = []

  struct Opening {
    let reference: Reference<Job>
    let occupation: String
    let pay: Int
    /// The days on which somebody can be proposed for it.
    let days: ClosedRange<Int>
  }
}

extension Office {
  /// How far the work with the companies has come; 20 with 200 cases.
  private static let companyStages: [(CompanyStage, Int)] = [
    (.lead, 2), (.briefing, 1), (.pitch, 1), (.mou, 1), (.identifyingRoles, 1), (.jobReceived, 2),
    (.recruiting, 4), (.hired, 3), (.postHire, 3), (.dormant, 1), (.declined, 1),
  ]
  private static let way: [CompanyStage] = [
    .lead, .briefing, .pitch, .mou, .identifyingRoles, .jobReceived, .recruiting, .hired, .postHire,
  ]

  mutating func planEmployers() {
    let stages = random.deal(
      Self.companyStages, count: scaled(20, least: Self.companyStages.count))
    let names = companyNames(stages.count)
    for (index, stage) in stages.enumerated() {
      planEmployer(names[index], stage, number: index)
    }
  }

  /// Names of which an office has none twice, each with its trade.
  private mutating func companyNames(_ count: Int) -> [(NameList.Name, DemoData.Industry)] {
    let firsts = data.companyNames.shuffled(using: &random)
    let forms = data.told("company.form")
    guard !firsts.isEmpty, !data.industries.isEmpty else { return [] }
    return (0..<count).map { index in
      let industry = data.industries[random.number(0...data.industries.count - 1)]
      let first = firsts[index % firsts.count]
      let ending = random.pick(industry.endings) ?? NameList.Name()
      let form = random.pick(forms) ?? Said(ja: "@", en: "@")
      // It is ordered by its name and not by its form.
      let name = NameList.Name(
        roman: Self.put("\(first.roman) \(ending.roman)", into: form.en),
        kana: first.kana + ending.kana,
        native: Self.put(first.native + ending.native, into: form.ja))
      return (name, industry)
    }
  }

  /// A word in the place of the `@`.
  static func put(_ word: String, into form: String) -> String {
    form.split(separator: "@", omittingEmptySubsequences: false).joined(separator: word)
  }

  private mutating func planEmployer(
    _ name: (NameList.Name, DemoData.Industry), _ stage: CompanyStage, number: Int
  ) {
    let city = city()
    var company = Company()
    (company.name, company.nameKana, company.nameRoman) = (
      name.0.native, name.0.kana, name.0.roman
    )
    company.industry = name.1.name
    company.contactPerson = calledName()
    company.phone = telephone("03")
    company.email = "saiyo@company\(number + 1).example.co.jp"
    company.prefecture = city.prefecture
    let street = text("street")
    let block = "\(random.number(1...5))-\(random.number(1...20))"
    company.address = template("address.short", block, street, city.name)
    company.owner = colleague().reference
    if random.chance(70) { company.notes = LongText(text("company.note")) }

    var draft = script.draft(company)
    var story = Story()
    let path = Self.path(to: stage)
    let reached = companyDays(path, stage)
    var employer = Employer(reference: draft.reference, stage: stage)
    for (step, day) in zip(path, reached) {
      draft.now.stage = step
      if step == .declined { draft.now.declineReason = text("company.decline") }
      if tells(step, of: path) {
        story.tell(&draft, on: day, step == .lead ? .add : .edit)
      }
      if step == .briefing { tellCompanyContact(of: draft.reference, on: day, in: &story) }
      if step == .jobReceived {
        let isOver = path.last == .dormant
        let until = isOver ? reached.last ?? day : today + 60
        planJobs(of: &employer, name.1, in: city, from: day, until: until, story: &story)
      }
    }
    script.add(story, using: &random)
    employers.append(employer)
  }

  private static func path(to stage: CompanyStage) -> [CompanyStage] {
    if let end = way.firstIndex(of: stage) { return Array(way[...end]) }
    return stage == .declined ? [.lead, .briefing, .declined] : Array(way[...6]) + [stage]
  }

  private mutating func companyDays(_ path: [CompanyStage], _ stage: CompanyStage) -> [Int] {
    var spans = path.dropLast().map { _ in random.number(8...25) }
    let age: Int
    switch stage {
    case .hired, .postHire:
      // The first of them had its first job before the first case opened.
      let isOldest = !employers.contains { $0.stage == .hired || $0.stage == .postHire }
      age = isOldest ? 1220 : random.number(200...900)
    case .dormant:
      spans[spans.count - 1] = random.number(300...500)
      age = random.number(60...300)
    case .recruiting: age = random.number(60...200)
    default: age = random.number(3...90)
    }
    return days(spans: spans, age: age)
  }

  private mutating func planJobs(
    of employer: inout Employer, _ industry: DemoData.Industry, in city: DemoData.City,
    from day: Int, until: Int, story: inout Story
  ) {
    let isLarge = employer.stage == .hired || employer.stage == .postHire
    for number in 0..<(isLarge ? 3 : random.number(1...2)) {
      let received =
        number == 0 ? day : workday(day + random.number(0...max(0, min(500, lastDay - day))))
      guard received >= day, received < until else { continue }
      let lowest = industry.pay.lowerBound + random.number(0...5) * 100_000
      var draft = script.draft(Job())
      draft.now.company = employer.reference
      draft.now.occupation = random.pick(industry.occupations) ?? industry.name
      draft.now.employmentType = random.weigh(
        (.regular, 4), (.contract, 3), (.partTime, 2), (.internship, 1), (.contractor, 1))
      draft.now.openings = random.number(1...4)
      draft.now.place = city.name
      draft.now.prefecture = city.prefecture
      draft.now.payMinimum = lowest
      draft.now.payMaximum = max(lowest, industry.pay.upperBound - random.number(0...4) * 100_000)
      draft.now.japaneseLevel = random.weigh((.n4, 4), (.n3, 4), (.n5, 2), (.n2, 2), (.belowN5, 1))
      draft.now.skills = text("skill")
      draft.now.levelIsMust = random.chance(40)
      draft.now.weeklyHours = draft.now.employmentType == .partTime ? random.number(4...7) * 4 : 40
      draft.now.isRemote = random.chance(15)
      draft.now.sponsorsVisa = random.chance(55)
      draft.now.receivedOn = date(received)
      if until < today { draft.now.closesOn = date(until) }
      if random.chance(60) { draft.now.notes = LongText(text("job.note")) }
      story.tell(&draft, on: received, .add)
      employer.openings.append(
        Employer.Opening(
          reference: draft.reference, occupation: draft.now.occupation, pay: lowest,
          days: received + 1...max(received + 1, until)))
    }
  }
}
