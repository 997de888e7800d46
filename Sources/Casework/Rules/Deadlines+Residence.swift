/// Deadlines of the status of residence: period of stay, renewal, special period, address.
extension Deadlines {
  static func residence(_ facts: DeadlineFacts) -> [Deadline] {
    guard let row = facts.residences.first else { return [] }
    return stay(row, carriedBy: facts.application(of: row.record))
      + [cardAt16(facts)].compactMap(\.self)
  }

  private static func stay(
    _ row: DeadlineFacts.Row<ResidenceRow>, carriedBy application: StatusApplication?
  ) -> [Deadline] {
    let residence = row.record.told(by: application)
    guard let expires = residence.expires else { return [] }
    let doubts: Set<Deadline.Doubt> = residence.isConfirmed ? [] : [.fact]
    if residence.stayBasis == .provisionalRelease {
      return [
        deadline(
          .provisionalRelease, of: row.address, from: expires, since: residence.on, doubts: doubts)
      ]
      .compactMap(\.self)
    }
    // What ends is the card: the stay has no end.
    if residence.statusOfResidence == .permanentResident {
      return [
        deadline(.permanentCard, of: row.address, from: expires, stated: expires, doubts: doubts)
      ]
      .compactMap(\.self)
    }
    var stay = deadline(
      .periodOfStay, of: row.address, from: expires, since: residence.on, doubts: doubts)
    var window: Deadline?
    if residence.isOfPeriod, residence.isOfSixMonths {
      window = deadline(
        .renewalWindow, of: row.address, from: expires, since: residence.on,
        doubts: doubts.union(residence.isPeriodStated ? [] : [.assumed]))
      window?.done = residence.renewal
    }
    let special = specialPeriod(DeadlineFacts.Row(row.id, residence), expires, doubts)
    // Who applied in time may stay while the special period runs. The last day on the card stays in
    // sight until somebody has seen that it was applied for: a day alone proves nothing.
    let isSeen = application.map { $0.receipt != nil } ?? residence.isRenewalSeen
    if special != nil, isSeen { stay?.done = residence.renewal }
    let short = shortStay(DeadlineFacts.Row(row.id, residence), expires, doubts)
    return [stay, short, window, special].compactMap(\.self)
  }

  /// A stay of 30 days or less has to be changed or renewed before it ends: nothing runs after it.
  private static func shortStay(
    _ row: DeadlineFacts.Row<ResidenceRow>, _ expires: CivilDate, _ doubts: Set<Deadline.Doubt>
  ) -> Deadline? {
    guard row.record.isOfPeriod, !row.record.isOver30Days,
      row.record.isPeriodStated || row.record.statusOfResidence.mayBeShort
    else { return nil }
    var application = deadline(
      .shortStayApplication, of: row.address, from: expires, since: row.record.on,
      doubts: doubts.union(row.record.isPeriodStated ? [] : [.assumed]))
    application?.done = row.record.renewal.flatMap { $0 <= expires ? $0 : nil }
    return application
  }

  private static func specialPeriod(
    _ row: DeadlineFacts.Row<ResidenceRow>, _ expires: CivilDate, _ doubts: Set<Deadline.Doubt>
  ) -> Deadline? {
    let residence = row.record
    guard let end = residence.specialPeriodEnd else { return nil }
    var special = deadline(
      .specialPeriod, of: row.address, from: expires, since: residence.on,
      doubts: doubts.union(residence.isPeriodStated ? [] : [.assumed]))
    if let last = special?.date, end < last {
      special?.date = end
      special?.doubts.subtract([.dayOff, .noHolidays])
    }
    return special
  }
}

extension ResidenceRow {
  /// The last day on which the person may stay; nil where no day is known.
  package var stayEnd: CivilDate? { specialPeriodEnd ?? expires }

  /// The rule of its last day: what ends for a permanent resident is the card.
  var ruleOfEnd: DeadlineRuleID {
    if stayBasis == .provisionalRelease { return .provisionalRelease }
    return statusOfResidence == .permanentResident ? .permanentCard : .periodOfStay
  }

  /// The earlier of the decision and two months after the end of the stay (特例期間); nil where none
  /// runs.
  ///
  /// Only where there is a status of residence with a period, renewal or change was applied for
  /// before its end, and the stay was longer than 30 days. Whoever is here on anything else
  /// (仮滞在, 一時庇護, 監理措置, 仮放免) has no such time. Source: article 20(6) and 21(4) of the Act, which
  /// speak of the period that belongs to a status of residence.
  var specialPeriodEnd: CivilDate? {
    // A sheet without the status makes it "other", which may be none at all.
    guard isOfPeriod, statusOfResidence != .other || isConfirmed, let expires,
      let applied = renewal, applied <= expires, isOver30Days,
      let last = DeadlineRule.of(.specialPeriod)?.date(from: expires)
    else { return nil }
    guard let decided = renewalDecidedOn else { return last }
    // Decided while the stay still ran: no special period began.
    return decided <= expires ? nil : min(decided, last)
  }

  /// Whether there is a status of residence, and one that is given for a period: nothing that stands
  /// in the place of one, nor permanent residence, has a period that could be renewed.
  var isOfPeriod: Bool {
    stayBasis == nil && ![.none, .permanentResident].contains(statusOfResidence)
  }

  /// The most hours a week that may be worked in this stay, where its kind says so.
  var mostWeeklyHours: Int? {
    guard let most = designatedActivityKind?.mostWeeklyHours, on.map({ $0 >= most.since }) ?? true
    else { return nil }
    return most.hours
  }

  /// The day on which this stay was applied to be renewed or changed; one before the stay began led
  /// to this stay.
  var renewal: CivilDate? {
    guard let renewalAppliedOn, on.map({ $0 <= renewalAppliedOn }) ?? true else { return nil }
    return renewalAppliedOn
  }

  /// Whether somebody saw a paper of the row on the day of the application or after it.
  var isRenewalSeen: Bool {
    guard let renewal, isConfirmed, let confirmedOn else { return false }
    return confirmedOn >= renewal
  }

  var isPeriodStated: Bool { periodDays != nil || periodMonths != nil }

  /// Days from the first day to the last, where the card's own words are not entered.
  private var days: Int? {
    guard let on, let expires else { return nil }
    return expires.dayNumber - on.dayNumber
  }

  /// Whether the stay is longer than 30 days.
  ///
  /// One month may be 28 days, and so does not say.
  var isOver30Days: Bool {
    if let periodDays { return periodDays > 30 }
    if let periodMonths { return periodMonths > 1 }
    return (days ?? 0) > 30
  }

  /// Whether the stay is of six months or more.
  var isOfSixMonths: Bool {
    if let periodMonths { return periodMonths >= 6 }
    if let periodDays { return periodDays >= 184 }
    guard let on, let expires else { return false }
    return on.adding(months: 6) <= expires
  }

  /// Whether the person is a mid- to long-term resident (中長期在留者): neither without a status nor a
  /// temporary visitor, and for more than three months.
  var isMidToLongTerm: Bool {
    guard ![.none, .temporaryVisitor].contains(statusOfResidence) else { return false }
    if let periodMonths { return periodMonths > 3 }
    if periodDays != nil { return (periodDays ?? 0) > 92 }
    guard let on, let expires else { return true }
    return on.adding(months: 3) < expires
  }
}
