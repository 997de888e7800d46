import Casework

extension Office {
  /// The next steps of a case, one after the other: as long as it is open one of them is open too.
  mutating func tellFollowUps(of told: CaseStory, in story: inout Story) {
    for span in told.openSpans {
      if let until = span.until {
        let days = stepDays(of: told, from: span.from, to: until)
        for (day, next) in zip(days, days.dropFirst() + [until]) {
          tellFollowUp(of: told, on: day, done: next, in: &story)
        }
      } else {
        tellOpenFollowUps(of: told, from: span.from, in: &story)
      }
    }
  }

  private mutating func tellOpenFollowUps(
    of told: CaseStory, from first: Int, in story: inout Story
  ) {
    let lastMove = told.days.last ?? first
    var due = dueDay(of: told)
    var created = lastCreation(of: told, due: due)
    created = min(max(first, lastMove, workday(created)), lastDay)
    due = max(due, created)
    let days = stepDays(of: told, from: first, to: created) + (created > first ? [created] : [])
    for (day, next) in zip(days, days.dropFirst()) {
      tellFollowUp(of: told, on: day, done: next, in: &story)
    }
    // A step that is missing today was taken after the last move, which asks for one.
    let free = max(lastMove, created) + 1
    if told.nextStep == .missing, free <= lastDay {
      let done = max(free, workday(random.number(free...lastDay)))
      tellFollowUp(of: told, on: days.last ?? first, done: done, in: &story)
    } else {
      tellFollowUp(of: told, on: days.last ?? first, due: due, in: &story)
    }
  }

  private mutating func dueDay(of told: CaseStory) -> Int {
    if told.status == .onHold { return told.resumes }
    return switch told.nextStep {
    case .overdue: workday(today - random.number(1...6))
    case .today: today
    case .soon, .missing: nextWorkday(today + random.number(1...6))
    case .thisMonth: nextWorkday(today + random.number(8...30))
    case .later: nextWorkday(today + random.number(31...75))
    }
  }

  private mutating func lastCreation(of told: CaseStory, due: Int) -> Int {
    switch told.nextStep {
    case .overdue, .today: due - random.number(4...25)
    case .later: today - random.number(1...30)
    default: today - random.number(1...14)
    }
  }

  /// The days on which one step follows another, from the first on and before `end`: each time the
  /// status changes, and now and then between.
  private mutating func stepDays(of told: CaseStory, from first: Int, to end: Int) -> [Int] {
    guard detail == .full else { return [first] }
    var days = [first]
    for move in told.days.filter({ $0 > first && $0 < end }) + [end] {
      let gap = max(30, (move - (days.last ?? first)) / 5)
      while let last = days.last {
        let next = workday(last + random.number(gap...gap + 30))
        guard next < move - 14 else { break }
        days.append(next)
      }
      if move < end, move != days.last { days.append(move) }
    }
    return days
  }

  private mutating func tellFollowUp(
    of told: CaseStory, on day: Int, done: Int, in story: inout Story
  ) {
    var draft = followUp(of: told, on: day, due: max(day, workday(done + random.number(-4...3))))
    story.tell(&draft, on: day, .logFollowUp)
    draft.now.done = date(done)
    if random.chance(60) { draft.now.outcome = LongText(text("followup.done")) }
    story.tell(&draft, on: done, .done)
  }

  private mutating func tellFollowUp(
    of told: CaseStory, on day: Int, due: Int, in story: inout Story
  ) {
    var draft = followUp(of: told, on: day, due: due)
    story.tell(&draft, on: day, .logFollowUp)
  }

  private mutating func followUp(of told: CaseStory, on day: Int, due: Int) -> Draft<FollowUp> {
    var draft = script.draft(FollowUp())
    let isReopening = told.openSpans.dropFirst().contains { $0.from == day }
    let key = isReopening ? "reopened" : told.status(on: day).rawValue
    draft.now.case = told.reference
    draft.now.action = text("action.\(key)")
    if told.born != nil { aside { draft.now.action = $0.text("action.birth") } }
    draft.now.due = date(due)
    draft.now.assignee = told.owner
    return draft
  }
}
