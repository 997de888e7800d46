import Casework
import CustomDump
import Testing

/// What every legal axis keeps of its history, the same on all four.
@Suite struct `The history of a legal axis` {
  private static let axes: [RecordKind] = [
    .supportCategory, .procedure, .residence, .workPermission,
  ]

  /// Runs a check for the type of each axis.
  private func forEach(_ kind: RecordKind, _ check: (any AxisRow.Type) -> Void) throws {
    check(try #require(kind.recordType as? any AxisRow.Type))
  }

  private func row<R: AxisRow>(
    _ type: R.Type, _ today: CivilDate, _ change: (inout R) -> Void = { _ in }
  ) -> R {
    var row = R()
    row.case = Reference(RecordID(4))
    row.on = today.adding(days: -3)
    change(&row)
    return row
  }

  @Test func `is kept of four kinds and of no other`() {
    #expect(
      RecordKind.allCases.filter { RecordDescription.of($0).keepsHistory }.map(\.rawValue).sorted()
        == Self.axes.map(\.rawValue).sorted())
    for kind in Self.axes {
      #expect(RecordDescription.of(kind).timelineField == "on")
      #expect(RecordDescription.of(kind).defaultSort == "-on")
    }
  }

  @Test(arguments: axes, StaySetting.days)
  func `says nothing of days to come`(_ kind: RecordKind, _ today: CivilDate) throws {
    func check<R: AxisRow>(_ type: R.Type) {
      for (on, confirmed) in [(0, 0), (1, 0), (0, 1), (1, 2)] {
        let row = row(type, today) {
          $0.on = today.adding(days: on)
          ($0.document, $0.confirmedBy) = (Reference(RecordID(5)), Reference(RecordID(1)))
          $0.confirmedOn = today.adding(days: confirmed)
        }
        var expected: [FieldProblem] = []
        if on > 0 { expected.append(FieldProblem("on", .dateInFuture)) }
        if confirmed > 0 { expected.append(FieldProblem("confirmedOn", .dateInFuture)) }
        expectNoDifference(row.problems(before: nil, facts: CaseFacts(today: today)), expected)
      }
    }
    try forEach(kind) { check($0) }
  }

  @Test(arguments: axes, 0..<8)
  func `is confirmed by all of paper, person and day, or by none`(
    _ kind: RecordKind, _ there: Int
  ) throws {
    let today = StaySetting.days[1]
    func check<R: AxisRow>(_ type: R.Type) {
      let row = row(type, today) {
        if there & 1 > 0 { $0.document = Reference(RecordID(5)) }
        if there & 2 > 0 { $0.confirmedBy = Reference(RecordID(1)) }
        if there & 4 > 0 { $0.confirmedOn = today }
      }
      let missing = [(1, "document"), (2, "confirmedBy"), (4, "confirmedOn")]
        .filter { there > 0 && there & $0.0 == 0 }.map { FieldProblem($0.1, .required) }
      expectNoDifference(row.problems(before: nil, facts: CaseFacts(today: today)), missing)
      #expect(row.isConfirmed == (there == 7))
    }
    try forEach(kind) { check($0) }
  }

  @Test(arguments: axes) func `refers to papers and rows of its own case`(_ kind: RecordKind) throws
  {
    let today = StaySetting.days[2]
    func check<R: AxisRow>(_ type: R.Type) {
      for (document, corrects) in [(4, 4), (9, 4), (4, 9), (9, 9)] as [(Int64, Int64)] {
        var facts = CaseFacts(today: today)
        facts.casesOfLinks = ["document": RecordID(document), "corrects": RecordID(corrects)]
        var expected: [FieldProblem] = []
        if document == 9 { expected.append(FieldProblem("document", .otherCase)) }
        if corrects == 9 { expected.append(FieldProblem("corrects", .otherCase)) }
        expectNoDifference(row(type, today).problems(before: nil, facts: facts), expected)
      }
    }
    try forEach(kind) { check($0) }
  }

