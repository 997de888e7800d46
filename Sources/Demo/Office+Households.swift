import Casework

/// Who lives with whom, and the passports that somebody looked at: what a renewal asks of a person who
/// has a stay to renew.
extension Office {
  /// Brings those with a stay that ends into households: couples, and people who share a flat.
  mutating func planHouseholds() {
    for index in cases.indices where isRenewable(index) { tellPassport(index) }
    // Of whom less is known, of their families more is asked first.
    var free = cases.indices.filter { isRenewable($0) && isAlone($0) }
      .sorted { (-gaps($0), $0) < (-gaps($1), $1) }
    while let first = free.first {
      free.removeFirst()
      var members: [(index: Int, role: HouseholdRole)] = [(first, .head)]
      if let (other, isCouple) = mate(of: first, among: free) {
        free.removeAll { $0 == other }
        members.append((other, isCouple ? .spouse : .notRelated))
        // Nobody is left over.
        if free.count == 1, gaps(free[0]) == 0 { members.append((free.removeLast(), .notRelated)) }
      } else if let other = cases.indices.first(where: { $0 != first && mayJoin($0) }) {
        members.append((other, gaps(first) > 0 ? .spouse : .notRelated))
      }
      if members.count > 1 { tellHousehold(members) }
    }
  }

  /// A partner of the same country, or somebody to share a flat with.
  private mutating func mate(of first: Int, among free: [Int]) -> (Int, isCouple: Bool)? {
    let near = free.filter { cases[$0].culture == cases[first].culture }
    let gender = cases[first].person?.now.gender
    let partner = near.first { cases[$0].person?.now.gender != gender } ?? near.first ?? free.first
    guard let partner else { return nil }
    if gaps(first) > 0 || random.chance(35) { return (partner, true) }
    let other = near.last ?? free.last ?? partner
    return (other, gaps(other) > 0)
  }

  private func isRenewable(_ index: Int) -> Bool {
    let told = cases[index]
    return told.isOpen && told.born == nil && told.person != nil
      && renewable.contains(told.reference.id)
  }

  private func mayJoin(_ index: Int) -> Bool {
    cases[index].isOpen && cases[index].born == nil && isAlone(index)
  }

  private func isAlone(_ index: Int) -> Bool {
    cases[index].person.map { $0.now.household == nil } ?? false
  }

  /// How much of what a form asks first nobody knows of somebody.
  private func gaps(_ index: Int) -> Int {
    guard let person = cases[index].person?.now else { return 0 }
    let isKnown = [
      person.birthDate != nil, person.gender == .male || person.gender == .female,
      !person.phone.isEmpty,
    ]
    return isKnown.count { !$0 }
  }

  private mutating func tellHousehold(_ members: [(index: Int, role: HouseholdRole)]) {
    let opened = members.map { cases[$0.index].opened }.max() ?? lastDay
    let day = workday(max(opened, (opened + lastDay) / 2))
    guard let head = members.first, let person = cases[head.index].person?.now else { return }
    var story = Story()
    var household = script.draft(Household())
    let isFamily = members.contains { $0.role == .spouse }
    household.now.name = template(
      isFamily ? "birth.household" : "household.flat",
      data.language == .ja ? person.nameKana : person.nameRoman)
    household.now.size = members.count + (isFamily ? random.number(0...2) : 0)
    story.tell(&household, on: day, .add)
    for (index, role) in members {
      guard var member = cases[index].person else { continue }
      member.now.household = household.reference
      member.now.householdRole = role
      // A talk about who lives where is one about how they are reached.
      if gaps(index) > 1, member.now.phone.isEmpty { member.now.phone = telephone("080") }
      story.tell(&member, on: day, .edit)
      cases[index].person = member
    }
    script.add(story, using: &random)
  }

  private mutating func tellPassport(_ index: Int) {
    let told = cases[index]
    var day = workday(max(told.opened, lastDay - random.number(20...400)))
    if !told.isOpen(on: day) { day = lastDay }
    var story = Story()
    _ = tellPaper(
      .passport, until: date(today + random.number(500...3000)), on: day, of: told, in: &story)
    script.add(story, using: &random)
  }

  /// The letters that the organisation wrote for itself.
  mutating func planTemplates() {
    for row in data.register("template") {
      var record = LetterTemplate()
      (record.name, record.language) = (row[1], Language(code: row[2]))
      record.recipient = LetterRecipient(rawValue: row[3])
      record.body = LongText(row[6].replacing("\\n", with: "\n"))
      tellOnce(record, on: workday(today - 120))
    }
  }
}
