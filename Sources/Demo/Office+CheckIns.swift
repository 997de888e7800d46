import Casework

extension Office {
  /// How guest and host said they were, on the days on which they are to be asked.
  mutating func tellCheckIns(
    _ stay: Homestay, _ reference: Reference<Homestay>, _ start: Int, _ until: Int,
    _ goesOn: Bool, in story: inout Story
  ) {
    let due = [1, 3, 7] + stride(from: 21, through: max(21, until - start), by: 14)
    let days = due.map { start + $0 }.filter { $0 <= until }
    // Of many cases only the last one is told.
    for day in detail == .full ? days[...] : days.suffix(1) {
      let isLast = goesOn && day == days.last
      let mood: StayMood =
        isLast ? random.weigh((.good, 70), (.concern, 18), (.urgent, 12)) : .good
      tellCheckIn(stay, reference, .guest, mood, on: day, in: &story)
      guard detail == .full, random.chance(60) else { continue }
      tellCheckIn(stay, reference, .host, random.chance(90) ? .good : .concern, on: day, in: &story)
    }
  }

  private mutating func tellCheckIn(
    _ stay: Homestay, _ reference: Reference<Homestay>, _ side: StaySide, _ mood: StayMood,
    on day: Int, in story: inout Story
  ) {
    var draft = script.draft(CheckIn())
    draft.now.case = stay.case
    draft.now.homestay = reference
    draft.now.on = date(day)
    draft.now.asked = side
    draft.now.mood = mood
    draft.now.staff = stay.owner
    if mood != .good || random.chance(30) {
      draft.now.notes = LongText(text("checkin.\(side.rawValue).\(mood.rawValue)"))
    }
    story.tell(&draft, on: day, .logCheckIn)
  }
}
