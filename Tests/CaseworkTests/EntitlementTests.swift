import Casework
import Testing

/// What a basis usually allows (ISSJ issj.org ?p=2809; JAR refugee.or.jp ?p=3804).
struct EntitlementTests {
  @Test func `reads every row, each with its source`() {
    #expect(Entitlement.all.count == 24)
    #expect(Entitlement.all.allSatisfy { $0.source.count > 5 && $0.checked.hasPrefix("20") })
  }

  @Test func `tells the bases apart`() throws {
    let short = try #require(Entitlement.of(.designatedActivities, .applicant2Months, nil))
    #expect(!short.residentRegistration && short.healthInsurance == .paper && short.work == .no)
    let half = try #require(Entitlement.of(.designatedActivities, .applicant6MonthsWork, nil))
    #expect(half.residentRegistration && half.healthInsurance == .yes && half.work == .paper)
    let settled = try #require(Entitlement.of(.longTermResident, nil, nil))
    #expect(settled.work == .yes && !settled.isUnverified)
    let released = try #require(Entitlement.of(.none, nil, .provisionalRelease))
    #expect(!released.residentRegistration && released.work == .no)
    let monitored = try #require(Entitlement.of(.none, nil, .monitoringBeforeOrder))
    #expect(monitored.work == .exception && monitored.isUnverified)
    let refuge = try #require(Entitlement.of(.none, nil, .temporaryRefuge))
    #expect(refuge.residentRegistration && refuge.healthInsurance == .yes && refuge.work == .no)
    #expect(Entitlement.of(.none, nil, .overstay)?.healthInsurance == .no)
    #expect(Entitlement.of(.engineer, nil, nil) == nil)
    #expect(Entitlement.of(.designatedActivities, nil, nil) == nil)
  }

  @Test func `says of each service one thing, law and practice apart`() {
    for status in StatusOfResidence.allCases {
      for isRegistered in [true, false] {
        let services = PublicService.of(status, isRegistered: isRegistered)
        #expect(services.map(\.service) == PublicService.Service.allCases)
        #expect(services.allSatisfy { $0.source.count > 5 && $0.checked.hasPrefix("20") })
      }
    }
    let without = PublicService.of(.none, isRegistered: false)
    let open = without.filter(\.isOpen).map(\.service)
    #expect(open == [.school, .maternalHealth, .assistedDelivery])
    #expect(without.first { $0.service == .publicAssistance }?.standing == .practice)
    let all = PublicService.of(.longTermResident, isRegistered: true)
    #expect(all.filter { !$0.isOpen } == [])
  }
}
