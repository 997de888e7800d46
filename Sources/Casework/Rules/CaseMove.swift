/// A move of a case from one status to another (domain model 3.4).
package struct CaseMove: Hashable, Sendable {
  package let from: CaseStatus
  package let to: CaseStatus

  package init(from: CaseStatus, to: CaseStatus) {
    self.from = from
    self.to = to
  }

  /// The one table of moves.
  ///
  /// Reopening a closed or transferred case is a move like the others. That two cases are one person's is
  /// found late: any of them may be merged into the other.
  private static let table: [CaseStatus: [CaseStatus]] = [
    .inquiry: [.intake, .notEligible, .transferred, .duplicate],
    .intake: [.assessment, .onHold, .unreachable, .notEligible, .transferred, .duplicate],
    .assessment: [
      .planning, .active, .onHold, .unreachable, .transferred, .closureRequested, .duplicate,
    ],
    .planning: [.active, .onHold, .unreachable, .transferred, .closureRequested, .duplicate],
    .active: [
      .monitoring, .assessment, .onHold, .unreachable, .transferred, .closureRequested, .duplicate,
    ],
    .monitoring: [.active, .onHold, .unreachable, .transferred, .closureRequested, .duplicate],
    .onHold: [
      .active, .monitoring, .assessment, .closureRequested, .transferred, .unreachable, .duplicate,
    ],
    .unreachable: [.active, .intake, .closureRequested, .duplicate],
    .closureRequested: [.closed, .active, .monitoring, .duplicate],
    .closed: [.active, .assessment, .duplicate],
    .transferred: [.assessment, .duplicate],
    .notEligible: [.intake, .duplicate],
    .duplicate: [],
  ]

  /// The statuses a case may go to from `status`, in the order of the table.
  package static func allowed(from status: CaseStatus) -> [CaseStatus] { table[status] ?? [] }

  /// The statuses that a case has to go through before it can go from one to another, in their order;
  /// empty where it may go at once, nil where no way leads there.
  package static func between(_ from: CaseStatus, _ to: CaseStatus) -> [CaseStatus]? {
    var ways: [CaseStatus: [CaseStatus]] = [from: []]
    var open = [from]
    while let status = open.first {
      open.removeFirst()
      for next in allowed(from: status) where ways[next] == nil {
        ways[next] = (ways[status] ?? []) + [next]
        open.append(next)
      }
    }
    return ways[to].map { Array($0.dropLast()) }
  }

  package var isAllowed: Bool { Self.allowed(from: from).contains(to) }

  /// Whether the move opens a case again that had ended.
  package var isReopening: Bool { from.isEnd && !to.isEnd && isAllowed }

  /// The fields of the case that must be filled for the move; a form asks for those that are not.
  package var requiredFields: [String] {
    switch to {
    case .active: [Case.name(\.owner)]
    case .monitoring: [Case.name(\.checkIntervalDays)]
    case .onHold: [Case.name(\.resumeOn)]
    case .closed: Case.names(\.closureReason, \.outcome)
    case .transferred: [Case.name(\.receivingBody)]
    case .notEligible: [Case.name(\.receivingBody)]
    case .duplicate: [Case.name(\.survivingCase)]
    default: []
    }
  }

  /// Whether the person must say why.
  package var needsReason: Bool {
    switch to {
    case .onHold, .notEligible, .closureRequested, .closed: true
    // The case it is one with says why.
    case .duplicate: false
    // Who asked for a closing learns why it is not closed.
    default: isReopening || from == .closureRequested
    }
  }

  /// What stands against the move; empty where it may be made (domain model 3.4).
  package func problems(for case: Case, facts: CaseFacts) -> [FieldProblem] {
    guard isAllowed else {
      return [
        FieldProblem(\Case.status, .moveNotAllowed, .label(from.labelKey), .label(to.labelKey))
      ]
    }
    var problems: [FieldProblem] = []
    let values = `case`.values
    for field in requiredFields where values[field]?.isAbsent != false {
      problems.append(FieldProblem(field, field == Case.name(\.owner) ? .ownerRequired : .required))
    }
    if needsReason, facts.reason.isEmpty {
      problems.append(FieldProblem(\Case.status, .reasonRequired))
    }
    return problems + leaving(facts) + entering(`case`, facts)
  }

  /// What must be there before the work of a status is left behind for the next.
  private func leaving(_ facts: CaseFacts) -> [FieldProblem] {
    switch (from, to) {
    case (.intake, .assessment):
      ConsentScope.beforeAssessment.filter { scope in
        !Sharing.isAllowed(by: facts.consents, scope, to: nil, on: facts.today)
      }.map { FieldProblem(\Case.status, .consentRequired, .label($0.labelKey)) }
    case (.assessment, .planning) where !facts.hasAssessment,
      (.assessment, .active) where !facts.hasAssessment:
      [FieldProblem(\Case.status, .assessmentRequired)]
    case (.planning, .active) where !facts.hasGoal: [FieldProblem(\Case.status, .goalRequired)]
    default: []
    }
  }

  private func entering(_ case: Case, _ facts: CaseFacts) -> [FieldProblem] {
    switch to {
    case .active where !facts.hasNextAction, .planning where !facts.hasNextAction,
      .monitoring where from == .closureRequested && !facts.hasNextAction:
      [FieldProblem(\Case.nextAction, .nextActionRequired)]
    case .unreachable where facts.failedContacts < 3:
      [FieldProblem(\Case.status, .threeAttemptsRequired, .number(facts.failedContacts))]
    case .closureRequested:
      [
        (FieldProblem.Code.openStays, facts.openStays),
        (.openPlacements, facts.openPlacements), (.openReferrals, facts.openReferrals),
      ].filter { $0.1 > 0 }.map { FieldProblem(\Case.status, $0.0, .number($0.1)) }
    case .closed: closing(`case`, facts)
    case .transferred where !isTransferAllowed(to: `case`.receivingBody, facts):
      [
        FieldProblem(
          \Case.status, .consentRequired, .label(ConsentScope.otherOrganisations.labelKey))
      ]
    default: []
    }
  }

  /// A supervisor approves, and not their own request where there is another one.
  private func closing(_ case: Case, _ facts: CaseFacts) -> [FieldProblem] {
    guard facts.isSupervisor else { return [FieldProblem(\Case.status, .supervisorOnly)] }
    let isOwn = `case`.closureRequestedBy?.id == facts.viewer
    return isOwn && facts.hasOtherSupervisor ? [FieldProblem(\Case.status, .otherSupervisor)] : []
  }

  private func isTransferAllowed(to body: String, _ facts: CaseFacts) -> Bool {
    ConsentScope.allCases.contains { scope in
      scope.isSharing && Sharing.isAllowed(by: facts.consents, scope, to: body, on: facts.today)
    }
  }
}

extension CaseStatus {
  /// Whether no more work is done on the case.
  package var isEnd: Bool {
    switch self {
    case .closed, .transferred, .notEligible, .duplicate: true
    default: false
    }
  }

  /// The letter that marks the status in a list and answers the key for it.
  package var letter: Character {
    switch self {
    case .inquiry: "Q"
    case .intake: "I"
    case .assessment: "S"
    case .planning: "P"
    case .active: "A"
    case .monitoring: "M"
    case .onHold: "H"
    case .unreachable: "U"
    case .closureRequested: "R"
    case .closed: "C"
    case .transferred: "T"
    case .notEligible: "E"
    case .duplicate: "D"
    }
  }
}
