/// What the list of the day is made of, in its order: what is over, what is to be done today and this
/// week, which closings wait for a decision, what comes later; then what has no day.
///
/// Behind what is over stands what those who have to see it have not seen.
package enum TodaySection: String, CaseIterable, Sendable {
  case overdue, unseen, today, week, closures, later
  case noContact, absences, practice, commitments
  case news, drafts

  package var labelKey: String { "today.\(rawValue)" }

  /// How far the list looks ahead, in days.
  package static let daysAhead = 7

  /// How far it looks ahead for what is due of programmes, pledges and campaigns, in days: a report
  /// is not written in a week.
  package static let commitmentsAhead = 30

  /// Whether its rows are of several days, of which the earlier comes first, whatever it is; else
  /// what weighs more comes first.
  package var isByDay: Bool { ![.overdue, .unseen, .today].contains(self) }

  /// How many of its rows are shown at first; 0 where it is folded.
  ///
  /// What is over leaves room on the smallest screen for what is to be done today.
  package var firstRows: Int {
    switch self {
    case .overdue: 6
    case .unseen: 4
    case .today, .week: 8
    case .closures: 3
    default: 0
    }
  }

  /// The one that holds the records behind an indicator; nil where none does.
  package init?(_ indicator: Indicator) {
    switch indicator {
    case .overdue: self = .overdue
    case .noContact: self = .noContact
    case .absences: self = .absences
    default: return nil
    }
  }

  /// The lists whose records stand under the heading, what weighs most first, each in the order of
  /// its day; none where what stands there is no list of records.
  ///
  /// - Parameters:
  ///   - staff: whose; everybody's where it is empty.
  ///   - watch: what others have not seen and somebody is told of, whosever work is shown.
  package func queries(
    _ today: CivilDate, of staff: [Link] = [], watch: UnseenWatch = UnseenWatch()
  ) -> [ListQuery] {
    let (yesterday, tomorrow) = (today.adding(days: -1), today.adding(days: 1))
    let last = today.adding(days: Self.daysAhead)
    let queries: [ListQuery] =
      switch self {
      case .overdue:
        Self.overdueDeadlines(today, to: yesterday) + [
          Indicator.overdue.query(today),
          // Whose day has passed, and nobody has marked it.
          Self.list(
            \Homestay.start, to: yesterday,
            FieldFilter(\Homestay.stage, .equals(StayStage.confirmed.fieldValue))),
          Self.list(\Homestay.end, to: yesterday, .open, Self.staying),
        ]
      case .today: Self.planned(today, from: today, to: today)
      case .week: Self.planned(today, from: tomorrow, to: last)
      case .later:
        Self.deadlines(today, from: last.adding(days: 1))
          + Self.ownDuties(from: last.adding(days: 1)) + [
            Self.list(\FollowUp.due, from: last.adding(days: 1), .open)
          ]
      case .unseen: []
      case .closures: [Self.waitingClosures]
      case .noContact: [Indicator.noContact.query(today)]
      case .absences: [Indicator.absences.query(today)]
      case .practice: [.due(today, category: .practice)]
      case .commitments: Self.dueLists(upTo: today.adding(days: Self.commitmentsAhead))
      case .drafts, .news: []
      }
    return self == .unseen ? watch.queries(today) : queries.map { $0.owned(by: staff) }
  }

  /// What the law sets a day for, between two days.
  private static func deadlines(
    _ today: CivilDate, from: CivilDate? = nil, to: CivilDate? = nil
  ) -> [ListQuery] {
    [DeadlineCategory.critical, .legal].map { .due(today, category: $0, from: from, to: to) }
  }

  /// The same before a day, of what can cost the right to stay the end of the stay first; what the
  /// organisation itself owes comes behind that.
  private static func overdueDeadlines(_ today: CivilDate, to last: CivilDate) -> [ListQuery] {
    let ofStay = FieldFilter.Test.equals(.code(DeadlineRuleID.periodOfStay.rawValue))
    let lists = deadlines(today, to: last)
    return [ofStay, .not(ofStay)].map { test in
      var list = lists[0]
      list.filters.append(FieldFilter(DeadlineRecord.name(\.rule), test))
      return list
    } + ownDuties(to: last) + lists.dropFirst()
  }

  /// Everything with a day between two days: what the law asks, appointments, what staff planned.
  private static func planned(
    _ today: CivilDate, from: CivilDate, to: CivilDate
  ) -> [ListQuery] {
    deadlines(today, from: from, to: to) + ownDuties(from: from, to: to) + [
      list(\Salon.date, from: from, to: to, gatherings),
      list(\Placement.on, from: from, to: to, interviews),
      list(\Homestay.start, from: from, to: to, .open),
      list(\Homestay.end, from: from, to: to, .open),
      list(\FollowUp.due, from: from, to: to, .open),
    ]
  }

  /// What the law asks of the organisation itself, between two days.
  private static func ownDuties(from: CivilDate? = nil, to: CivilDate? = nil) -> [ListQuery] {
    dueKinds(byLaw: true).map { kind, field in
      let bounds = [from.map(FieldFilter.Test.from), to.map(FieldFilter.Test.upTo)]
        .compactMap(\.self).map { FieldFilter(field, $0) }
      return ListQuery(kind, filters: [.open] + bounds, sort: SortOrder(field))
    }
  }

  /// The kinds that say by which day something is to be done, with its field.
  private static func dueKinds(byLaw: Bool) -> [(RecordKind, String)] {
    RecordKind.allCases.compactMap { kind in
      guard kind.recordType.isDueByLaw == byLaw else { return nil }
      return kind.recordType.dueField.map { (kind, $0) }
    }
  }

  /// Who has waited longest first.
  private static let waitingClosures = ListQuery(
    .case, filters: [.open, FieldFilter(\Case.closureRequestedOn, .present)],
    sort: SortOrder(\Case.closureRequestedOn))

  /// Open records of every kind that says by which day something is to be done about it, also those
  /// whose day has passed.
  private static func dueLists(upTo last: CivilDate) -> [ListQuery] {
    dueKinds(byLaw: false).map { kind, field in
      ListQuery(kind, filters: [.open, FieldFilter(field, .upTo(last))], sort: SortOrder(field))
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
