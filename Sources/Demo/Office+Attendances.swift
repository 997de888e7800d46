import Casework

/// The places taken at a gathering.
extension Office {
  /// Tells them in the order in which they were asked for, so that whoever asks first has a seat.
  mutating func tellAttendances(
    at gathering: Gathering, _ salon: Reference<Salon>, capacity: Int, announced: Int,
    guests: [(name: String, role: PersonRole)], in story: inout Story
  ) {
    let persons = attendants(of: gathering, announced: announced)
    var asking: [(noted: Int, attendance: Attendance)] = []
    for index in persons {
      var attendance = Attendance()
      attendance.salon = salon
      attendance.case = cases[index].reference
      asking.append((noted(gathering, announced), attendance))
    }
    let guestCount = random.number(3...(detail == .full ? 7 : 4))
    for guest in guests.shuffled(using: &random).prefix(guestCount) {
      var attendance = Attendance()
      attendance.salon = salon
      attendance.guestName = guest.name
      attendance.personRole = guest.role
      asking.append((noted(gathering, announced), attendance))
    }
    let inTime = asking.enumerated().sorted { ($0.1.noted, $0.0) < ($1.1.noted, $1.0) }
    for (place, (_, asked)) in inTime.enumerated() {
      tell(
        asked.attendance, at: gathering, noted: asked.noted, isSeated: place < capacity, in: &story)
    }
    if gathering.status == .held, persons.count > 1, random.chance(40) {
      tellEncounter(at: gathering, salon, of: persons[0], persons[1], in: &story)
    }
  }

  /// The cases whose people come: nobody to two gatherings of one day.
  private mutating func attendants(of gathering: Gathering, announced: Int) -> [Int] {
    let day = gathering.day
    let open = cases.indices.filter { index in
      // What is told of a duplicate moves to another case, where it may stand already.
      cases[index].status != .duplicate && cases[index].isOpen(on: day)
        && cases[index].opened < min(announced, day - 20)
        && !cases[index].gatherings.contains(day)
    }
    // The same people come again and again, and some for the first time.
    let regulars = open.filter { $0 % 4 == 0 }.shuffled(using: &random)
    let others = open.filter { $0 % 4 != 0 }.shuffled(using: &random)
    let wanted = detail == .full ? random.number(5...12) : random.number(3...8)
    let persons = Array(
      regulars.prefix(wanted / 2) + others.prefix(wanted - min(wanted / 2, regulars.count))
    )
    .filter { cases[$0].born == nil }
    for index in persons { cases[index].gatherings.insert(day) }
    return persons
  }

  /// When a name is noted: of late when it comes in; older lists were entered after the event.
  private mutating func noted(_ gathering: Gathering, _ announced: Int) -> Int {
    guard isListed(gathering) else { return gathering.day }
    return max(announced, workday(min(gathering.day, lastDay) - random.number(1...10)))
  }

  private func isListed(_ gathering: Gathering) -> Bool { gathering.day > today - 60 }

  private mutating func tellEncounter(
    at gathering: Gathering, _ salon: Reference<Salon>, of one: Int, _ other: Int,
    in story: inout Story
  ) {
    var encounter = Encounter()
    encounter.case = cases[one].reference
    encounter.met = cases[other].reference
    encounter.salon = salon
    encounter.bothWish = true
    var draft = script.draft(encounter)
    story.tell(&draft, on: gathering.day, .logEncounter)
  }

  /// Somebody's place.
  private mutating func tell(
    _ attendance: Attendance, at gathering: Gathering, noted: Int, isSeated: Bool,
    in story: inout Story
  ) {
    let result: AttendanceResult =
      switch gathering.status {
      case .held:
        random.weigh(
          (.attended, 78), (.excusedAbsence, 10), (.unexcusedAbsence, 6), (.cancelled, 6))
      // Who is registered after the last place waits.
      case .planned, .postponed:
        !isSeated ? .waitlisted : random.chance(7) ? .cancelled : .registered
      case .cancelled: .cancelled
      }
    var draft = script.draft(attendance)
    guard isListed(gathering) else {
      draft.now.result = result
      story.tell(&draft, on: noted, .logSalon)
      return
    }
    draft.now.result = isSeated ? .registered : .waitlisted
    story.tell(&draft, on: noted, .logSalon)
    draft.now.result = result
    let last = min(gathering.day, lastDay)
    let isEarly = result == .cancelled && noted < last
    let day = isEarly ? random.number(noted + 1...last) : min(gathering.day, today)
    story.tell(&draft, on: day, .edit)
  }
}
