/// The parties of a task and the homes that fit them, home by home in the order in which they leave.
struct StayPairs {
  /// Where the pairs of each home begin; behind them where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var party: [Int] = []
  private(set) var score: [Int] = []
  /// How many pairs of the same home are over before this one begins.
  private(set) var before: [Int] = []
  private(set) var nights: [Nights] = []
  private(set) var homes: [Int] = []

  var count: Int { party.count }

  init(_ task: StayTask) {
    var byHome = [[(party: Int, score: Int)]](repeating: [], count: task.homes)
    for (index, party) in task.parties.enumerated() {
      for choice in party.choices { byHome[choice.host].append((index, choice.score)) }
    }
    for (home, pairs) in byHome.enumerated() {
      let sorted = pairs.sorted {
        let (one, other) = (task.parties[$0.party].nights, task.parties[$1.party].nights)
        return (one.leaving, one.first, $0.party) < (other.leaving, other.first, $1.party)
      }
      let leaving = sorted.map { task.parties[$0.party].nights.leaving }
      for pair in sorted {
        let own = task.parties[pair.party].nights
        party.append(pair.party)
        score.append(pair.score)
        nights.append(own)
        homes.append(home)
        before.append(leaving.countUpTo(own.first))
      }
      starts.append(party.count)
    }
  }
}
