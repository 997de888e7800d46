import Casework
import Testing

@Suite struct `Records told as spans` {
  @Test(
    arguments: [
      ([], ""), ([5], "5"), ([3, 1, 2, 2], "1-3"), ([9, 1, 2, 4, 5, 7], "1-2,4-5,7,9"),
    ] as [([Int64], String)])
  func `come back as they were`(ids: [Int64], text: String) {
    #expect(RecordSpans.text(ids.map { RecordID($0) }) == text)
    #expect(Set(RecordSpans.ranges(text).flatMap(Array.init)) == Set(ids))
  }

  @Test func `are none of what is no span`() {
    #expect(RecordSpans.ranges("x,5-3,1-2-3,,8") == [8...8])
  }
}
