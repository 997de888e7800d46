/// Deadlines of the residence card: its own end, that of a child's and of a permanent resident's, and
/// what is told when it is lost or says what is so no longer.
extension Deadlines {
  static func card(
    _ row: DeadlineFacts.Row<Document>, _ facts: DeadlineFacts
  ) -> [Deadline] {
    let card = row.record
    let stay = facts.residences.first?.record
    // What the stay or the birthday says is said once.
    let isSaid =
      card.expiresOn != nil
      && (card.expiresOn == stay?.expires || card.expiresOn == cardAt16(facts)?.date)
    return [
      isSaid ? nil : expiry(row, facts), permanent(row, stay, facts),
      replacement(.lostCard, row, card.lostOn, facts),
      replacement(.changedCard, row, card.changedOn, facts),
    ].compactMap(\.self)
  }

  /// The card of a child is valid until the day before the 16th birthday at most.
  static func cardAt16(_ facts: DeadlineFacts) -> Deadline? {
    guard let birth = facts.person?.exactBirth, let stay = facts.residences.first?.record,
      stay.isMidToLongTerm,
      var end = deadline(.cardAt16, of: facts.case.address, from: birth),
      facts.case.record.opened.map({ $0 <= end.date }) ?? false
    else { return nil }
    // A stay that ends before it brings another card.
    if stay.statusOfResidence != .permanentResident, let last = stay.expires, last < end.date {
      return nil
    }
    end.done =
      facts.documents.first { row in
        row.record.type.isResidenceCard && row.record.expiresOn.map { $0 > end.date } ?? false
      }?.record.on
    return end
  }

  /// Seven years from its issue, where the card itself is not told.
  ///
  /// The years of cards issued since 2026-06-14 are others, and so nothing is said of them.
  private static func permanent(
    _ row: DeadlineFacts.Row<Document>, _ stay: ResidenceRow?, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard stay?.statusOfResidence == .permanentResident, stay?.expires == nil,
      row.record.expiresOn == nil, let issued = row.record.issuedOn,
      let change = CivilDate(iso: "2026-06-14"), issued < change
    else { return nil }
    if let birth = facts.person?.exactBirth, issued < birth.adding(months: 192) { return nil }
    return deadline(.permanentCardIssued, of: row.address, from: issued)
  }

  /// Done on the day from which there is another card.
  private static func replacement(
    _ rule: DeadlineRuleID, _ row: DeadlineFacts.Row<Document>, _ day: CivilDate?,
    _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let day, var notice = deadline(rule, of: row.address, from: day) else { return nil }
    notice.done =
      facts.documents.compactMap { other -> CivilDate? in
        guard other.id != row.id, other.record.type.isResidenceCard,
          let issued = other.record.issuedOn ?? other.record.on, issued >= day
        else { return nil }
        return issued
      }.min()
    return notice
  }
}
