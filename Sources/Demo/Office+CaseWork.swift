import Casework

extension Office {
  /// Which volunteers work with the case, now and before, and what they did.
  mutating func tellAssignments(of told: CaseStory, in story: inout Story) {
    guard told.status == .active || told.status == .monitoring,
      let days = told.workDays(today: today), random.chance(detail == .full ? 45 : 25)
    else { return }
    // One that goes on today, and often an earlier one that has ended.
    var starts = [workday(max(days.lowerBound, today - random.number(5...80)))]
    if detail == .full, random.chance(50), days.count > 250 {
      starts.append(workday(days.lowerBound + random.number(0...days.count - 220)))
    }
    aside { office in
      for start in starts.sorted() where start <= office.lastDay {
        office.requireConsent(.volunteers, of: told, from: start, through: start, in: &story)
      }
    }
    for start in starts where start <= lastDay {
      let free = volunteers.filter {
        $0.active?.contains(start) == true && $0.canHelp(told.person?.now.languages ?? [])
      }
      guard let volunteer = random.pick(free) else { continue }
      var draft = script.draft(Assignment())
      draft.now.case = told.reference
      draft.now.volunteer = volunteer.reference
      draft.now.role = volunteer.roles.first
      draft.now.start = date(start)
      draft.now.until = date(start + Assignment.defaultDays)
      if random.chance(60) { draft.now.reason = text("assignment.reason") }
      story.tell(&draft, on: start, .add)
      guard detail == .full else { continue }
      let last = min(start + Assignment.defaultDays, lastDay)
      for _ in 0..<random.number(0...3) where last > start {
        tellContact(
          of: told, on: random.number(start + 1...last), by: volunteer.reference, in: &story)
      }
    }
  }

  mutating func tellNotes(of told: CaseStory, in story: inout Story) {
    let most = today - told.opened < 30 ? 1 : 3
    let count =
      detail == .full
      ? min(most, random.weigh((0, 25), (1, 40), (2, 25), (3, 10))) : random.chance(10) ? 1 : 0
    let last = told.isOpen ? lastDay : told.days.last ?? lastDay
    for text in data.texts("note").shuffled(using: &random).prefix(count)
    where told.opened < last {
      let day = max(told.opened, workday(random.number(told.opened...last)))
      var draft = script.draft(Note())
      draft.now.case = told.reference
      draft.now.on = date(day)
      draft.now.confidentiality = random.weigh((.staffOnly, 60), (.shared, 32), (.namedOnly, 8))
      draft.now.body = LongText(text)
      draft.now.staff = told.owner
      story.tell(&draft, on: day, .logNote)
    }
  }

  /// What changes about a person over months: better Japanese, another telephone.
  mutating func tellEdits(of told: inout CaseStory, in story: inout Story) {
    guard detail == .full, told.isOpen, var person = told.person, today - told.opened > 240 else {
      return
    }
    let middle = (told.opened + today) / 2
    if random.chance(35), let better = person.now.japaneseLevel?.next {
      person.now.japaneseLevel = better
      story.tell(&person, on: workday(random.number(middle...today - 40)), .edit)
    }
    if random.chance(12) {
      person.now.phone = telephone("080")
      story.tell(&person, on: workday(random.number(today - 38...today - 3)), .edit)
    }
    told.person = person
  }
}

extension JapaneseLevel {
  /// The level a learner reaches next.
  fileprivate var next: JapaneseLevel? {
    switch self {
    case .belowN5: .n5
    case .n5: .n4
    case .n4: .n3
    case .n3: .n2
    case .n2: .n1
    case .n1, .unknown: nil
    }
  }
}
