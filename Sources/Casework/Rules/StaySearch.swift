/// Looks for the best plan over time, and proves how good it is: first as many persons as possible
/// find a home, then they go together as well as possible.
///
/// Prices of the parties give what no plan is worth more than, and which pairs no better plan has;
/// what those leave open goes to a solver. Without one there is a plan and what it lacks at most.
package struct StaySearch {
  private let task: StayTask
  private var pairs: StayPairs
  /// The home of each party.
  package private(set) var plan: [Int?]
  package private(set) var worth: StayTask.Worth
  /// What no plan is worth more than.
  package private(set) var bound: StayTask.Worth
  /// What a place for each party is worth in persons.
  private var wanted: [Double]
  /// How many pairs are looked at for each of the two goals.
  private let work: Int

  /// A second or less.
  package static let mostWork = 160_000_000
  /// Fewer rounds than this tell nothing.
  private static let leastRounds = 20
  /// How many pairs a solver is given at first and at last.
  private static let open = [3_000, 15_000, 60_000]
  /// What a person counts in points: who would go without for the points of others loses more.
  private static let person = 200.0

  private enum Goal {
    case persons, points

    func value(of worth: StayTask.Worth) -> Int { self == .persons ? worth.persons : worth.points }
  }

  /// - Parameters:
  ///   - start: a plan that is known; nobody has a home where it is none.
  ///   - tell: is told of the share of the work that is done; false stops.
  /// - Returns: nil where it was stopped.
  package init?(
    _ task: StayTask, from start: [Int?], work: Int = StaySearch.mostWork,
    solve: StayQuestion.Solve? = nil, tell: (_ done: Double) -> Bool = { _ in true }
  ) {
    self.task = task
    self.work = work
    let known = task.worth(of: start)
    plan = known == nil ? Array(repeating: nil, count: task.parties.count) : start
    worth = known ?? StayTask.Worth()
    bound = task.most
    wanted = task.parties.map { $0.choices.isEmpty ? 0 : Double($0.persons) }
    pairs = StayPairs(task)
    guard worth != bound else { return }
    guard search(.persons, solve, { tell(0.4 * $0) }) else { return nil }
    let persons = worth.persons
    guard search(.points, solve, { tell(0.4 + 0.4 * $0) }) else { return nil }
    // While it looked for points it may have housed more: then their points count.
    guard worth.persons > persons else { return }
    guard search(.points, solve, { tell(0.8 + 0.2 * $0) }) else { return nil }
  }

  private mutating func search(
    _ goal: Goal, _ solve: StayQuestion.Solve?, _ tell: (Double) -> Bool
  ) -> Bool {
    if goal == .points { bound.points = task.most.points }
    var isDone: Bool { goal.value(of: worth) >= goal.value(of: bound) }
    if isDone { return true }
    let rounds = min(200, work / max(1, 2 * pairs.count))
    guard rounds >= Self.leastRounds else { return true }
    var prices = self.prices(for: goal)
    defer { if goal == .persons { wanted = prices.best } }
    let isSigned = goal == .points && worth.persons == task.most.persons
    var step = goal == .persons ? 0.3 : 20
    let persons = worth.persons
    for round in 0..<rounds {
      if round % 8 == 0 {
        guard tell(Double(round) / Double(rounds)) else { return false }
      }
      prices.look()
      lower(to: prices.bound, goal)
      if round % 40 == 39 || round == rounds - 1 {
        take(StayRepair(task, pairs, chosen: prices.chosen).plan)
      }
      if isDone || goal == .points && worth.persons > persons { return true }
      prices.move(by: step, isSigned: isSigned)
      // To a thousandth in the last round.
      step *= 1 - 6.9 / Double(rounds)
    }
    if let solve { ask(solve, prices.most(), goal) }
    return true
  }

  private func prices(for goal: Goal) -> StayPrices {
    if goal == .persons {
      let worths = pairs.party.map { Double(task.parties[$0].persons) }
      return StayPrices(pairs, worth: worths, offset: 0, prices: wanted)
    }
    let worths = pairs.party.indices.map {
      Double(pairs.score[$0]) + Self.person * Double(task.parties[pairs.party[$0]].persons)
    }
    return StayPrices(
      pairs, worth: worths, offset: Self.person * Double(worth.persons),
      prices: zip(task.parties, wanted).map { party, price in
        Self.person * price + Double(party.choices.map(\.score).max() ?? 0)
      })
  }

  private mutating func lower(to value: Double, _ goal: Goal) {
    // What is counted is whole; what the sums lack of it is less than this.
    let whole = Int((min(value, 1e15) + 1e-4).rounded(.down))
    switch goal {
    case .persons: bound.persons = max(worth.persons, min(bound.persons, whole))
    case .points: bound.points = max(worth.points, min(bound.points, whole))
    }
  }

  /// Takes a plan that is better and holds; nobody goes without whom it leaves room for.
  private mutating func take(_ other: [Int?]) {
    guard task.worth(of: other) != nil else { return }
    let filled = StayRepair(task, filling: other).plan
    guard let found = task.worth(of: filled), found > worth else { return }
    plan = filled
    worth = found
    bound.persons = max(bound.persons, worth.persons)
    bound.points = max(bound.points, worth.points)
  }

  /// Gives a solver what may be part of a better plan: first the most likely of it, then all.
  private mutating func ask(_ solve: StayQuestion.Solve, _ most: [Double], _ goal: Goal) {
    for size in Self.open {
      let least = Double(goal.value(of: worth) + 1) - 1e-4
      func isKnown(_ pair: Int) -> Bool { plan[pairs.party[pair]] == pairs.homes[pair] }
      var open = most.indices.filter { most[$0] >= least || isKnown($0) }
      let isWhole = open.count <= size
      if !isWhole {
        let likely = open.sorted { (most[$1], $0) < (most[$0], $1) }.prefix(size)
        open = Set(likely).union(open.filter(isKnown)).sorted()
      }
      let question = StayQuestion(
        pairs: open.map { pair in
          let persons = task.parties[pairs.party[pair]].persons
          return StayQuestion.Pair(
            party: pairs.party[pair], home: pairs.homes[pair], nights: pairs.nights[pair],
            persons: persons, worth: goal == .persons ? persons : pairs.score[pair],
            isKnown: isKnown(pair))
        }, least: goal == .persons ? 0 : worth.persons)
      guard let answer = solve(question) else { return }
      var found = [Int?](repeating: nil, count: plan.count)
      for index in answer.chosen where open.indices.contains(index) {
        found[pairs.party[open[index]]] = pairs.homes[open[index]]
      }
      take(found)
      if isWhole { lower(to: Double(answer.bound), goal) }
      if isWhole || goal.value(of: worth) >= goal.value(of: bound) { return }
    }
  }
}
