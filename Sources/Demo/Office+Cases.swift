import Casework

extension Office {
  mutating func planCases() {
    let statuses = random.deal(Self.caseStatuses, count: size)
    let cultures = random.deal(
      data.cultures.enumerated().map { ($0.offset, $0.element.share) }, count: size)
    var closures = random.deal(
      Self.closureReasons, count: statuses.count { $0 == .closed })
    for (status, culture) in zip(statuses, cultures) {
      let reason = status == .closed ? closures.popLast() : nil
      cases.append(
        CaseStory(
          culture: culture, path: path(to: status, closureReason: reason), closureReason: reason))
    }
    dealNextSteps()
    dealLegalTracks()
    dealStays()
    dealPlacements()
    for index in cases.indices { cases[index] = dated(cases[index]) }
    // Told in the order in which they opened, so that a case can refer to an earlier one.
    cases.sort { $0.opened < $1.opened }
    for index in cases.indices where cases[index].status == .duplicate {
      // Nobody was there yet whom it could be a duplicate of.
      if earlierCases(than: cases[index]).isEmpty { cases[index].turnOutNotEligible() }
    }
    dealBirth()
    for index in cases.indices { tellCase(index) }
  }

  private mutating func dealNextSteps() {
    let worked = cases.indices.filter {
      [.assessment, .planning, .active, .monitoring].contains(cases[$0].status)
    }
    for (index, step) in zip(worked, random.deal(Self.nextSteps, count: worked.count)) {
      cases[index].nextStep = step
    }
  }

  /// Writes everything that happened in a case into the script.
  private mutating func tellCase(_ index: Int) {
    var story = Story()
    var told = cases[index]
    told.owner = colleague().reference

    let original = told.status == .duplicate ? earlierCase(than: told) : nil
    var person = script.draft(
      self.person(index, of: data.cultures[told.culture], opened: told.opened))
    if let original, let same = cases[original].person?.now {
      person.now.nameRoman = same.nameRoman
      person.now.nameKana = same.nameKana
      person.now.nameNative = ""
      person.now.birthDate = same.birthDate
      person.now.gender = same.gender
      person.now.nationality = same.nationality
      person.now.countryOfOrigin = same.countryOfOrigin
      person.now.languages = same.languages
      // What is told of the first later must not meet what the second was filled with.
      person.now.phone = same.phone
      person.now.japaneseLevel = same.japaneseLevel
    }
    giveBirth(to: &person.now, of: told, in: &story)
    // Somebody whose case was closed long ago comes back with a new one.
    if let known = returning(to: told), told.born == nil {
      person = known
    } else {
      story.tell(&person, on: told.opened, .add)
    }
    told.person = person

    var draft = script.draft(Case())
    told.reference = draft.reference
    draft.now.person = person.reference
    draft.now.opened = date(told.opened)
    draft.now.source = source()
    if draft.now.source == .municipality || draft.now.source == .rhq, random.chance(50) {
      draft.now.sourceNumber = String(random.number(1000...9999))
    }
    if told.status != .inquiry || random.chance(60) { draft.now.owner = told.owner }
    story.tell(&draft, on: told.opened, .add)

    if told.born == nil {
      tellLaw(of: told, in: &story)
    } else {
      drawOnly { $0.tellLaw(of: told, in: &$1) }
      tellBirth(of: told, in: &story)
    }
    tellFollowUps(of: told, in: &story)
    tellContacts(of: told, in: &story)
    tellStays(of: told, in: &story)
    tellPlacements(of: told, in: &story)
    tellAssignments(of: told, in: &story)
    if told.born == nil {
      tellNotes(of: told, in: &story)
    } else {
      drawOnly { $0.tellNotes(of: told, in: &$1) }
    }
    tellEdits(of: &told, in: &story)
    tellSupport(of: told, in: &story)
    tellMoves(
      of: told, as: &draft, survivor: original.map { cases[$0].reference }, in: &story)
    script.add(story, using: &random)
    tellBeside(told)
    cases[index] = told
  }

