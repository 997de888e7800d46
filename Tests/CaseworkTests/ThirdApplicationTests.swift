import Casework
import Testing

/// From the third application on removal is possible unless new material is filed.
struct ThirdApplicationTests {
  private func material(_ build: (inout CaseOfDeadlines) -> Void) -> Deadline? {
    var record = CaseOfDeadlines()
    build(&record)
    return record.first(.newMaterial)
  }

  @Test(arguments: [nil, 1, 2] as [Int?])
  func `says nothing of the first and the second`(number: Int?) {
    let found = material { record in
      record.procedure(.reapplication, "2026-05-10") { $0.applicationNumber = number }
    }
    #expect(found == nil)
  }

  @Test(arguments: [3, 4, 7]) func `asks for material from the third on`(number: Int) {
    let found = material { record in
      record.procedure(.reapplication, "2026-05-10") { $0.applicationNumber = number }
    }
    #expect(found?.done == nil && found?.category == .critical)
    #expect(found?.doubts == [])
  }

  @Test func `counts the rows where nobody says which it is, and says so`() {
    let found = material {
      $0.procedure(.applicationRefugee, "2019-01-10")
      $0.procedure(.appealDismissed, "2021-01-10", notice: "2021-01-10")
      $0.procedure(.reapplication, "2021-02-10")
      $0.procedure(.appealDismissed, "2024-01-10", notice: "2024-01-10")
      $0.procedure(.reapplication, "2024-06-20")
    }
    #expect(found?.countedFrom == CaseOfDeadlines.day("2024-06-20"))
    #expect(found?.doubts == [.assumed])
  }

  @Test(arguments: [ProcedureStage.interview, .denied, .appeal, .lawsuit])
  func `goes on while the application has not come to its end`(stage: ProcedureStage) {
    let found = material { record in
      record.procedure(.reapplication, "2026-05-10") { $0.applicationNumber = 3 }
      record.procedure(stage, "2026-09-01", notice: "2026-09-01")
    }
    #expect(found != nil)
  }

  @Test(arguments: [
    ProcedureStage.grantedRefugee, .grantedComplementary, .deniedHumanitarian, .appealDismissed,
    .withdrawn,
  ])
  func `ends with it`(stage: ProcedureStage) {
    let found = material { record in
      record.procedure(.reapplication, "2026-05-10") { $0.applicationNumber = 3 }
      record.procedure(stage, "2026-09-01", notice: "2026-09-01")
    }
    #expect(found == nil)
  }

  @Test func `is done once material was filed`() {
    let found = material { record in
      record.procedure(.reapplication, "2026-05-10") {
        $0.applicationNumber = 3
        $0.newMaterialOn = CaseOfDeadlines.day("2026-05-20")
      }
    }
    #expect(found?.done == CaseOfDeadlines.day("2026-05-20"))
  }

  @Test func `does not see a row that another corrects`() {
    var (wrong, right) = (ProcedureRow(), ProcedureRow())
    (wrong.procedureStage, wrong.applicationNumber) = (.reapplication, 3)
    (right.procedureStage, right.applicationNumber) = (.reapplication, 2)
    right.corrects = Reference(RecordID(1))
    #expect(ProcedureCourse.unprotected(of: [(RecordID(1), wrong)]) == wrong)
    #expect(ProcedureCourse.unprotected(of: [(RecordID(1), wrong), (RecordID(2), right)]) == nil)
  }
}
