/// How long a record has been in its stage, and whether it seems forgotten there.
package struct StageTime: Hashable, Sendable {
  /// Days after which a placement that has not come to work is asked about.
  ///
  /// Practice, no rule of law: a selection with a month of silence has mostly ended unsaid.
  package static let placementDays = 30
  /// Days after which a stay that is only proposed is asked about.
  ///
  /// Practice, no rule of law.
  package static let proposalDays = 14

  /// Whole days since the stage was reached; 0 on the day itself.
  package let days: Int
  package let isStalled: Bool
  /// After how many days it is asked about; nil where nobody asks.
  package let limit: Int?

  /// Nil where nobody knows since when.
  package init?(_ card: Card, on today: CivilDate) {
    guard case .date(let since) = card[\Placement.stageSince] else { return nil }
    days = max(0, today.dayNumber - since.dayNumber)
    switch card.address.kind {
    case .placement:
      // Support after the first day of work lasts a year as it should.
      let isUnderWay = card.value(of: \Placement.stage)?.isBeforeStart == true
      limit = isUnderWay && !card.isPaused ? Self.placementDays : nil
    case .homestay:
      limit = card.value(of: \Homestay.stage) == .proposed ? Self.proposalDays : nil
    default: limit = nil
    }
    isStalled = limit.map { [days] in days >= $0 } ?? false
  }
}

extension Card {
  /// Whether it is a way to work that waits because the person accepted another offer.
  package var isPaused: Bool {
    address.kind == .placement && !self[\Placement.pausedOn].isAbsent
      && value(of: \Placement.stage)?.isBeforeStart == true
  }
}

extension JournalEntry {
  /// How many days a record was in the stage that this entry ends; nil where `history`, entries of
  /// the same record, does not tell.
  ///
  /// A stage that an undo gave back counts from the day on which it was first reached.
  package func daysBefore(_ field: String, in history: [JournalEntry]) -> Int? {
    func latest(before sequence: Int, _ isMeant: (JournalEntry) -> Bool) -> JournalEntry? {
      history.filter { $0.sequence < sequence && $0.after[field] != nil && isMeant($0) }
        .max { $0.sequence < $1.sequence }
    }
    guard var begun = latest(before: sequence, { _ in true }) else { return nil }
    if let undone = begun.undoes {
      let stage = begun.after[field]
      begun = latest(before: undone) { $0.undoes == nil && $0.after[field] == stage } ?? begun
    }
    return max(0, at.dateInJapan.dayNumber - begun.at.dateInJapan.dayNumber)
  }
}
