import Casework
import Testing

/// Who tells the authority of what, by status: article 19-16 of the Act, of 2024 (riri-office.com,
/// visa-com.jp).
struct OrganisationNoticeTests {
  private static let activity: [StatusOfResidence] = [
    .professor, .businessManager, .legalAccounting, .medical, .instructor, .intraCompanyTransferee,
    .technicalIntern, .student, .trainee,
  ]
  private static let contract: [StatusOfResidence] = [
    .highlySkilledProfessional, .researcher, .engineer, .nursingCare, .entertainer, .skilledLabor,
    .specifiedSkilledWorker,
  ]
  private static let spouse: [StatusOfResidence] = [
    .dependent, .spouseOfJapanese, .spouseOfPermanentResident,
  ]

  private func notices(_ status: StatusOfResidence) -> [String] {
    var record = CaseOfDeadlines()
    record.residence(status, "2025-04-01", expires: "2028-04-01", months: 36) {
      $0.organisationLeftOn = CaseOfDeadlines.day("2026-03-31")
      $0.organisationJoinedOn = CaseOfDeadlines.day("2026-04-05")
      $0.organisationChangedOn = CaseOfDeadlines.day("2026-04-10")
      $0.spouseEndedOn = CaseOfDeadlines.day("2026-05-01")
    }
    let rules: [DeadlineRuleID] = [
      .leavingNotice, .changeOfEmployerNotice, .organisationChange, .spouseNotice,
    ]
    return record.deadlines.filter { rules.contains($0.rule) }
      .map { "\($0.date) \($0.rule.rawValue)" }
  }

  @Test(arguments: StatusOfResidence.allCases)
  func `each status tells what it rests on and nothing else`(status: StatusOfResidence) {
    let expected: [String] =
      if Self.activity.contains(status) || Self.contract.contains(status) {
        [
          "2026-04-14 leaving_notice", "2026-04-19 change_of_employer_notice",
          "2026-04-24 organisation_change",
        ]
      } else if Self.spouse.contains(status) {
        ["2026-05-15 spouse_notice"]
      } else {
        []
      }
    #expect(notices(status) == expected)
  }

  /// A job beside the studies is not what a student is here for.
  @Test func `a student's job is no organisation to tell of`() {
    func rules(_ status: StatusOfResidence) -> Set<DeadlineRuleID> {
      var record = CaseOfDeadlines()
      record.residence(status, "2025-04-01", expires: "2028-04-01", months: 36)
      record.placement(.left, "2026-02-20", started: "2025-04-01", ended: "2026-02-20")
      return Set(record.deadlines.map(\.rule)).intersection([
        .leavingNotice, .changeOfEmployerNotice,
      ])
    }
    #expect(rules(.student) == [])
    #expect(rules(.engineer) == [.leavingNotice, .changeOfEmployerNotice])
  }
}
