import Casework

extension Office {
  /// The contacts of a case by the staff, with the attempts before nobody could be reached.
  mutating func tellContacts(of told: CaseStory, in story: inout Story) {
    tellFirstContact(of: told, in: &story)
    if detail == .full {
      for (status, day) in zip(told.path, told.days) where status == .intake || status == .planning
      {
        tellInterview(of: told, on: day, about: "contact.\(status.rawValue)", in: &story)
      }
    }
    for (status, day) in zip(told.path, told.days) where status == .unreachable {
      for before in [random.number(20...25), random.number(10...15), random.number(2...6)] {
        tellAttempt(of: told, on: max(told.opened, workday(day - before)), in: &story)
      }
    }
    let last = told.isOpen ? lastDay : told.days.last ?? lastDay
    let silences = told.silences
    for number in 0..<contactCount(of: told) where told.opened < last {
      // The latest lies mostly within the last weeks, the others anywhere.
      let earliest = number == 0 && random.chance(85) ? max(told.opened, last - 28) : told.opened
      let day = max(told.opened, workday(random.number(earliest...last)))
      guard told.isOpen(on: day), !silences.contains(where: { $0.contains(day) }) else { continue }
      if random.chance(12) {
        tellAttempt(of: told, on: day, in: &story)
      } else {
        tellContact(of: told, on: day, by: nil, in: &story)
      }
    }
  }

  private mutating func contactCount(of told: CaseStory) -> Int {
    switch told.status {
    case .active, .monitoring: detail == .full ? random.number(2...10) : random.number(0...1)
    case .inquiry: 0
    case .intake: detail == .full ? random.number(0...2) : 0
    case .assessment, .planning: detail == .full ? random.number(2...6) : 0
    case .onHold, .unreachable, .closureRequested, .closed:
      detail == .full ? random.number(3...9) : 0
    case .transferred, .notEligible, .duplicate: detail == .full ? random.number(0...2) : 0
    }
  }

  private mutating func tellFirstContact(of told: CaseStory, in story: inout Story) {
    var contact = contact(of: told, on: told.opened)
    contact.medium = random.weigh((.phone, 5), (.inPerson, 3), (.email, 2), (.message, 2))
    contact.minutes = random.number(2...8) * 5
    contact.summary = LongText(text("contact.inquiry"))
    tell(contact, of: told, on: told.opened, in: &story)
  }

  private mutating func tellInterview(
    of told: CaseStory, on day: Int, about key: String, in story: inout Story
  ) {
    var contact = contact(of: told, on: day)
    contact.medium = random.weigh((.inPerson, 4), (.online, 1))
    contact.minutes = random.number(4...9) * 10
    contact.summary = LongText(text(key))
    tell(contact, of: told, on: day, in: &story)
  }

  private mutating func tellAttempt(of told: CaseStory, on day: Int, in story: inout Story) {
    var contact = contact(of: told, on: day)
    contact.medium = random.weigh((.phone, 6), (.message, 4), (.email, 1), (.visit, 1))
    contact.contactMade = false
    contact.language = nil
    contact.summary = LongText(text("contact.failed.\(contact.medium.rawValue)"))
    tell(contact, of: told, on: day, in: &story)
  }

  /// A talk with the person, by a volunteer or by the staff.
  mutating func tellContact(
    of told: CaseStory, on day: Int, by volunteer: Reference<Volunteer>?, in story: inout Story
  ) {
    var contact = contact(of: told, on: day)
    if let volunteer {
      contact.staff = nil
      contact.volunteer = volunteer
      contact.medium = random.weigh((.inPerson, 6), (.online, 3), (.accompaniment, 1))
    } else {
      contact.medium = random.weigh(
        (.phone, 26), (.message, 20), (.inPerson, 24), (.online, 10), (.email, 8), (.visit, 5),
        (.accompaniment, 7))
    }
    contact.minutes =
      switch contact.medium {
      case .message, .email: nil
      case .phone: random.number(1...6) * 5
      case .inPerson, .online: random.number(4...12) * 10
      case .visit, .accompaniment: random.number(4...12) * 15
      }
    let summary = self.told(
      "contact.\(volunteer == nil ? "" : "volunteer.")\(contact.medium.rawValue)")
    // What comes next is added to a Japanese sentence and to what it says in English.
    let next = summary.ja.hasSuffix("。") && random.chance(45) ? self.told("contact.next") : nil
    contact.summary = LongText(summary.text(with: next, in: data.language))
    tell(contact, of: told, on: day, in: &story)
  }

  private mutating func contact(of told: CaseStory, on day: Int) -> Contact {
    var contact = Contact()
    contact.case = told.reference
    contact.on = date(day)
    contact.staff = random.chance(80) ? told.owner : colleague(on: day).reference
    contact.language = random.chance(40) ? Language(code: "ja") : told.person?.now.languages.first
    return contact
  }

  private mutating func tell(
    _ contact: Contact, of told: CaseStory, on day: Int, in story: inout Story
  ) {
    var draft = script.draft(contact)
    if told.born != nil, contact.contactMade {
      aside { draft.now.summary = LongText($0.text("contact.birth")) }
    }
    story.tell(&draft, on: day, .logContact)
  }
}
