/// Whom the organisation tells of the deadlines of a category, and when: from so many days before on
/// their owner; while nobody has seen one for so many days, who stands in for an absent owner, then the
/// supervisors.
package struct Ladder: Record {
  package var category = DeadlineCategory.critical
  package var warnDays: Int?
  package var coverDays: Int?
  package var supervisorDays: Int?

  package init() {}

  package static let kind = RecordKind.ladder
  package static let letter = "LA"
  package static let feedsDeadlines = DeadlineFeed.ofAllCases
  package static let titleFields = names(\.category)
  package static let defaultSort = "category"
  package static let identity = Identity(keys: names(\.category))

  package static let fields: [Field<Ladder>] = [
    Field("category", \.category, required: true, uses: .sort, column: Column(1, width: 16)),
    // Empty: as each rule says. What the law asks is never warned of later than that.
    Field("warnDays", \.warnDays, column: Column(2, width: 12), range: 0...mostDays),
    Field("coverDays", \.coverDays, required: true, column: Column(3, width: 12), range: 0...60),
    Field(
      "supervisorDays", \.supervisorDays, required: true, column: Column(4, width: 12),
      range: 0...60),
  ]
}

extension Ladder {
  /// How early a ladder may warn, in days: lists of the day look no further ahead.
  package static let mostDays = 120

  /// The ladder of each category, where the organisation made none the ready-made one.
  ///
  /// - Parameter own: the organisation's, oldest first; of two for a category the later holds.
  package static func standing(_ own: [Ladder]) -> [DeadlineCategory: Ladder] {
    readyMade.merging(own.map { ($0.category, $0) }) { $1 }
  }

  /// That of `Resources/Tables/ladder.tsv`.
  package static let readyMade: [DeadlineCategory: Ladder] = Dictionary(
    ResourceTable.rows("ladder").compactMap { cells -> (DeadlineCategory, Ladder)? in
      let days = cells.dropFirst().compactMap { Int($0) }
      guard let category = DeadlineCategory(rawValue: cells[0]), days.count == 3 else { return nil }
      var ladder = Ladder()
      ladder.category = category
      (ladder.warnDays, ladder.coverDays, ladder.supervisorDays) = (days[0], days[1], days[2])
      return (category, ladder)
    }, uniquingKeysWith: { $1 })
}
