import Casework
import CustomDump
import Testing

struct CaseMoveTests {
  /// The table of moves by the letters of the statuses.
  static let moves: [Character: String] = [
    "Q": "IEDT", "I": "SHUEDT", "S": "PAHUTRD", "P": "AHUTRD", "A": "MSHUTRD", "M": "AHUTRD",
    "H": "AMSRTUD", "U": "AIRD", "R": "CAMD", "C": "ASD", "T": "SD", "E": "ID", "D": "",
  ]
  /// What each status asks for, of a case that has nothing.
  static let missing: [Character: [FieldProblem]] = [
    "A": [FieldProblem("owner", .ownerRequired), FieldProblem("nextAction", .nextActionRequired)],
    "P": [FieldProblem("nextAction", .nextActionRequired)],
    "M": [FieldProblem("checkIntervalDays", .required)],
    "H": [FieldProblem("resumeOn", .required), FieldProblem("status", .reasonRequired)],
    "U": [FieldProblem("status", .threeAttemptsRequired, .number(2))],
    "R": [
      FieldProblem("status", .reasonRequired), FieldProblem("status", .openStays, .number(1)),
      FieldProblem("status", .openPlacements, .number(3)),
      FieldProblem("status", .openReferrals, .number(2)),
    ],
    "C": [
      FieldProblem("closureReason", .required), FieldProblem("outcome", .required),
      FieldProblem("status", .reasonRequired), FieldProblem("status", .supervisorOnly),
    ],
    "T": [
      FieldProblem("receivingBody", .required),
      FieldProblem("status", .consentRequired, .label("consentScope.sharing_with_other_ngos")),
    ],
    "E": [FieldProblem("receivingBody", .required), FieldProblem("status", .reasonRequired)],
    "D": [FieldProblem("survivingCase", .required)],
  ]

  /// What is to be there before a status is left for the next.
  static let missingBefore: [String: [FieldProblem]] = [
    "IS": [
      FieldProblem("status", .consentRequired, .label("consentScope.receiving_support")),
      FieldProblem("status", .consentRequired, .label("consentScope.collection_and_use")),
    ],
    "SP": [FieldProblem("status", .assessmentRequired)],
    "SA": [FieldProblem("status", .assessmentRequired)],
    "PA": [FieldProblem("status", .goalRequired)],
  ]

  @Test(arguments: CaseStatus.allCases, CaseStatus.allCases)
  func `allows the moves of the table, refuses the others and says what is missing`(
    _ from: CaseStatus, _ to: CaseStatus
  ) {
    let move = CaseMove(from: from, to: to)
    let isInTable = Self.moves[from.letter]?.contains(to.letter) == true
    #expect(move.isAllowed == isInTable)
    let notAllowed = [
      FieldProblem("status", .moveNotAllowed, .label(from.labelKey), .label(to.labelKey))
    ]
    var nothing = CaseFacts(failedContacts: 2, openStays: 1, openPlacements: 3)
    nothing.openReferrals = 2
    var missing = Self.missing[to.letter] ?? []
    // Before what the status asks for itself, behind the fields and the reason.
    let entering = missing.firstIndex { $0.code == .nextActionRequired } ?? 0
    missing.insert(contentsOf: Self.missingBefore["\(from.letter)\(to.letter)"] ?? [], at: entering)
    if "CTED".contains(from.letter) || from == .closureRequested && to != .closed, isInTable,
      to != .duplicate
    {
      missing.insert(
        FieldProblem("status", .reasonRequired),
        at: to == .active || from == .closureRequested ? 1 : 0)
    }
    // Who asked for a closing that is refused learns what comes next.
    if from == .closureRequested, to == .monitoring {
      missing.append(FieldProblem("nextAction", .nextActionRequired))
    }
    expectNoDifference(move.problems(for: Case(), facts: nothing), isInTable ? missing : notAllowed)
    expectNoDifference(
      move.problems(for: Self.ready, facts: Self.everything), isInTable ? [] : notAllowed)
  }

  private static var everything: CaseFacts {
    var facts = CaseFacts(reason: "理由", hasNextAction: true, failedContacts: 3)
    facts.hasAssessment = true
    facts.hasGoal = true
    facts.isSupervisor = true
    facts.consents = [ConsentScope.receivingSupport, .collectionAndUse, .municipalities].map {
      scope in
      var consent = Consent()
      consent.scope = scope
      consent.on = facts.today
      return consent
    }
    return facts
  }

  private static var ready: Case {
    var ready = Case()
    ready.owner = Reference(RecordID(1))
    ready.checkIntervalDays = 14
    ready.resumeOn = CivilDate(dayNumber: 20_000)
    ready.closureReason = .goalsMet
    ready.outcome = "就職"
    ready.receivingBody = "市役所"
    ready.survivingCase = Reference(RecordID(2))
    return ready
  }

  @Test func `lets nobody approve a closing they asked for where somebody else may`() {
    var record = Self.ready
    record.closureRequestedBy = Reference(RecordID(1))
    var facts = Self.everything
    facts.viewer = RecordID(1)
    let move = CaseMove(from: .closureRequested, to: .closed)
    #expect(move.problems(for: record, facts: facts) == [])
    facts.hasOtherSupervisor = true
    #expect(move.problems(for: record, facts: facts) == [FieldProblem("status", .otherSupervisor)])
    facts.viewer = RecordID(2)
    #expect(move.problems(for: record, facts: facts) == [])
  }

  @Test func `counts a consent only while it is in force, and for whom it names`() {
    var facts = Self.everything
    let today = CivilDate(dayNumber: 20_000)
    facts.today = today
    let transfer = CaseMove(from: .active, to: .transferred)
    var consent = Consent()
    consent.scope = .municipalities
    consent.on = today
    func isRefused(_ consent: Consent) -> Bool {
      facts.consents = [consent]
      return !transfer.problems(for: Self.ready, facts: facts).isEmpty
    }
    #expect(!isRefused(consent))
    consent.recipient = "市役所"
    #expect(!isRefused(consent))
    consent.recipient = "県庁"
    #expect(isRefused(consent))
    consent.recipient = ""
    consent.expires = today.adding(days: -1)
    #expect(isRefused(consent))
    consent.expires = nil
    consent.status = .withdrawn
    #expect(isRefused(consent))
    consent.status = .given
    consent.scope = .publicity
    #expect(isRefused(consent))
  }

  @Test func `checks the move when a case is saved`() {
    var before = Case()
    before.opened = CivilDate(dayNumber: 20_000)
    before.status = .inquiry
    var after = before
    after.status = .closed
    let problems = RecordDescription.of(.case).problems(in: after.values, before: before.values)
    #expect(problems.map(\.code) == [.moveNotAllowed])
    #expect(RecordDescription.of(.case).problems(in: after.values, before: nil) == [])
    #expect(RecordDescription.of(.case).problems(in: before.values, before: before.values) == [])
  }

  @Test func `gives every status a letter of its own`() {
    #expect(Set(CaseStatus.allCases.map(\.letter)).count == CaseStatus.allCases.count)
  }
}
