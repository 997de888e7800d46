/// What each party pays for a home, so that homes choose among the parties each for itself: what they
/// choose together is worth at least what the best plan is.
///
/// Lagrange's relaxation of "a party in one home": a home alone finds the best parties one after
/// another in one walk along its days, whatever the number of days. The prices are moved until no
/// party is wanted twice (subgradients with Polyak's step).
struct StayPrices {
  let pairs: StayPairs
  /// What a pair is worth without the price.
  private let worth: [Double]
  /// Taken from the sum: what the parties must come to at least, weighed.
  private let offset: Double
  private(set) var prices: [Double]
  /// The least that was found so far, with its prices.
  private(set) var bound = Double.infinity
  private(set) var best: [Double]
  /// The pairs that homes chose last.
  private(set) var chosen: [Int] = []

  private var walk: [Double] = []
  private var hasChoice: [Bool]

  init(_ pairs: StayPairs, worth: [Double], offset: Double, prices: [Double]) {
    self.pairs = pairs
    self.worth = worth
    self.offset = offset
    self.prices = prices
    best = prices
    hasChoice = Array(repeating: false, count: prices.count)
    for party in pairs.party { hasChoice[party] = true }
  }

  /// What all homes together find best at these prices.
  mutating func look() {
    var sum = prices.reduce(-offset, +)
    chosen.removeAll(keepingCapacity: true)
    for home in 0..<(pairs.starts.count - 1) {
      sum += choose(pairs.starts[home], pairs.starts[home + 1])
    }
    guard sum < bound else { return }
    bound = sum
    best = prices
  }

  /// Lets all prices fall by a step, and each party that a home chooses rise by it before the next
  /// home chooses.
  ///
  /// - Parameter isSigned: whether each party has to be in the plan, so that it may be paid for.
  mutating func move(by step: Double, isSigned: Bool) {
    // Who has no choice is in no plan, and pays nothing.
    for party in prices.indices where hasChoice[party] {
      prices[party] = isSigned ? prices[party] - step : max(0, prices[party] - step)
    }
    for home in 0..<(pairs.starts.count - 1) {
      chosen.removeAll(keepingCapacity: true)
      _ = choose(pairs.starts[home], pairs.starts[home + 1])
      for pair in chosen { prices[pairs.party[pair]] += step }
    }
  }

  /// The best parties one after another for one home; what they are worth to it.
  private mutating func choose(_ start: Int, _ end: Int) -> Double {
    let count = end - start
    guard count > 0 else { return 0 }
    if walk.count <= count { walk += Array(repeating: 0, count: count + 1 - walk.count) }
    var best = 0.0
    walk[0] = 0
    for place in 0..<count {
      let pair = start + place
      let with = walk[pairs.before[pair]] + worth[pair] - prices[pairs.party[pair]]
      if with > best { best = with }
      walk[place + 1] = best
    }
    var place = count
    while place > 0 {
      if walk[place] == walk[place - 1] {
        place -= 1
        continue
      }
      let pair = start + place - 1
      chosen.append(pair)
      place = pairs.before[pair]
    }
    return best
  }

  /// For each pair, what all could come to at most where it is part of the plan.
  func most() -> [Double] {
    var most = [Double](repeating: 0, count: pairs.count)
    var sum = best.reduce(-offset, +)
    var own = [Double](repeating: 0, count: pairs.starts.count)
    for home in 0..<(pairs.starts.count - 1) {
      let range = pairs.starts[home]..<pairs.starts[home + 1]
      let worths = range.map { worth[$0] - best[pairs.party[$0]] }
      var upTo = [0.0]
      for (place, pair) in range.enumerated() {
        upTo.append(max(upTo[place], upTo[pairs.before[pair]] + worths[place]))
      }
      own[home] = upTo[range.count]
      sum += own[home]
      // The same backwards: what is best from a day on.
      let order = range.sorted { pairs.nights[$0].first > pairs.nights[$1].first }
      let firsts = order.map { -pairs.nights[$0].first }
      var from = [0.0]
      for (place, pair) in order.enumerated() {
        let after = firsts.countUpTo(-pairs.nights[pair].leaving)
        from.append(max(from[place], from[after] + worths[pair - range.lowerBound]))
      }
      for (place, pair) in range.enumerated() {
        let after = firsts.countUpTo(-pairs.nights[pair].leaving)
        most[pair] = upTo[pairs.before[pair]] + worths[place] + from[after] - own[home]
      }
    }
    for pair in most.indices { most[pair] += sum }
    return most
  }
}

extension [Int] {
  /// How many of them, which ascend, are no more than a number.
  func countUpTo(_ number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
