/// Deadlines of what a resident tells the authorities: the address, health insurance, and what changes
/// in that on which a status rests (article 19-16 of the Act).
extension Deadlines {
  static func notices(_ facts: DeadlineFacts) -> [Deadline] {
    registration(facts)
      + facts.residences.flatMap { row -> [Deadline?] in
        let residence = row.record
        func notice(_ rule: DeadlineRuleID, _ day: CivilDate?, _ isMeant: Bool) -> Deadline? {
          guard isMeant else { return nil }
          return day.flatMap { deadline(rule, of: row.address, from: $0) }
        }
        let status = residence.statusOfResidence
        return [
          notice(.leavingNotice, residence.organisationLeftOn, status.reportsOrganisations),
          notice(
            .changeOfEmployerNotice, residence.organisationJoinedOn, status.reportsOrganisations),
          notice(
            .organisationChange, residence.organisationChangedOn, status.reportsOrganisations),
          notice(.spouseNotice, residence.spouseEndedOn, status.ground == .spouse),
        ]
      }.compactMap(\.self)
  }

  /// Who becomes a registered resident tells the municipality the address, and is insured there.
  private static func registration(_ facts: DeadlineFacts) -> [Deadline] {
    guard let row = facts.residences.first, let on = row.record.on, becomesResident(row, facts)
    else { return [] }
    let address = deadline(.addressNotice, of: row.address, from: on, doubts: [.assumed])
    // An employer may insure: that is to be asked.
    var insurance = deadline(.healthInsurance, of: row.address, from: on, doubts: [.assumed])
    insurance?.done =
      facts.documents.first { $0.record.type == .healthInsurance && $0.record.on ?? on >= on }?
      .record.on
    return [address, insurance].compactMap(\.self)
  }

  /// Whether the row makes the person a resident who was none before.
  ///
  /// Of the first row nobody knows; where it is provisional stay or temporary refuge, which begin
  /// here, a case that was there by then had nothing before it.
  private static func becomesResident(
    _ row: DeadlineFacts.Row<ResidenceRow>, _ facts: DeadlineFacts
  ) -> Bool {
    guard row.record.isRegisteredResident else { return false }
    if let before = facts.residences.dropFirst().first?.record {
      return !before.isRegisteredResident
    }
    guard row.record.stayBasis != nil, let on = row.record.on else { return false }
    return facts.case.record.opened.map { $0 <= on.adding(days: 14) } ?? false
  }
}

extension ResidenceRow {
  /// Whether the person stands in the register of residents: mid- to long-term residents and those with
  /// provisional stay or temporary refuge (articles 30-45 to 30-47 of the Residential Basic Book Act).
  var isRegisteredResident: Bool {
    switch stayBasis {
    case .provisionalStay, .temporaryRefuge: true
    default: isMidToLongTerm
    }
  }
}
