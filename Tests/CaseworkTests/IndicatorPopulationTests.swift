import Casework
import Testing

struct IndicatorPopulationTests {
  private let today = CivilDate(dayNumber: 20_000)

  @Test func `only shares look for hits, and each of them does`() {
    for indicator in Indicator.all {
      #expect(
        indicator.hits(today, in: today...today).isEmpty == (indicator.aggregate != .share),
        "\(indicator.code)")
    }
  }

  @Test(arguments: [Indicator.caseload, .legalSupport, .livingSupport, .statusChanges, .persons])
  func `what stands behind an indicator narrows what it counts`(indicator: Indicator) {
    #expect(!indicator.query(today).filters.isEmpty, "\(indicator.code)")
  }
}
