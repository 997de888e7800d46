import Casework
import Testing

/// What a basis usually allows (ISSJ issj.org ?p=2809; JAR refugee.or.jp ?p=3804).
struct EntitlementTests {
  @Test func `reads every row, each with its source`() {
    #expect(Entitlement.all.count == 11)
    #expect(Entitlement.all.allSatisfy { $0.source.count > 5 && $0.checked.hasPrefix("20") })
  }

  @Test func `tells the bases apart`() throws {
    let short = try #require(Entitlement.of(.designatedActivities, .applicant2Months, nil))
    #expect(!short.residentRegistration && !short.healthInsurance && short.work == .no)
    let half = try #require(Entitlement.of(.designatedActivities, .applicant6MonthsWork, nil))
    #expect(half.residentRegistration && half.healthInsurance && half.work == .paper)
    let settled = try #require(Entitlement.of(.longTermResident, nil, nil))
    #expect(settled.work == .yes && !settled.isUnverified)
    let released = try #require(Entitlement.of(.none, nil, .provisionalRelease))
    #expect(!released.residentRegistration && released.work == .no)
    let monitored = try #require(Entitlement.of(.none, nil, .monitoringBeforeOrder))
    #expect(monitored.work == .exception && monitored.isUnverified)
    #expect(Entitlement.of(.none, nil, .overstay) == nil)
    #expect(Entitlement.of(.designatedActivities, nil, nil) == nil)
  }
}