  @Test(arguments: axes, StaySetting.days)
  func `is filled in where it was empty, and never rewritten`(
    _ kind: RecordKind, _ today: CivilDate
  ) throws {
    func check<R: AxisRow>(_ type: R.Type) {
      let confirm: (inout R) -> Void = {
        ($0.document, $0.confirmedBy) = (Reference(RecordID(5)), Reference(RecordID(1)))
        ($0.confirmedOn, $0.notes) = (today, "電話で確認")
      }
      let (empty, full) = (row(type, today), row(type, today, confirm))
      let facts = CaseFacts(today: today)
      func rewritten(_ before: R, _ change: (inout R) -> Void) -> [FieldProblem] {
        var after = before
        change(&after)
        return after.problems(before: before, facts: facts).filter { $0.code == .historyKept }
      }
      func kept(_ fields: String...) -> [FieldProblem] {
        fields.map { FieldProblem($0, .historyKept) }
      }
      expectNoDifference(rewritten(empty, confirm), [])
      expectNoDifference(rewritten(full) { $0.notes = "別のメモ" }, [])
      expectNoDifference(rewritten(full) { $0.notes = "" }, [])
      expectNoDifference(rewritten(full) { $0.on = today }, kept("on"))
      expectNoDifference(rewritten(full) { $0.case = Reference(RecordID(8)) }, kept("case"))
      expectNoDifference(
        rewritten(full) { $0.document = Reference(RecordID(6)) }, kept("document"))
      expectNoDifference(
        rewritten(full) {
          ($0.document, $0.confirmedBy, $0.confirmedOn) = (nil, nil, nil)
        }, kept("confirmedBy", "confirmedOn", "document"))
      // Which row it corrects is said at once or never.
      expectNoDifference(
        rewritten(empty) { $0.corrects = Reference(RecordID(3)) }, kept("corrects"))
      let correcting = row(type, today) { $0.corrects = Reference(RecordID(3)) }
      expectNoDifference(correcting.problems(before: nil, facts: facts), [])
      expectNoDifference(rewritten(correcting) { $0.corrects = nil }, kept("corrects"))
    }
    try forEach(kind) { check($0) }
  }

  // MARK: What stands against a row that confirms nothing

  private func standing(
    _ permission: WorkPermission, on day: CivilDate?, confirmed: Bool = true
  ) -> WorkPermissionRow {
    var row = WorkPermissionRow()
    (row.workPermission, row.on) = (permission, day)
    if confirmed {
      (row.document, row.confirmedBy) = (Reference(RecordID(5)), Reference(RecordID(1)))
      row.confirmedOn = day
    }
    return row
  }

  @Test(arguments: WorkPermission.allCases, StaySetting.days)
  func `is not put in doubt by a later row that says less`(
    _ permission: WorkPermission, _ today: CivilDate
  ) {
    let since = today.adding(days: -20)
    var facts = CaseFacts(today: today)
    facts.permissionID = RecordID(7)
    func problems(
      _ days: Int?, confirmed: Bool = true, corrects: Int64? = nil, before: WorkPermissionRow? = nil
    ) -> [FieldProblem] {
      facts.permission = standing(permission, on: since, confirmed: confirmed)
      var row = standing(.toBeConfirmed, on: days.map { since.adding(days: $0) }, confirmed: false)
      row.corrects = corrects.map { Reference(RecordID($0)) }
      return row.problems(before: before, facts: facts).filter { $0.code == .saysLess }
    }
    let refused =
      permission == .toBeConfirmed
      ? []
      : [
        FieldProblem(
          "workPermission", .saysLess, .label("workPermission.\(permission.rawValue)"),
          .date(since))
      ]
    for days in [0, 1, 20] { expectNoDifference(problems(days), refused) }
    expectNoDifference(problems(nil), refused)
    expectNoDifference(problems(-1), [])
    expectNoDifference(problems(1, confirmed: false), [])
    expectNoDifference(problems(1, corrects: 7), [])
    expectNoDifference(problems(1, corrects: 6), refused)
    expectNoDifference(problems(1, before: standing(.toBeConfirmed, on: since)), [])
  }
}
