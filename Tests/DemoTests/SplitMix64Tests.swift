import Testing

@testable import Demo

@Suite struct SplitMix64Tests {
  @Test func `gives the numbers of the published generator`() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test(arguments: [
    (0, [0, 0, 0]), (1, [1, 0, 0]), (2, [1, 1, 0]), (3, [1, 1, 1]), (10, [6, 3, 1]),
    (20, [12, 6, 2]),
  ])
  func `deals by shares, each at least once where there is room`(count: Int, expected: [Int]) {
    var random = SplitMix64(seed: 1)
    let dealt = random.deal([("a", 6), ("b", 3), ("c", 1)], count: count)
    #expect(["a", "b", "c"].map { item in dealt.count { $0 == item } } == expected)
  }

  @Test func `weighs by shares`() {
    var random = SplitMix64(seed: 1)
    let drawn = (0..<1000).map { _ in random.weigh(("a", 6), ("b", 3), ("c", 1)) }
    #expect((550...650).contains(drawn.count { $0 == "a" }))
    #expect((70...130).contains(drawn.count { $0 == "c" }))
  }

  @Test func `deals in random order`() {
    var random = SplitMix64(seed: 1)
    let dealt = random.deal([("a", 1), ("b", 1)], count: 40)
    #expect(dealt != dealt.sorted())
    #expect(random.deal([("a", 1), ("b", 1)], count: 40) != dealt)
  }
}
