import Casework
import Testing

/// The rules as data.
struct DeadlineRuleTests {
  @Test func `reads every row of the table`() {
    #expect(DeadlineRule.all.map(\.id.rawValue) == DeadlineRuleID.catalogue.codes)
    #expect(DeadlineRule.all.count == 61)
  }

  @Test(arguments: DeadlineRule.all)
  func `says where it comes from, when it was checked and when to warn`(rule: DeadlineRule) {
    #expect(rule.source.count > 5)
    #expect(rule.checked.hasPrefix("20"))
    #expect(rule.warningDays.last == 0)
    #expect(rule.warningDays == rule.warningDays.sorted(by: >))
    #expect(DeadlineRule.of(rule.id) == rule)
  }

  /// The marks † of the domain reference: a rule known by hearsay is never shown as a fact.
  @Test func `does not call law what nobody found in a source`() {
    let unsure = DeadlineRule.all.filter { $0.standing == .confirm }.map(\.id)
    #expect(unsure == [.courtAppeal, .eightMonthsSinceApplication, .permanentCardIssued])
  }

  @Test func `knows the ids that the rules of the program name`() {
    let named: [DeadlineRuleID] = [
      .periodOfStay, .shortStayApplication, .renewalWindow, .specialPeriod, .birthNotice,
      .statusAcquisition, .stayWithoutStatus, .oralHearing, .objection, .decisionLawsuit,
      .orderLawsuit, .appeal, .lawsuit,
      .lawsuitYear, .courtAppeal, .newMaterial, .refugeeApplication,
      .sixMonthsSinceApplication, .eightMonthsSinceApplication, .monitoringReport,
      .supervisorsReport, .provisionalRelease, .addressNotice, .healthInsurance,
      .employersReport, .employersReportLeaving, .changeOfEmployerNotice, .leavingNotice,
      .organisationChange, .spouseNotice, .workPermissionCheck, .workPermissionExpiry,
      .retentionCheck1,
      .retentionCheck3, .retentionCheck6, .retentionCheck12, .documentExpiry, .lostCard,
      .changedCard, .cardAt16, .permanentCard, .permanentCardIssued, .consentExpiry,
      .consentMissing, .recallSharing, .referralSilent, .goalDue, .resume, .vettingExpiry,
      .stayCheckIn1, .stayCheckIn3, .stayCheckIn7, .stayCheckInBiweekly, .stayUrgent,
      .guestWhereabouts, .stayMoveOn, .hostConcern, .contactOverdue, .ledgerRetention,
      .retention,
      .applicationDocuments,
    ]
    #expect(named == DeadlineRule.all.map(\.id))
  }
}
