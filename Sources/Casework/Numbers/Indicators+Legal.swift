/// The right to stay, and the days by which something is due.
extension Indicator {
  static let legal =
    [recognitions, applicationsPending] + expiringStays
    + [lapsedStays, retentionOver, deadlinesKept, deadlinesMissed, actionsKept]

  /// 難民認定等: protection that was granted; a row that was corrected does not count.
  package static let recognitions = Indicator(
    "recognitions", of: .procedure, day: ProcedureRow.name(\.on),
    by: [ProcedureRow.name(\.procedureStage)], accumulates: true
  ) { _ in
    [
      FieldFilter(
        \ProcedureRow.procedureStage,
        .any([ProcedureStage.grantedRefugee, .grantedComplementary, .deniedHumanitarian])),
      FieldFilter(\ProcedureRow.stands, .equals(.flag(true))),
    ]
  }

  /// Open cases with an application, an appeal or a lawsuit that nobody has decided on.
  package static let applicationsPending = Indicator(
    "applications_pending", of: .case, by: Case.names(\.procedureStage, \.owner)
  ) { _ in
    [
      .open,
      FieldFilter(
        \Case.procedureStage,
        .any([
          ProcedureStage.applicationRefugee, .applicationComplementary, .interview, .appeal,
          .lawsuit, .reapplication,
        ])),
    ]
  }

  /// 在留期限: periods of stay that end within so many days.
  package static let expiringStays = [30, 60, 90].map { days in
    Indicator(
      "expiring_stays_\(days)", of: .deadline, by: [DeadlineRecord.name(\.owner)],
      facts: [String(days)]
    ) { today in
      [
        .open, FieldFilter(\DeadlineRecord.rule, .equals(DeadlineRuleID.periodOfStay.fieldValue)),
        FieldFilter(\DeadlineRecord.date, .from(today)),
        FieldFilter(\DeadlineRecord.date, .upTo(today.adding(days: days))),
      ]
    }
  }

  /// Stays whose last day is over without a new row: there should be none.
  package static let lapsedStays = Indicator(
    "lapsed_stays", of: .deadline, by: [DeadlineRecord.name(\.owner)]
  ) { today in
    [
      .open, FieldFilter(\DeadlineRecord.rule, .equals(.codes(ending))),
      FieldFilter(\DeadlineRecord.date, .upTo(today.adding(days: -1))),
    ]
  }

  /// Ended cases whose data need not be kept any longer: a list to be gone through.
  package static let retentionOver = Indicator(
    "retention_over", of: .deadline, by: [DeadlineRecord.name(\.owner)]
  ) { today in
    [
      .open, FieldFilter(\DeadlineRecord.rule, .equals(DeadlineRuleID.retention.fieldValue)),
      FieldFilter(\DeadlineRecord.date, .upTo(today.adding(days: -1))),
    ]
  }

  private static let ending = DeadlineRule.all.map(\.id).filter(\.endsStay).map(\.rawValue)

  /// Of the deadlines of law that are over, how many were kept: answered in time by an appeal, a
  /// lawsuit or a new stay, or marked done by their day.
  ///
  /// Of an ended case those count that were answered; what was open as it ended asks nothing any more.
  package static let deadlinesKept = Indicator(
    "deadlines_kept", of: .deadline, .share, day: DeadlineRecord.name(\.date),
    by: DeadlineRecord.names(\.rule, \.owner),
    hits: { _ in [FieldFilter(\DeadlineRecord.outcome, .any([DueOutcome.kept]))] },
    where: lawOver)

  /// Deadlines of law that are over and were answered late or not at all.
  package static let deadlinesMissed = Indicator(
    "deadlines_missed", of: .deadline, day: DeadlineRecord.name(\.date),
    by: DeadlineRecord.names(\.rule, \.owner)
  ) { today in
    lawOver(today) + [FieldFilter(\DeadlineRecord.outcome, .any([DueOutcome.late, .open]))]
  }

  private static let lawOver: Population = { today in
    [
      FieldFilter(\DeadlineRecord.category, .any([DeadlineCategory.critical, .legal])),
      FieldFilter(\DeadlineRecord.date, .upTo(today.adding(days: -1))),
    ]
  }

  /// Of the next actions whose day is over, how many were done by their day.
  package static let actionsKept = Indicator(
    "actions_kept", of: .followUp, .share, day: FollowUp.name(\.due),
    by: [FollowUp.name(\.assignee)],
    hits: { _ in [FieldFilter(\FollowUp.kept, .any([DueOutcome.kept]))] }
  ) { today in [FieldFilter(\FollowUp.due, .upTo(today.adding(days: -1)))] }
}
