import Casework
import CustomDump
import Testing

struct CaseMoveTests {
  /// The table of moves by the letters of the statuses.
  static let moves: [Character: String] = [
    "Q": "IEDT", "I": "SHUEDT", "S": "PAHUTR", "P": "AHUTR", "A": "MSHUTR", "M": "AHUTR",
    "H": "AMSRTU", "U": "AIR", "R": "CAM", "C": "AS", "T": "S", "E": "I", "D": "",
  ]
  /// What each status asks for, of a case that has nothing.
  static let missing: [Character: [FieldProblem]] = [
    "A": [FieldProblem("owner", .ownerRequired), FieldProblem("nextAction", .nextActionRequired)],
    "P": [FieldProblem("nextAction", .nextActionRequired)],
    "M": [FieldProblem("checkIntervalDays", .required)],
    "H": [FieldProblem("resumeOn", .required), FieldProblem("status", .reasonRequired)],
    "U": [FieldProblem("status", .threeAttemptsRequired, .number(2))],
    "R": [
      FieldProblem("status", .openStays, .number(1)),
      FieldProblem("status", .openPlacements, .number(3)),
    ],
    "C": [
      FieldProblem("closureReason", .required), FieldProblem("outcome", .required),
      FieldProblem("status", .reasonRequired),
    ],
    "T": [FieldProblem("receivingBody", .required)],
    "E": [FieldProblem("receivingBody", .required), FieldProblem("status", .reasonRequired)],
    "D": [FieldProblem("survivingCase", .required)],
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
    let nothing = CaseFacts(failedContacts: 2, openStays: 1, openPlacements: 3)
    var missing = Self.missing[to.letter] ?? []
    if "CTED".contains(from.letter), isInTable {
      missing.insert(FieldProblem("status", .reasonRequired), at: to == .active ? 1 : 0)
    }
    expectNoDifference(move.problems(for: Case(), facts: nothing), isInTable ? missing : notAllowed)
    expectNoDifference(
      move.problems(for: Self.ready, facts: Self.everything), isInTable ? [] : notAllowed)
  }

  private static let everything = CaseFacts(reason: "理由", hasNextAction: true, failedContacts: 3)
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
