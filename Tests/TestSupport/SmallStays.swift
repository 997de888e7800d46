package import Casework

/// Small tasks of who stays where over time, and the best there is by trying everything.
package enum SmallStays {
  private static let today = CivilDate(dayNumber: 20_700)

  package static func nights(_ first: Int, _ leaving: Int) -> Nights {
    Nights(from: today.adding(days: first), until: today.adding(days: leaving))
  }

  /// Some parties who want to stay at about the same time, more than there are homes.
  package static func task(_ random: inout SplitMix) -> StayTask {
    let homes = Int.random(in: 1...3, using: &random)
    let share = Int.random(in: 1...4, using: &random)
    let parties = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let first = Int.random(in: 0..<12, using: &random)
      let choices = (0..<homes).filter { _ in Int.random(in: 0..<4, using: &random) < share }
        .map {
          StayAssignment.Choice(host: $0, score: 5 * Int.random(in: 0...4, using: &random))
        }
      return StayTask.Party(
        persons: Int.random(in: 1...4, using: &random),
        nights: nights(first, first + Int.random(in: 1...8, using: &random)), choices: choices)
    }
    return StayTask(parties, homes: homes)
  }

  /// What the best plan is worth.
  package static func best(_ task: StayTask) -> StayTask.Worth {
    var plan = [Int?](repeating: nil, count: task.parties.count)
    var best = StayTask.Worth()
    func place(_ party: Int, _ worth: StayTask.Worth) {
      guard party < plan.count else { return best = max(best, worth) }
      place(party + 1, worth)
      let one = task.parties[party]
      for choice in one.choices {
        let isTaken = (0..<party).contains {
          plan[$0] == choice.host && task.parties[$0].nights.overlap(one.nights)
        }
        if isTaken { continue }
        plan[party] = choice.host
        place(
          party + 1,
          StayTask.Worth(
            persons: worth.persons + one.persons, points: worth.points + choice.score))
        plan[party] = nil
      }
    }
    place(0, StayTask.Worth())
    return best
  }

  /// A plan that gives each home to who comes first.
  package static func start(_ task: StayTask) -> [Int?] {
    var plan = [Int?](repeating: nil, count: task.parties.count)
    for party in plan.indices {
      for choice in task.parties[party].choices where plan[party] == nil {
        plan[party] = choice.host
        if task.worth(of: plan) == nil { plan[party] = nil }
      }
    }
    return plan
  }

  /// Two homes, and one who wishes for both what nobody else does: whoever gives each home once, as well
  /// as possible, gives one to them for all the nights, and three are housed where four could be.
  package static let roundByRound = StayTask(
    [
      StayTask.Party(persons: 1, nights: nights(0, 10), choices: both(20)),
      StayTask.Party(persons: 1, nights: nights(0, 5), choices: both(5)),
      StayTask.Party(persons: 1, nights: nights(5, 10), choices: both(3)),
      StayTask.Party(persons: 1, nights: nights(0, 5), choices: both(3)),
      StayTask.Party(persons: 1, nights: nights(5, 10), choices: both(3)),
    ], homes: 2)

  private static func both(_ score: Int) -> [StayAssignment.Choice] {
    [0, 1].map { StayAssignment.Choice(host: $0, score: score) }
  }
}

extension StayQuestion {
  /// The best answer, by trying everything.
  package var tried: Answer {
    var best: (worth: Int, chosen: [Int]) = (
      pairs.reduce(0) { $0 + ($1.isKnown ? $1.worth : 0) }, []
    )
    var chosen: [Int] = []
    func choose(_ index: Int, _ worth: Int, _ persons: Int) {
      guard index < pairs.count else {
        if worth > best.worth, persons >= least { best = (worth, chosen) }
        return
      }
      choose(index + 1, worth, persons)
      let pair = pairs[index]
      let isFree = chosen.allSatisfy {
        pairs[$0].party != pair.party
          && (pairs[$0].home != pair.home || !pairs[$0].nights.overlap(pair.nights))
      }
      guard isFree else { return }
      chosen.append(index)
      choose(index + 1, worth + pair.worth, persons + pair.persons)
      chosen.removeLast()
    }
    choose(0, 0, 0)
    return Answer(chosen: best.chosen, bound: best.worth)
  }
}
