/// Numbers that look random and are the same for the same seed on every machine.
///
/// SplitMix64 by Steele, Lea and Flood (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix64 {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of `items`, or nil where there are none.
  mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &self) }

  /// One of a few choices named on the spot, each as often as its share says.
  mutating func weigh<Item>(_ first: (Item, Int), _ rest: (Item, Int)...) -> Item {
    var position = number(1...rest.reduce(first.1) { $0 + $1.1 }) - first.1
    for (item, share) in rest where position > 0 {
      position -= share
      if position <= 0 { return item }
    }
    return first.0
  }

  /// `count` items in random order, as many of each as its share says.
  ///
  /// Where `count` allows, each is there at least once.
  mutating func deal<Item>(_ shares: [(Item, Int)], count: Int) -> [Item] {
    let total = shares.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return [] }
    let least = count >= shares.count ? 1 : 0
    var counts = shares.map { max(least, count * $0.1 / total) }
    // What is owed to each, in units of 1/total of an item: the largest debt is paid first.
    func owed(_ index: Int) -> Int { count * shares[index].1 - counts[index] * total }
    while counts.reduce(0, +) > count,
      let most = counts.indices.filter({ counts[$0] > least }).min(by: { owed($0) < owed($1) })
    {
      counts[most] -= 1
    }
    while counts.reduce(0, +) < count, let most = counts.indices.max(by: { owed($0) < owed($1) }) {
      counts[most] += 1
    }
    return zip(shares, counts).flatMap { Array(repeating: $0.0, count: $1) }.shuffled(using: &self)
  }
}
