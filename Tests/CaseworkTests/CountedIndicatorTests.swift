import Casework
import Testing

struct CountedIndicatorTests {
  @Test func `are those that are told since the organisation began`() {
    let told = Indicator.all.filter(\.accumulates).map(\.code)
    #expect(Set(CountedIndicator.catalogue.codes) == Set(told))
    #expect(CountedIndicator.catalogue.codes.count == told.count)
  }
}
