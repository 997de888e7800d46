import Casework

/// Who is or was held, and who visits them.
extension Office {
  mutating func tellDetention(of told: CaseStory, in story: inout Story) {
    guard detail == .full, let track = told.track, told.status != .duplicate else { return }
    switch track.basis {
    case .inDetention where told.isOpen: tellHeld(track, of: told, in: &story)
    case .provisionalRelease: tellReleased(of: told, in: &story)
    default: break
    }
  }

  /// Somebody who is held now, with two visits and the day of the next.
  private mutating func tellHeld(
    _ track: LegalTrack, of told: CaseStory, in story: inout Story
  ) {
    let heard = min(told.opened, lastDay)
    var draft = detention(of: told, since: heard - random.number(5...40))
    draft.now.ground = .detentionOrder
    draft.now.visitors = text("detention.visitors")
    draft.now.nextVisit = date(nextWorkday(today + random.number(2...9)))
    story.tell(&draft, on: heard, .logDetention)
    for days in [18, 6] {
      let day = workday(today - days)
      // Whom nobody reaches is not visited either.
      guard day > heard, told.isOpen(on: day), !told.silences.contains(where: { $0 ~= day }) else {
        continue
      }
      var visit = script.draft(Contact())
      visit.now.case = told.reference
      visit.now.on = date(day)
      visit.now.medium = .visit
      visit.now.minutes = 30
      visit.now.staff = told.owner
      visit.now.detention = draft.reference
      visit.now.summary = LongText(text("detention.visit"))
      story.tell(&visit, on: day, .logContact)
    }
  }

  /// Somebody who was released before the case was opened.
  private mutating func tellReleased(of told: CaseStory, in story: inout Story) {
    let end = told.opened - random.number(20...200)
    var draft = detention(of: told, since: end - random.number(40...300))
    draft.now.ground = random.chance(60) ? .deportationOrder : .detentionOrder
    (draft.now.until, draft.now.ended) = (date(end), .provisionalRelease)
    story.tell(&draft, on: told.opened, .logDetention)
  }

  private mutating func detention(
    of told: CaseStory, since day: Int
  ) -> Draft<Detention> {
    var draft = script.draft(Detention())
    draft.now.case = told.reference
    draft.now.place = text("detention.place")
    draft.now.on = date(day)
    draft.now.owner = told.owner
    return draft
  }
}
