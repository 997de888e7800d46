import Casework

/// A child born in Japan: the notice to the municipality is in, the application for a status of
/// residence is being prepared, and 60 days after the birth the child would be here without one.
extension Office {
  /// Makes one of the cases that were opened these weeks the child's, once it is known when each was
  /// opened.
  mutating func dealBirth() {
    guard detail == .full else { return }
    let index = cases.indices.last { index in
      let told = cases[index]
      return [.inquiry, .intake].contains(told.status) && told.track?.isUrgentOrRare != true
        && (today - 26...today - 3).contains(told.opened)
    }
    if let index { cases[index].born = min(cases[index].opened - 2, today - 17) }
  }

  /// What is known of a child of some days, and with whom it lives.
  mutating func giveBirth(to person: inout Person, of told: CaseStory, in story: inout Story) {
    guard let born = told.born else { return }
    aside { office in
      let culture = office.data.cultures[told.culture]
      let mother = culture.names.name(of: .female, using: &office.random)
      var household = office.script.draft(Household())
      household.now.name = office.template("birth.household", office.said(mother.called))
      household.now.size = 3
      story.tell(&household, on: told.opened, .add)
      (person.household, person.householdRole) = (household.reference, .child)
      (person.birthDate, person.birthDatePrecision) = (office.date(born), .exact)
      person.birthCountry = .japan
      person.gender = office.random.chance(50) ? .female : .male
      person.emergencyContact =
        "\(office.template("birth.mother", office.said(mother.called))) \(office.telephone())"
      (person.callName, person.nameUsed, person.email, person.safeContact) = ("", "", "", "")
      (person.arrivedOn, person.japaneseLevel) = (nil, nil)
      (person.interpreterNeeded, person.neverContactAuthorities) = (true, false)
      person.languages = culture.languages.first.map { [$0] } ?? []
    }
  }

  /// That the municipality has the notice of the birth, since before the case was opened or since a
  /// few days.
  mutating func tellBirth(of told: CaseStory, in story: inout Story) {
    guard let born = told.born else { return }
    aside { office in
      var notice = office.script.draft(OwnDeadline())
      notice.now.case = told.reference
      notice.now.rule = .birthNotice
      let filed = office.workday(born + 8)
      notice.now.done = office.date(filed)
      notice.now.on = office.date(max(told.opened, filed))
      notice.now.staff = told.owner
      notice.now.reason = LongText(office.text("birth.notice"))
      story.tell(&notice, on: max(told.opened, filed), .logOwnDeadline)
    }
  }
}
