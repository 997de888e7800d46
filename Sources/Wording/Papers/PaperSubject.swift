package import Casework

/// What a paper is filled from: a record with what happened around it, and who prints it when.
package struct PaperSubject {
  /// The record as it is kept, whole.
  package typealias Lookup = (RecordAddress) -> Card?

  /// Nil for what is about a day.
  package var detail: Detail?
  /// Records that stand on it one below the other, by what a form calls them.
  package var lists: [String: [Card]]
  package var organisation: Organisation
  /// Who prints it, by their name.
  package var staff: String
  package var today: CivilDate
  /// The day it is about, where it is about one.
  package var day: CivilDate?
  /// Leads back to it and says nothing of anybody.
  package var code: String
  /// What the person keeps back from whom the paper goes to.
  package var withheld: Set<WithheldItem> = []
  package let lookup: Lookup

  package init(
    _ detail: Detail?, lists: [String: [Card]] = [:], organisation: Organisation, staff: String,
    today: CivilDate, day: CivilDate? = nil, code: String = "", lookup: @escaping Lookup
  ) {
    self.detail = detail
    self.lists = lists
    self.organisation = organisation
    self.staff = staff
    self.today = today
    self.day = day
    self.code = code
    self.lookup = lookup
  }

  /// What a form calls by a name of its own: the one record among many that counts.
  func card(_ name: String) -> Card? {
    guard let detail else { return nil }
    if name == detail.card.address.kind.rawValue { return detail.card }
    return Self.chosen[name].flatMap { $0(self) }
  }

  /// The records of a kind around it, whole, latest first, without those that a later one corrects.
  func events(_ kind: RecordKind) -> [Card] {
    let whole = detail?.events(kind).compactMap { lookup($0.address) } ?? []
    let corrected = whole.compactMap { card -> RecordAddress? in
      if case .link(let link) = card["corrects"] { link.address } else { nil }
    }
    return whole.filter { !corrected.contains($0.address) }
  }

  func list(_ name: String) -> [Card] {
    if let list = lists[name] { return list }
    if name == "household" { return detail?.household.compactMap { lookup($0.address) } ?? [] }
    if name == "started" {
      return events(.placement).filter { !$0[\Placement.startedOn].isAbsent }
    }
    return RecordKind(rawValue: name).map(events) ?? []
  }

  /// The first words that mean one record among many, beside that which the paper is about.
  package static var chosenNames: Set<String> { Set(chosen.keys) }

  private static let chosen: [String: @Sendable (PaperSubject) -> Card?] = [
    "residence": { subject in
      subject.events(.residence).first { card in
        card.value(of: \ResidenceRow.on).map { $0 <= subject.today } ?? false
      }
    },
    "passport": { $0.paper(.passport) },
    "residenceCard": { $0.paper(.residenceCard) },
    "candidate": { $0.events(.candidate).first },
    "work": { subject in subject.placements { $0.isHeld(on: subject.today) }.first },
    // Only what is new enough for the notice of fourteen days to be about it.
    "newWork": { subject in
      subject.placements { placement in
        placement.isHeld(on: subject.today)
          && placement.startedOn.map(subject.isRecent) ?? false
      }.first
    },
    "lastWork": { subject in
      subject.placements { placement in
        placement.startedOn != nil && placement.endedOn.map(subject.isRecent) ?? false
      }.first
    },
    "open": { subject in subject.placements { $0.isOpen && $0.startedOn == nil }.first },
    "procedure": { subject in
      subject.events(.procedure).first { !$0[\ProcedureRow.notifiedOn].isAbsent }
    },
    "stay": { subject in
      subject.events(.homestay).first { $0[RecordDescription.openField] == .flag(true) }
    },
    // With a time it is an appointment; without one something that staff have to do.
    "visit": { subject in
      subject.events(.followUp).filter { card in
        card[RecordDescription.openField] == .flag(true) && !card[\FollowUp.begins].isAbsent
          && card.value(of: \FollowUp.due).map { $0 >= subject.today } ?? false
      }.last
    },
  ]

  private static let recentDays = 92

  private func isRecent(_ day: CivilDate) -> Bool {
    day <= today && day.dayNumber + Self.recentDays >= today.dayNumber
  }

  /// The latest paper of a type that the person still has.
  private func paper(_ type: DocumentType) -> Card? {
    events(.document).first { card in
      card.value(of: \Document.type) == type && card[\Document.lostOn].isAbsent
    }
  }

  private func placements(_ holds: (Placement) -> Bool) -> [Card] {
    events(.placement).filter { holds(Placement($0)) }
  }

  /// A husband or a wife among the household.
  ///
  /// That none is among it says nothing.
  var spouse: Card? {
    guard let detail else { return nil }
    let role = detail.card.value(of: \Person.householdRole) as HouseholdRole?
    if role == .spouse { return detail.card }
    guard role == .head else { return nil }
    return detail.household.first { $0.value(of: \Person.householdRole) == HouseholdRole.spouse }
  }

  /// How a member of the household is related to the person; known where the person is its head.
  func relation(of member: Card) -> FieldValue {
    let role: HouseholdRole? = detail?.card.value(of: \Person.householdRole)
    return role == .head ? member[Person.name(\.householdRole)] : .absent
  }
}

extension Placement {
  fileprivate func isHeld(on day: CivilDate) -> Bool {
    startedOn.map { $0 <= day } ?? false && endedOn.map { $0 >= day } ?? true
  }
}
