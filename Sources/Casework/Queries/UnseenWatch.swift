/// Which deadlines that nobody has seen somebody is told of: those of the colleagues for whom they stand
/// in, and as a supervisor those of everybody, each from the day that the ladder says.
package struct UnseenWatch: Hashable, Sendable {
  let isSupervisor: Bool
  let covered: [Link]

  /// - Parameter isSupervisor: also true of everybody where no supervisor is in service.
  package init(isSupervisor: Bool = false, covered: [Link] = []) {
    self.isSupervisor = isSupervisor
    self.covered = covered
  }

  /// What can cost the right to stay first, then who has waited longest.
  func queries(_ today: CivilDate) -> [ListQuery] {
    DeadlineCategory.allCases.flatMap { category -> [ListQuery] in
      var lists: [ListQuery] = []
      if isSupervisor { lists.append(Self.list(\.supervisorFrom, today, category)) }
      if !covered.isEmpty {
        var list = Self.list(\.coverFrom, today, category)
        // A supervisor who stands in for somebody is told once.
        if isSupervisor {
          list.filters.append(
            FieldFilter(\DeadlineRecord.supervisorFrom, .from(today.adding(days: 1))))
        }
        lists.append(list.owned(by: covered))
      }
      return lists
    }
  }

  private static func list(
    _ day: FieldKey<DeadlineRecord, CivilDate?>, _ today: CivilDate, _ category: DeadlineCategory
  ) -> ListQuery {
    ListQuery(
      .deadline,
      filters: [
        FieldFilter(day, .upTo(today)),
        FieldFilter(\DeadlineRecord.category, .equals(.code(category.rawValue))),
      ], sort: SortOrder(day))
  }

  /// The fields by which its lists are ordered; a row stands there for another day.
  package static let orders = Set(DeadlineRecord.names(\.coverFrom, \.supervisorFrom))
}
