import Casework
import CustomDump
import Testing

/// Every move of a case with all it needs but one thing.
@Suite struct `A move of a case` {
  private typealias Loss = (
    what: String, moves: Set<String>, problem: FieldProblem,
    lose: @Sendable (inout Case, inout CaseFacts) -> Void
  )

  /// The moves that there are, by the letters of the statuses.
  private static let moves = CaseMoveTests.moves.reduce(into: Set<String>()) { moves, row in
    for to in row.value { moves.insert("\(row.key)\(to)") }
  }

  private static func to(_ letters: String) -> Set<String> {
    moves.filter { $0.last.map(letters.contains) ?? false }
  }

  private static func status(
    _ code: FieldProblem.Code, _ arguments: FieldProblem.Argument...
  ) -> FieldProblem {
    var problem = FieldProblem("status", code)
    problem.arguments = arguments
    return problem
  }

  private static let losses: [Loss] = [
    ("owner", to("A"), FieldProblem("owner", .ownerRequired), { record, _ in record.owner = nil }),
    (
      "interval", to("M"), FieldProblem("checkIntervalDays", .required),
      { record, _ in record.checkIntervalDays = nil }
    ),
    (
      "day to resume", to("H"), FieldProblem("resumeOn", .required),
      { record, _ in record.resumeOn = nil }
    ),
    (
      "why it is closed", to("C"), FieldProblem("closureReason", .required),
      { record, _ in record.closureReason = nil }
    ),
    ("outcome", to("C"), FieldProblem("outcome", .required), { record, _ in record.outcome = "" }),
    (
      "who takes over", to("TE"), FieldProblem("receivingBody", .required),
      { record, _ in record.receivingBody = "" }
    ),
    (
      "surviving case", to("D"), FieldProblem("survivingCase", .required),
      { record, _ in record.survivingCase = nil }
    ),
    (
      "reason", to("HERC").union(["RA", "RM", "CA", "CS", "TS", "EI"]), status(.reasonRequired),
      { _, facts in facts.reason = "" }
    ),
    (
      "next action", to("AP").union(["RM"]), FieldProblem("nextAction", .nextActionRequired),
      { _, facts in facts.hasNextAction = false }
    ),
    (
      "third attempt", to("U"), status(.threeAttemptsRequired, .number(2)),
      { _, facts in facts.failedContacts = 2 }
    ),
    (
      "end of stays", to("R"), status(.openStays, .number(1)), { _, facts in facts.openStays = 1 }
    ),
    (
      "end of placements", to("R"), status(.openPlacements, .number(2)),
      { _, facts in facts.openPlacements = 2 }
    ),
    (
      "end of referrals", to("R"), status(.openReferrals, .number(3)),
      { _, facts in facts.openReferrals = 3 }
    ),
    ("supervisor", to("C"), status(.supervisorOnly), { _, facts in facts.isSupervisor = false }),
    (
      "assessment", ["SP", "SA"], status(.assessmentRequired),
      { _, facts in facts.hasAssessment = false }
    ),
    ("goal", ["PA"], status(.goalRequired), { _, facts in facts.hasGoal = false }),
    (
      "consent to support", ["IS"],
      status(.consentRequired, .label("consentScope.receiving_support")),
      { _, facts in facts.consents.removeAll { $0.scope == .receivingSupport } }
    ),
    (
      "consent to keep data", ["IS"],
      status(.consentRequired, .label("consentScope.collection_and_use")),
      { _, facts in facts.consents.removeAll { $0.scope == .collectionAndUse } }
    ),
    (
      "consent to tell", to("T"),
      status(.consentRequired, .label("consentScope.sharing_with_other_ngos")),
      { _, facts in facts.consents.removeAll { $0.scope == .municipalities } }
    ),
  ]

  private static func facts(_ today: CivilDate) -> CaseFacts {
    var facts = CaseFacts(today: today, reason: "理由", hasNextAction: true, failedContacts: 3)
    (facts.hasAssessment, facts.hasGoal, facts.isSupervisor) = (true, true, true)
    facts.consents = [ConsentScope.receivingSupport, .collectionAndUse, .municipalities].map {
      var consent = Consent()
      (consent.scope, consent.on) = ($0, today.adding(days: -1))
      return consent
    }
    return facts
  }

