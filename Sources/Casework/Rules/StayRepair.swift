/// Makes a plan of what homes chose each for itself: who was chosen twice stays where they suit best,
/// who was not chosen takes what is free, or the home of somebody who can go elsewhere.
struct StayRepair {
  private let task: StayTask
  private(set) var plan: [Int?]
  private var there: [[Int]]
  /// How many homes may still be looked at for somebody who goes elsewhere.
  private var steps = 200_000

  init(_ task: StayTask, _ pairs: StayPairs, chosen: [Int]) {
    self.task = task
    plan = Array(repeating: nil, count: task.parties.count)
    there = Array(repeating: [], count: task.homes)
    var best = [Int?](repeating: nil, count: task.parties.count)
    for pair in chosen {
      let party = pairs.party[pair]
      if best[party].map({ pairs.score[$0] < pairs.score[pair] }) ?? true { best[party] = pair }
    }
    for case let pair? in best { put(pairs.party[pair], in: pairs.homes[pair]) }
    house(depth: 3)
    for party in plan.indices { improve(party) }
    house(depth: 0)
  }

  /// Lets those go where they suit better and houses those for whom a plan that holds leaves room.
  init(_ task: StayTask, filling plan: [Int?]) {
    self.task = task
    self.plan = plan
    there = Array(repeating: [], count: task.homes)
    for case (let party, let home?) in zip(plan.indices, plan) { there[home].append(party) }
    for party in plan.indices { improve(party) }
    house(depth: 0)
  }

  /// Houses who goes without, the largest party first.
  private mutating func house(depth: Int) {
    let left = plan.indices.filter { plan[$0] == nil && !task.parties[$0].choices.isEmpty }
      .sorted { (task.parties[$1].persons, $0) < (task.parties[$0].persons, $1) }
    for party in left where plan[party] == nil {
      if !house(party, depth: depth), depth > 0 { displace(for: party) }
    }
  }

  private mutating func put(_ party: Int, in home: Int) {
    plan[party] = home
    there[home].append(party)
  }

  private mutating func take(_ party: Int) {
    guard let home = plan[party] else { return }
    there[home].removeAll { $0 == party }
    plan[party] = nil
  }

  /// Who is in the way of a party in a home.
  private func others(than party: Int, in home: Int) -> [Int] {
    let nights = task.parties[party].nights
    return there[home].filter { $0 != party && task.parties[$0].nights.overlap(nights) }
  }

  private func bestFree(for party: Int, except home: Int? = nil) -> StayAssignment.Choice? {
    var best: StayAssignment.Choice?
    for choice in task.parties[party].choices
    where choice.score > best?.score ?? -1 && choice.host != home {
      if others(than: party, in: choice.host).isEmpty { best = choice }
    }
    return best
  }

  /// Finds a home for a party; who is in the way goes elsewhere, and so on.
  ///
  /// - Parameter depth: how many may move for it.
  private mutating func house(_ party: Int, depth: Int) -> Bool {
    if let free = bestFree(for: party) {
      put(party, in: free.host)
      return true
    }
    guard depth > 0 else { return false }
    for choice in task.parties[party].choices where steps > 0 {
      steps -= task.parties[party].choices.count
      let others = others(than: party, in: choice.host)
      guard others.count == 1, let other = others.first else { continue }
      take(other)
      put(party, in: choice.host)
      if house(other, depth: depth - 1) { return true }
      take(party)
      put(other, in: choice.host)
    }
    return false
  }

  /// Gives a party the home of one that is smaller and goes without then.
  private mutating func displace(for party: Int) {
    let persons = task.parties[party].persons
    for choice in task.parties[party].choices {
      let others = others(than: party, in: choice.host)
      guard others.reduce(0, { $0 + task.parties[$1].persons }) < persons else { continue }
      for other in others { take(other) }
      put(party, in: choice.host)
      for other in others { _ = house(other, depth: 1) }
      return
    }
  }

  /// Lets a party go where they suit better, where that is free.
  private mutating func improve(_ party: Int) {
    guard let home = plan[party],
      let own = task.parties[party].choices.first(where: { $0.host == home }),
      let better = bestFree(for: party), better.score > own.score
    else { return }
    take(party)
    put(party, in: better.host)
  }
}
