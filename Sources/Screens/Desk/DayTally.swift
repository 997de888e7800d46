import Casework

/// How much presses on everybody today, for the header of every screen: as many as stand under the
/// headings of Today.
struct DayTally: Hashable, Sendable {
  private(set) var counts: [TodaySection: ListCount] = [:]

  private static let sections = [TodaySection.overdue, .today, .noContact]

  /// The lists it counts.
  static func queries(_ today: CivilDate) -> [ListQuery] {
    sections.flatMap { $0.queries(today) }
  }

  /// - Parameter found: how many each of the lists holds; nil where it is of other lists.
  init?(_ found: [ListCount], on today: CivilDate) {
    var rest = found[...]
    for section in Self.sections {
      let lists = section.queries(today).count
      guard rest.count >= lists else { return nil }
      counts[section] = ListCount(
        rest.prefix(lists).reduce(0) { $0 + $1.value },
        isExact: rest.prefix(lists).allSatisfy(\.isExact))
      rest = rest.dropFirst(lists)
    }
  }

  /// Asks how much presses today, as soon as nobody waits for anything else.
  static func ask(_ surroundings: Desk.Surroundings) -> [Effect] {
    surroundings.viewer.isVolunteer
      ? [] : [.read(.counts(queries(surroundings.today)), for: .desk)]
  }
}