  private mutating func source() -> CaseSource {
    random.weigh(
      (CaseSource.ownInitiative, 20), (.referral, 16), (.municipality, 12), (.rhq, 6), (.jar, 10),
      (.frj, 4), (.unhcr, 6), (.socialMedia, 10), (.event, 10), (.other, 6))
  }

  /// An open case that had been opened before, for one that turns out to be about the same person.
  private mutating func earlierCase(than story: CaseStory) -> Int? {
    random.pick(earlierCases(than: story).filter { cases[$0].person != nil })
  }

  private func earlierCases(than story: CaseStory) -> [Int] {
    cases.indices.filter { cases[$0].isOpen && cases[$0].opened < story.opened }
  }

  /// Somebody whose one case was closed long ago and to whom nothing of it is left.
  private mutating func returning(to story: CaseStory) -> Draft<Person>? {
    guard story.isOpen, random.chance(4) else { return nil }
    let earlier = cases.indices.filter { index in
      guard let person = cases[index].person, let closed = cases[index].days.last else {
        return false
      }
      let book = people[person.id, default: PersonBook()]
      return cases[index].status == .closed && cases[index].culture == story.culture
        && closed < story.opened - 30 && !book.hasReturned && book.isFree(from: story.opened)
        && ![.deceased, .returnedHome, .duplicate].contains(cases[index].closureReason)
    }
    let person = random.pick(earlier).flatMap { cases[$0].person }
    if let person { people[person.id, default: PersonBook()].hasReturned = true }
    return person
  }

  /// The moves along the path, each with what its guard asks for.
  private mutating func tellMoves(
    of told: CaseStory, as draft: inout Draft<Case>, survivor: Reference<Case>?,
    in story: inout Story
  ) {
    for (index, (status, day)) in zip(told.path, told.days).enumerated() where index > 0 {
      let previous = told.path[index - 1]
      var reason = ""
      draft.now.status = status
      draft.now.owner = told.owner
      draft.now.closedOn = status == .closed ? date(day) : nil
      if previous == .onHold { draft.now.resumeOn = nil }
      switch status {
      case .assessment:
        draft.now.risk = random.weigh((.medium, 5), (.low, 3), (.high, 2))
        aside { $0.draw(barriers: &draft.now.barriers) }
      case .active where draft.now.programmes.isEmpty: draft.now.programmes = programmes(of: told)
      case .monitoring: draft.now.checkIntervalDays = random.weigh((30, 4), (60, 2), (90, 3))
      case .onHold:
        draft.now.resumeOn = date(
          index + 1 < told.days.count ? told.days[index + 1] : told.resumes)
        reason = text("reason.on_hold")
      case .unreachable: reason = text("reason.unreachable")
      case .closureRequested: reason = text("reason.closure_requested")
      case .closed:
        let closure = index == told.path.count - 1 ? told.closureReason : .goalsMet
        draft.now.closureReason = closure
        draft.now.outcome = LongText(text("outcome.\((closure ?? .other).rawValue)"))
        reason = text("reason.closed")
      case .transferred, .notEligible:
        draft.now.receivingBody = text("body")
        reason = text("reason.\(status.rawValue)")
      case .duplicate: draft.now.survivingCase = survivor
      default: break
      }
      if previous.isEnd {
        draft.now.closureReason = nil
        reason = text("reason.reopened")
      } else if reason.isEmpty, random.chance(40) {
        reason = text("reason.move")
      }
      story.tell(&draft, on: day, .status, reason: reason)
    }
  }

  private mutating func programmes(of told: CaseStory) -> [Programme] {
    Programme.allCases.filter { programme in
      switch programme {
      case .homestay: !told.stays.isEmpty
      case .employment: !told.placements.isEmpty || random.chance(15)
      case .salon: random.chance(55)
      case .japanese: random.chance(35)
      case .mentoring: random.chance(20)
      case .legal: random.chance(30)
      case .living: random.chance(40)
      }
    }
  }
}
