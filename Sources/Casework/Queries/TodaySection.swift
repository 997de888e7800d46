/// What the list of the day is made of, in its order: what weighs most comes first.
package enum TodaySection: String, CaseIterable, Sendable {
  case critical, legal, overdue, upcoming, noContact, absences, practice, week, commitments
  case drafts, news
  case later

  package var labelKey: String { "today.\(rawValue)" }

  /// How far the list looks ahead, in days.
  package static let daysAhead = 7

  /// How far it looks ahead for what is due of programmes, pledges and campaigns, in days: a report
  /// is not written in a week.
  package static let commitmentsAhead = 30

  /// The lists whose records stand under the heading, each in the order of its day; none where
  /// what stands there is no list of records.
  ///
  /// - Parameter staff: whose; everybody's where it is empty.
  package func queries(_ today: CivilDate, of staff: [Link] = []) -> [ListQuery] {
    let last = today.adding(days: Self.daysAhead)
    let queries: [ListQuery] =
      switch self {
      case .critical: [.due(today, category: .critical)]
      case .legal: [.due(today, category: .legal)]
      case .overdue: [Indicator.overdue.query(today)]
      case .upcoming: [Self.list(\FollowUp.due, from: today, to: last, .open)]
      case .noContact: [Indicator.noContact.query(today)]
      case .absences: [Indicator.absences.query(today)]
      case .practice: [.due(today, category: .practice)]
      case .week:
        [
          // Whose day has passed, and nobody has marked it.
          Self.list(
            \Homestay.start, to: today.adding(days: -1),
            FieldFilter(\Homestay.stage, .equals(StayStage.confirmed.fieldValue))),
          Self.list(\Homestay.end, to: today.adding(days: -1), .open, Self.staying),
          Self.list(\Homestay.start, from: today, to: last, .open),
          Self.list(\Homestay.end, from: today, to: last, .open),
          Self.list(\Salon.date, from: today, to: last, Self.gatherings),
          Self.list(\Placement.on, from: today, to: last, Self.interviews),
        ]
      case .commitments: Self.dueLists(upTo: today.adding(days: Self.commitmentsAhead))
      case .later: [Self.list(\FollowUp.due, from: last.adding(days: 1), .open)]
      case .drafts, .news: []
      }
    return queries.map { $0.owned(by: staff) }
  }

  /// Open records of every kind that says by which day something is to be done about it, also those
  /// whose day has passed.
  private static func dueLists(upTo last: CivilDate) -> [ListQuery] {
    RecordKind.allCases.compactMap { kind in
      kind.recordType.dueField.map { field in
        ListQuery(
          kind, filters: [.open, FieldFilter(field, .upTo(last))], sort: SortOrder(field))
      }
    }
  }

  private static func list<R: Record>(
    _ path: FieldKey<R, CivilDate?>, from: CivilDate? = nil, to: CivilDate? = nil,
    _ filters: FieldFilter...
  ) -> ListQuery {
    let bounds = [from.map(FieldFilter.Test.from), to.map(FieldFilter.Test.upTo)].compactMap(\.self)
      .map { FieldFilter(path, $0) }
    return ListQuery(R.kind, filters: filters + bounds, sort: SortOrder(path))
  }

  private static let staying = FieldFilter(
    \Homestay.stage, .equals(.codes([StayStage.inProgress, .extended].map(\.rawValue))))
  private static let gatherings = FieldFilter(
    \Salon.status, .equals(.codes([SessionStatus.planned, .held].map(\.rawValue))))
  private static let interviews = FieldFilter(
    \Placement.stage,
    .equals(
      .codes([PlacementStage.firstInterview, .secondInterview, .finalInterview].map(\.rawValue))))
}
