import Labels
import Testing

/// The two tables as they stand.
struct LabelTablesTests {
  let ja = Words(.ja)
  let en = Words(.en)

  @Test func `both languages hold the same keys`() {
    #expect(ja.keys.count > 1000)
    #expect(Set(ja.keys).symmetricDifference(en.keys).sorted() == [])
  }
}