  private static func ready(_ today: CivilDate) -> Case {
    var ready = Case()
    ready.owner = Reference(RecordID(1))
    (ready.checkIntervalDays, ready.resumeOn) = (14, today.adding(days: 30))
    (ready.closureReason, ready.outcome) = (.goalsMet, "就職")
    (ready.receivingBody, ready.survivingCase) = ("市役所", Reference(RecordID(2)))
    return ready
  }

  @Test(arguments: CaseStatus.allCases, CaseStatus.allCases)
  func `is refused for the one thing that is missing, and for nothing else`(
    _ from: CaseStatus, _ to: CaseStatus
  ) {
    let name = "\(from.letter)\(to.letter)"
    let move = CaseMove(from: from, to: to)
    #expect(move.isAllowed == Self.moves.contains(name))
    #expect(CaseMove.allowed(from: from).contains(to) == Self.moves.contains(name))
    guard Self.moves.contains(name) else { return }
    for today in StaySetting.days {
      for loss in Self.losses {
        var (record, facts) = (Self.ready(today), Self.facts(today))
        expectNoDifference(move.problems(for: record, facts: facts), [])
        loss.lose(&record, &facts)
        expectNoDifference(
          move.problems(for: record, facts: facts),
          loss.moves.contains(name) ? [loss.problem] : [], "\(name) without \(loss.what)")
      }
    }
  }

  @Test(arguments: CaseStatus.allCases, CaseStatus.allCases)
  func `tells a form what to ask for`(_ from: CaseStatus, _ to: CaseStatus) {
    let name = "\(from.letter)\(to.letter)"
    guard Self.moves.contains(name) else { return }
    let move = CaseMove(from: from, to: to)
    let asked = Self.losses.filter {
      $0.moves.contains(name) && $0.problem.field != "status" && $0.what != "next action"
    }
    #expect(move.requiredFields == asked.map(\.problem.field))
    let reason = Self.losses.first { $0.what == "reason" }?.moves
    #expect(move.needsReason == reason?.contains(name))
    #expect(move.isReopening == ("CTED".contains(from.letter) && to != .duplicate))
  }

  @Test(
    arguments: [
      (false, false, 1, 2, .supervisorOnly), (false, true, 2, 2, .supervisorOnly),
      (true, false, 1, 2, nil), (true, true, 1, 2, nil), (true, false, 2, 2, nil),
      (true, true, 2, 2, .otherSupervisor), (true, true, nil, 2, nil),
    ] as [(Bool, Bool, Int64?, Int64, FieldProblem.Code?)])
  func `to its end is approved by a supervisor, and by another one where there is one`(
    _ isSupervisor: Bool, _ hasOther: Bool, _ asked: Int64?, _ viewer: Int64,
    _ code: FieldProblem.Code?
  ) {
    let today = StaySetting.days[0]
    var (record, facts) = (Self.ready(today), Self.facts(today))
    record.closureRequestedBy = asked.map { Reference(RecordID($0)) }
    (facts.isSupervisor, facts.hasOtherSupervisor) = (isSupervisor, hasOther)
    facts.viewer = RecordID(viewer)
    expectNoDifference(
      CaseMove(from: .closureRequested, to: .closed).problems(for: record, facts: facts),
      code.map { [FieldProblem("status", $0)] } ?? [])
  }

  @Test(arguments: ConsentScope.allCases)
  func `to another organisation goes by any consent to share`(_ scope: ConsentScope) {
    let today = StaySetting.days[2]
    var facts = Self.facts(today)
    var consent = Consent()
    (consent.scope, consent.on) = (scope, today)
    facts.consents = [consent]
    let isRefused = !CaseMove(from: .active, to: .transferred)
      .problems(for: Self.ready(today), facts: facts).isEmpty
    #expect(isRefused == !scope.isSharing)
  }
}
