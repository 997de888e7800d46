/// Deadlines of a child born in Japan: the notice to the municipality, a status of residence, and the
/// day from which the child is here without one.
extension Deadlines {
  static func birth(_ facts: DeadlineFacts) -> [Deadline] {
    guard let person = facts.person, let birth = person.bornInJapan, isNewborn(birth, facts)
    else { return [] }
    let about = facts.case.address
    let status = facts.residences.last { row in
      row.record.statusOfResidence != .none && row.record.on.map { $0 >= birth } ?? true
    }?.record
    var notice = deadline(.birthNotice, of: about, from: birth)
    notice?.done = status?.on
    // Who has the nationality of Japan needs no status.
    guard !person.nationalities.contains(.japan) else { return [notice].compactMap(\.self) }
    var application = deadline(.statusAcquisition, of: about, from: birth)
    let filed =
      facts.residences.compactMap(\.record.renewalAppliedOn)
      + facts.applications.map(\.record)
      .filter { $0.type == .acquisition && $0.result != .notAccepted }.compactMap(\.on)
    application?.done = filed.filter { $0 >= birth }.min() ?? status?.on
    var last = deadline(.stayWithoutStatus, of: about, from: birth)
    last?.done = status?.on
    // Once it is said how the child is here without a status, that row has the days.
    let isSaid = last.map { last in
      facts.residences.contains { row in
        row.record.stayBasis != nil && row.record.on.map { $0 > last.date } ?? false
      }
    }
    return [notice, application, isSaid == true ? nil : last].compactMap(\.self)
  }

  /// Whether the case was opened in the first year: of somebody who was born here long ago it says
  /// nothing that days could still be counted from.
  private static func isNewborn(_ birth: CivilDate, _ facts: DeadlineFacts) -> Bool {
    facts.case.record.opened.map { $0 < birth.adding(months: 12) } ?? true
  }
}

extension Person {
  /// The day of a birth in Japan, where both are known for sure.
  fileprivate var bornInJapan: CivilDate? {
    birthCountry == .japan ? exactBirth : nil
  }

  /// The day of birth where it is not only a month or a year.
  var exactBirth: CivilDate? {
    birthDatePrecision.map { $0 == .exact } ?? true ? birthDate : nil
  }

  fileprivate var nationalities: [Country] {
    [nationality].compactMap(\.self) + otherNationalities
  }
}

extension Country {
  package static let japan = Self(code: "JPN")
}
