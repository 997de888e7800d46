import Casework
import CustomDump
import Testing

/// The rules that every row of a legal axis keeps.
struct AxisRowTests {
  private static let facts = CaseFacts(today: CaseOfDeadlines.day("2026-10-03"))

  private var seen: WorkPermissionRow {
    var row = WorkPermissionRow()
    row.on = CaseOfDeadlines.day("2026-09-01")
    row.workPermission = .withinDesignation
    row.document = Reference(RecordID(5))
    row.confirmedBy = Reference(RecordID(1))
    row.confirmedOn = CaseOfDeadlines.day("2026-09-02")
    return row
  }

  private func facts(_ evidence: DocumentType, of owner: Int64 = 0) -> CaseFacts {
    var facts = Self.facts
    facts.evidence = evidence
    facts.casesOfLinks = ["document": RecordID(owner)]
    return facts
  }

  @Test(arguments: WorkPermission.allCases)
  func `takes no word on work without a paper`(permission: WorkPermission) {
    var row = WorkPermissionRow()
    row.on = CaseOfDeadlines.day("2026-09-01")
    row.workPermission = permission
    let problems = row.problems(before: nil, facts: Self.facts)
    let expected =
      permission == .toBeConfirmed ? [] : [FieldProblem("document", .evidenceRequired)]
    expectNoDifference(problems, expected)
    #expect(WorkPermissionRow().workPermission == .toBeConfirmed)
  }

  /// office-hiura.com ?p=2246: for designated activities only the designation paper tells.
  @Test func `takes the residence card for no proof of what the designation paper says`() {
    #expect(seen.problems(before: nil, facts: facts(.designationPaper)) == [])
    #expect(seen.problems(before: nil, facts: facts(.residenceCard)).map(\.code) == [.noEvidence])
    var free = seen
    free.workPermission = .unrestricted
    #expect(free.problems(before: nil, facts: facts(.residenceCard)) == [])
    #expect(free.problems(before: nil, facts: facts(.passport)).map(\.code) == [.noEvidence])
  }

  @Test func `takes no paper of another case`() {
    let problems = seen.problems(before: nil, facts: facts(.designationPaper, of: 9))
    #expect(problems == [FieldProblem("document", .otherCase)])
  }

  @Test func `wants all of a confirmation or none of it`() {
    var row = ResidenceRow()
    row.on = CaseOfDeadlines.day("2026-09-01")
    row.document = Reference(RecordID(5))
    expectNoDifference(
      row.problems(before: nil, facts: Self.facts),
      [FieldProblem("confirmedBy", .required), FieldProblem("confirmedOn", .required)])
    row.confirmedBy = Reference(RecordID(1))
    row.confirmedOn = CaseOfDeadlines.day("2026-10-04")
    #expect(
      row.problems(before: nil, facts: Self.facts) == [FieldProblem("confirmedOn", .dateInFuture)])
  }

  @Test func `fills in what is missing and rewrites nothing`() {
    var before = ResidenceRow()
    before.on = CaseOfDeadlines.day("2026-09-01")
    var after = before
    after.expires = CaseOfDeadlines.day("2027-03-01")
    after.notes = "read on the phone"
    #expect(after.problems(before: before, facts: Self.facts) == [])
    var other = after
    other.statusOfResidence = .student
    other.expires = CaseOfDeadlines.day("2027-09-01")
    other.notes = "another remark"
    expectNoDifference(
      other.problems(before: after, facts: Self.facts),
      [FieldProblem("expires", .historyKept), FieldProblem("statusOfResidence", .historyKept)])
    after.corrects = Reference(RecordID(3))
    #expect(
      after.problems(before: before, facts: Self.facts)
        == [FieldProblem("corrects", .historyKept)])
  }

  @Test func `keeps a kind and a basis to the status they belong to`() {
    var row = ResidenceRow()
    row.on = CaseOfDeadlines.day("2026-09-01")
    row.statusOfResidence = .student
    row.designatedActivityKind = .departure
    row.stayBasis = .overstay
    row.expires = CaseOfDeadlines.day("2026-08-01")
    let problems = row.problems(before: nil, facts: Self.facts)
    #expect(
      problems.map(\.field) == ["expires", "designatedActivityKind", "stayBasis"])
  }

  @Test(arguments: DesignatedActivityKind.allCases)
  func `takes a kind that says work is permitted by the designation paper alone`(
    kind: DesignatedActivityKind
  ) {
    var row = ResidenceRow()
    row.on = CaseOfDeadlines.day("2026-09-01")
    row.designatedActivityKind = kind
    let problems = row.problems(before: nil, facts: Self.facts)
    let expected = kind.namesWork ? [FieldProblem("document", .evidenceRequired)] : []
    expectNoDifference(problems, expected)
    row.document = Reference(RecordID(5))
    row.confirmedBy = Reference(RecordID(1))
    row.confirmedOn = row.on
    #expect(row.problems(before: nil, facts: facts(.designationPaper)) == [])
    #expect(
      row.problems(before: nil, facts: facts(.residenceCard)).map(\.code)
        == (kind.namesWork ? [.noEvidence] : []))
  }

  @Test func `keeps of a number the last two characters, and of an individual number none`() {
    #expect(MaskedNumber.ending(of: "AB12345678CD") == "CD")
    #expect(MaskedNumber.ending(of: " ＡＢ１２３４５６７８ｃｄ ") == "CD")
    #expect(MaskedNumber.ending(of: "TK 123-45-6 7") == "67")
    #expect(MaskedNumber.ending(of: "-") == "")
    var paper = Document()
    paper.type = .myNumber
    paper.on = CaseOfDeadlines.day("2026-09-01")
    paper.numberEnding = "12"
    #expect(
      paper.problems(before: nil, facts: Self.facts)
        == [FieldProblem("numberEnding", .numberNotKept)])
  }
}
