/// Who has seen a deadline, and whom it is told while nobody has.
extension DeadlineRecord {
  /// Fills in who has seen it, else since when nobody has and to whom that goes.
  ///
  /// What the law asks goes to a supervisor by the day before it is due, however patient the ladder;
  /// anything at once where nobody works with the case: on nobody's Today it would not be seen at all.
  ///
  /// - Parameter known: since when the store has had it as it stands: of this day, of this owner.
  mutating func watch(_ facts: DeadlineFacts, known: CivilDate?) {
    guard done == nil, let date, let warnFrom, let ladder = facts.ladders[category] else { return }
    knownSince = known
    if facts.isOwned, let sight = facts.sight(of: self) {
      (seenOn, seenBy) = sight
      return
    }
    let since = max(warnFrom, known ?? warnFrom)
    unseenSince = since
    func day(after days: Int?) -> CivilDate {
      let day = since.adding(days: days ?? 0)
      return category.isOfLaw && since < date ? min(day, date.adding(days: -1)) : day
    }
    coverFrom = day(after: ladder.coverDays)
    supervisorFrom = facts.isOwned ? day(after: ladder.supervisorDays) : since
  }
}

extension DeadlineFacts {
  /// When it was seen as it stands, and by whom; the latest counts.
  fileprivate func sight(
    of deadline: DeadlineRecord
  ) -> (on: CivilDate?, by: Reference<Staff>?)? {
    let seen = sightings.map(\.record).last { sight in
      sight.rule == deadline.rule && sight.about == deadline.about
        && sight.countedFrom == deadline.countedFrom && sight.due == deadline.date
        && sight.owner == deadline.owner
    }
    if let seen { return (seen.on, seen.staff) }
    // Whoever set its day or said what happened has seen it.
    let set = own.map(\.record).last { own in
      own.rule == deadline.rule && own.staff == deadline.owner
        && (own.due ?? deadline.date) == deadline.date
        && (own.about.isEmpty || own.about == deadline.about)
        && own.countedFrom.map { $0 == deadline.countedFrom } ?? true
    }
    return set.map { ($0.on, $0.staff) }
  }
}

extension Deadline {
  /// The first day on which it is warned of: what the organisation does by itself as its ladder says,
  /// what the law asks never later than the rule says.
  func warnFrom(_ ladder: Ladder?) -> CivilDate {
    guard !rule.opens, let own = ladder?.warnDays, own > 0 else {
      return date.adding(days: -warnedDays)
    }
    return date.adding(days: -(category.isOfLaw ? max(own, warnedDays) : own))
  }
}
