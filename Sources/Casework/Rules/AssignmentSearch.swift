/// An assignment of hosts as it grows a party at a time, with what each host costs who wants them.
struct AssignmentSearch {
  let parties: [StayAssignment.Party]
  /// How many choices may still be looked at.
  private(set) var work: Int
  /// The host of each party, and the party of each host; -1 for none.
  private(set) var hostOf: [Int32]
  private var partyOf: [Int32]
  /// What the home of a party is worth to it.
  private var held: [Int]
  /// Never above 0, and 0 of a host who is free.
  private var price: [Int]

  /// How a host is reached: what that costs at least, which party would come, and what the home is
  /// worth to it.
  private struct Way {
    var cost = 0
    var party: Int32 = -1
    var worth = 0
    /// In which search it was found.
    var round: Int32 = 0
  }
  private var ways: [Way]
  private var round: Int32 = 0
  private var heap = HostHeap()
  private var passed: [Int] = []

  /// Where the best way ends that is known so far: with a host who is free, or with a party that
  /// goes without.
  private struct End {
    var cost: Int
    var party: Int
    var host = -1
    var worth = 0
  }

  init(_ parties: [StayAssignment.Party], hosts: Int, work: Int) {
    self.parties = parties
    self.work = work
    hostOf = Array(repeating: -1, count: parties.count)
    partyOf = Array(repeating: -1, count: hosts)
    held = Array(repeating: 0, count: parties.count)
    price = Array(repeating: 0, count: hosts)
    ways = Array(repeating: Way(), count: hosts)
  }

  var worth: Int { held.reduce(0, +) }

  /// What no assignment can be worth more than, by the prices.
  var bound: Int {
    parties.reduce(-price.reduce(0, +)) { sum, party in
      sum + party.choices.reduce(0) { max($0, party.worth(of: $1) + price[$1.host]) }
    }
  }

  /// Finds a home for one more party, by the way that loses least.
  mutating func place(_ party: Int) {
    guard work > 0 else { return takeFree(party) }
    round += 1
    heap.removeAll()
    passed.removeAll(keepingCapacity: true)
    var end = End(cost: 0, party: party)
    look(from: party, at: 0, &end)
    while let (cost, host) = heap.pop(), cost < end.cost {
      guard work > 0 else { return takeFree(party) }
      guard cost == ways[host].cost else { continue }
      passed.append(host)
      let other = Int(partyOf[host])
      let base = cost + held[other] + price[host]
      if base < end.cost { end = End(cost: base, party: other) }
      look(from: other, at: base, &end)
    }
    for host in passed { price[host] += ways[host].cost - end.cost }
    exchange(end, for: party)
  }

  /// Looks at the homes of a party, best first, until they are dearer than the best end.
  private mutating func look(from party: Int, at base: Int, _ end: inout End) {
    let one = parties[party]
    for choice in one.choices {
      work -= 1
      let worth = one.worth(of: choice)
      guard base - worth < end.cost else { return }
      let host = choice.host
      let cost = base - worth - price[host]
      guard cost < end.cost, ways[host].round != round || cost < ways[host].cost else { continue }
      if partyOf[host] < 0 {
        end = End(cost: cost, party: party, host: host, worth: worth)
      } else {
        ways[host] = Way(cost: cost, party: Int32(party), worth: worth, round: round)
        heap.push(cost, host)
      }
    }
  }

  /// Lets each party on the way go over to the home that it wants instead of its own.
  private mutating func exchange(_ end: End, for party: Int) {
    var (host, taker, worth) = (end.host, end.party, end.worth)
    while true {
      let left = Int(hostOf[taker])
      give(host, to: taker, worth)
      guard taker != party, left >= 0 else { return }
      (host, taker, worth) = (left, Int(ways[left].party), ways[left].worth)
    }
  }

  private mutating func give(_ host: Int, to party: Int, _ worth: Int) {
    hostOf[party] = Int32(host)
    held[party] = worth
    if host >= 0 { partyOf[host] = Int32(party) }
  }

  /// The best home that is free, where there is no time to ask others to move.
  private mutating func takeFree(_ party: Int) {
    let one = parties[party]
    guard let choice = one.choices.first(where: { partyOf[$0.host] < 0 }) else { return }
    give(choice.host, to: party, one.worth(of: choice))
  }
}

/// Hosts by what they cost, the least first; of equals the first host.
private struct HostHeap {
  private var items: [(cost: Int, host: Int)] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ cost: Int, _ host: Int) {
    items.append((cost, host))
    var index = items.count - 1
    while index > 0, items[index] < items[(index - 1) / 2] {
      items.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> (cost: Int, host: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var index = 0
    while true {
      var least = index
      let left = 2 * index + 1
      if left < items.count, items[left] < items[least] { least = left }
      if left + 1 < items.count, items[left + 1] < items[least] { least = left + 1 }
      guard least != index else { return first }
      items.swapAt(index, least)
      index = least
    }
  }
}
